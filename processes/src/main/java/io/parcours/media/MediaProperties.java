package io.parcours.media;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What may be kept.
 *
 * @param largest MB that a file may have (20)
 * @param largestByChannel the same for single channels, by their names
 * @param parallel how many files a node fetches at once (2): the engine's other threads are left to messages
 * @param publicUrl what people out there reach the platform by, such as {@code https://parcours.example}; without it no file
 *     can be sent by a channel that carries none
 */
@ConfigurationProperties("parcours.media")
record MediaProperties(Integer largest, Map<String, Integer> largestByChannel, Integer parallel, String publicUrl) {

    private static final int LARGEST = 20;
    private static final int MOST = 100;

    /** What a person adds leaves by channels that take no more, and is held in memory on its way. */
    private static final int LARGEST_OUT = 10;

    private static final int PARALLEL = 2;
    private static final long MB = 1024L * 1024;

    /** @throws IllegalArgumentException saying what is wrong */
    MediaProperties {
        largest = largest == null ? LARGEST : largest;
        largestByChannel = largestByChannel == null ? Map.of() : Map.copyOf(largestByChannel);
        parallel = parallel == null ? PARALLEL : parallel;
        publicUrl = publicUrl == null ? "" : publicUrl.strip().replaceFirst("/+$", "");
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new IllegalArgumentException("parcours.media.public-url begins with https:// and names a host");
        }
        borne(largest);
        largestByChannel.values().forEach(MediaProperties::borne);
        if (parallel < 1) {
            throw new IllegalArgumentException("parcours.media.parallel is 1 at least");
        }
    }

    /** In octets. @param channel null for what a person here adds */
    long largest(String channel) {
        return (channel == null ? Math.min(largest, LARGEST_OUT) : largestByChannel.getOrDefault(channel, largest))
                * MB;
    }

    private static void borne(int megabytes) {
        if (megabytes < 1 || megabytes > MOST) {
            throw new IllegalArgumentException("Files of parcours.media have from 1 to " + MOST + " MB");
        }
    }
}
