package io.parcours.media;

/** A name that can be shown and saved, whatever somebody put there. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** @return null where nothing of it is left */
    static String clean(String name) {
        if (name == null) {
            return null;
        }
        // Format characters too: some turn the direction of writing, and with it what looks like the ending.
        String plain = name.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^\\.+", "");
        if (plain.length() > LONGEST) {
            int dot = plain.lastIndexOf('.');
            String ending = dot > 0 && plain.length() - dot <= 8 ? plain.substring(dot) : "";
            plain = plain.substring(0, LONGEST - ending.length()) + ending;
        }
        return plain.isEmpty() ? null : plain;
    }
}
