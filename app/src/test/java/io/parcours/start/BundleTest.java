package io.parcours.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The bundle is not made anew for a new view: Vaadin looks at packages and files only, and the view would stand there without its
 * components. Delete {@code src/main/bundles/prod.bundle} then, and build.
 */
class BundleTest {

    @Test
    void everyViewFindsItsComponentsInTheCommittedBundle() throws IOException {
        String scripts = scripts();
        assertThat(views()).hasSizeGreaterThan(15).allSatisfy(view -> assertThat(scripts.contains(chunk(view)))
                .isTrue());
    }

    /** All but the two that are there from the start. */
    private static List<Class<?>> views() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.parcours.ui").stream()
                .<Class<?>>map(each -> ClassUtils.resolveClassName(each.getBeanClassName(), null))
                .filter(view -> !Set.of("", "login")
                        .contains(view.getAnnotation(Route.class).value()))
                .toList();
    }

    /** By this Flow asks for what a view needs. */
    private static String chunk(Class<?> view) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(view.getName().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String scripts() throws IOException {
        StringBuilder all = new StringBuilder();
        try (InputStream file = Files.newInputStream(Path.of("src/main/bundles/prod.bundle"));
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".js")) {
                    all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
