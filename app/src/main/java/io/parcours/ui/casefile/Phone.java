package io.parcours.ui.casefile;

/** Telephone numbers with room between the figures, as people read them out. */
public final class Phone {

    private Phone() {}

    /** @param number in E.164; anything else, and null, comes back as it is */
    public static String text(String number) {
        if (number == null || !number.matches("\\+\\d{9,15}")) {
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
