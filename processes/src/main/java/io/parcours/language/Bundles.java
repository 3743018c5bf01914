package io.parcours.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Words by key that every module may bring some of. */
public final class Bundles {

    private Bundles() {}

    /** @param pattern of property files in UTF-8, such as {@code classpath*:texts/*_fr.properties}; none is no fault */
    public static Properties read(String pattern) {
        Properties words = new Properties();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts " + pattern + " cannot be read", e);
        }
        return words;
    }
}
