package io.parcours.bench;

import io.parcours.Parcours;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product in this JVM, with the demo's operators and simulators, on a durable database of its own. */
final class ProductHere implements AutoCloseable {

    static final String OPERATOR = "demo";

    private final ConfigurableApplicationContext context;
    private final Path data;

    /** @param settings such as {@code --PARCOURS_DEMO_SMPP_URL=…} */
    ProductHere(Path data, String... settings) {
        this.data = data;
        Stream<String> own =
                Stream.of("--server.port=0", "--management.server.port=0", "--parcours.db.data-dir=" + data);
        context = new SpringApplicationBuilder(Parcours.class)
                .profiles("demo")
                .run(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** For the first operator. */
    <T> T here(Supplier<T> action) {
        return TenantContext.call(OPERATOR, action);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Of this JVM, simulators included, and of its PostgreSQL. */
    CpuClock clock() {
        try (Stream<Path> files = Files.walk(data)) {
            Path pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return new CpuClock(Long.parseLong(Files.readAllLines(pid).get(0).trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
