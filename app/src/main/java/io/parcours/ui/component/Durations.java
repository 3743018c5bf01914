package io.parcours.ui.component;

import java.time.Duration;

/** Durations as people write them: 20 min, 1 h 20, 3 j 4 h. */
public final class Durations {

    private Durations() {}

    public static String text(Duration duration) {
        long minutes = Math.max(1, Math.round(duration.abs().toSeconds() / 60.0));
        long hours = minutes / 60;
        if (hours == 0) {
            return minutes + " min";
        }
        if (hours < 24) {
            return minutes % 60 == 0 ? hours + " h" : "%d h %02d".formatted(hours, minutes % 60);
        }
        String days = hours / 24 + " " + Words.t("client.time.day");
        return hours % 24 == 0 ? days : days + " " + hours % 24 + " h";
    }
}
