package io.parcours.ui.casefile;

import java.util.regex.Pattern;

/** Telephone numbers with room between the figures, as people read them out. */
public final class Phone {

    private static final Pattern NUMBER = Pattern.compile("\\+\\d{9,15}");

    private Phone() {}

    /** Whether it is a number in E.164. */
    public static boolean dials(String address) {
        return address != null && NUMBER.matcher(address).matches();
    }

    /** @param number in E.164; anything else, and null, comes back as it is */
    public static String text(String number) {
        if (!dials(number)) {
            return number;
        }
        int country = number.startsWith("+33") ? 3 : 4;
        String local = number.substring(country);
        StringBuilder text = new StringBuilder(number.substring(0, country));
        int odd = local.length() % 2;
        if (odd == 1) {
            text.append('\u00a0').append(local.charAt(0));
        }
        for (int i = odd; i < local.length(); i += 2) {
            text.append('\u00a0').append(local, i, i + 2);
        }
        return text.toString();
    }
}
