package io.parcours.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a file is by how it begins, whatever somebody called it. */
final class MediaType {

    /** So much of a file tells what it is. */
    static final int BEGINNING = 64;

    static final String PROGRAM = "application/x-executable";

    private static final Set<String> SHOWABLE = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "audio/mpeg",
            "audio/ogg",
            "audio/mp4",
            "audio/wav",
            "audio/webm",
            "video/mp4",
            "video/webm");

    /** What systems run when it is opened. */
    private static final Set<String> RUNS = Set.of(
            "exe", "com", "bat", "cmd", "msi", "scr", "pif", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "lnk",
            "jar", "apk", "reg", "cpl");

    private static final Pattern TOLD = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}");

    private MediaType() {}

    static boolean showable(String type) {
        return SHOWABLE.contains(type);
    }

    /** Whether it would run on the machine of who opens it. */
    static boolean runs(String recognised, String name) {
        String ending = name == null || name.lastIndexOf('.') < 0
                ? ""
                : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PROGRAM.equals(recognised) || RUNS.contains(ending);
    }

    /** The provider's or the sender's word, without what stands behind it; null where it is none. */
    static String told(String type) {
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TOLD.matcher(plain).matches() ? plain : null;
    }

    /**
     * @param beginning the first {@link #BEGINNING} octets, or all where there are fewer
     * @param told tells sound from film where both begin alike; may be null
     */
    static Optional<String> of(byte[] beginning, String told) {
        String head = new String(beginning, StandardCharsets.ISO_8859_1);
        if (head.startsWith("RIFF") && head.length() >= 12) {
            return riff(head.substring(8, 12));
        }
        if (head.length() >= 12 && head.startsWith("ftyp", 4)) {
            return Optional.of(box(head.substring(8, 12), told));
        }
        return begun(head, told);
    }

    private static Optional<String> riff(String kind) {
        return switch (kind) {
            case "WEBP" -> Optional.of("image/webp");
            case "WAVE" -> Optional.of("audio/wav");
            default -> Optional.empty();
        };
    }

    private static String box(String brand, String told) {
        if (brand.startsWith("M4A") || brand.startsWith("M4B")) {
            return "audio/mp4";
        }
        if (brand.startsWith("hei") || brand.startsWith("mif") || brand.startsWith("hev")) {
            return "image/heic";
        }
        if (brand.startsWith("avi")) {
            return "image/avif";
        }
        return isSound(told) ? "audio/mp4" : "video/mp4";
    }

    private static Optional<String> begun(String head, String told) {
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return Optional.of("image/gif");
        } else if (head.startsWith("ID3") || head.matches("(?s)\u00ff[\u00fb\u00f3\u00f2\u00fa].*")) {
            return Optional.of("audio/mpeg");
        } else if (head.startsWith("OggS")) {
            return Optional.of("audio/ogg");
        } else if (head.startsWith("#!AMR")) {
            return Optional.of("audio/amr");
        } else if (head.startsWith("\u001a\u0045\u00df\u00a3")) {
            return Optional.of(isSound(told) ? "audio/webm" : "video/webm");
        } else if (head.startsWith("%PDF-")) {
            return Optional.of("application/pdf");
        } else if (head.startsWith("PK\u0003\u0004")) {
            // Office documents are such archives too: what was told is more exact, and none of them is shown.
            return Optional.of(told == null || !told.startsWith("application/") ? "application/zip" : told);
        }
        boolean program = head.startsWith("MZ") || head.startsWith("\u007fELF") || head.startsWith("#!");
        return program ? Optional.of(PROGRAM) : Optional.empty();
    }

    private static boolean isSound(String told) {
        return told != null && told.startsWith("audio/");
    }
}
