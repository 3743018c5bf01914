package io.parcours.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.springframework.util.FileSystemUtils;

/**
 * Where a drill is played: the platform in a process of its own, and the outside world in this one, whose ledger is the witness.
 * One serves all drills of a run.
 */
final class Stage implements CloseableResource {

    /** How often to ask what is costly to answer: who asks all the time slows down what is looked at. */
    static final Duration NOW_AND_THEN = Duration.ofMillis(Stage.size(500, 3_000));

    private static final int VOLUME_MEGABYTES = 600;
    private static final Path RESULTS = Path.of("target/drills");

    private final Outside outside = new Outside();
    private final Path home;
    private final Volume volume;
    private final Platform platform;

    /** @param apart whether the data lie on a small volume of their own, where that can be had */
    Stage(boolean apart) {
        try {
            home = Files.createTempDirectory(Files.createDirectories(RESULTS).toAbsolutePath(), "stage-");
            volume = apart ? Volume.mounted(home.resolve("data"), VOLUME_MEGABYTES) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        platform = new Platform(home, outside.settings());
        outside.subscribe(platform.address());
    }

    /** Whether the drills run at the size that the papers tell of; else small, as part of the build. */
    static boolean full() {
        return Boolean.getBoolean("drill.full");
    }

    static int size(int small, int full) {
        return full() ? full : small;
    }

    /** A simulated server that a client was torn from may end with an exception of its own, which is no matter of the drill's. */
    static ConditionFactory await(String what) {
        return Awaitility.await(what).dontCatchUncaughtExceptions();
    }

    Outside outside() {
        return outside;
    }

    Platform platform() {
        return platform;
    }

    /** Where the data are, if it could be had; else null. */
    Volume volume() {
        return volume;
    }

    PlatformDatabase database() {
        return platform.database();
    }

    /** The platform, started if no drill before has. */
    Stage started() {
        if (!platform.ready()) {
            platform.start();
        }
        return this;
    }

    Report report(String drill) {
        return new Report(drill, RESULTS);
    }

    /** What remains is the log. */
    @Override
    public void close() throws IOException {
        platform.close();
        outside.close();
        if (volume != null) {
            volume.close();
        }
        Files.move(platform.log(), RESULTS.resolve(home.getFileName() + ".log"));
        FileSystemUtils.deleteRecursively(home);
    }
}
