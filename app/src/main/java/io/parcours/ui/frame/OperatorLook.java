package io.parcours.ui.frame;

/** How an operator shows itself. */
record OperatorLook(String name, String accent) {

    /** Up to two letters: Sahel Mobile is SM. */
    String initials() {
        StringBuilder letters = new StringBuilder();
        for (String word : name.split("\\s+")) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return letters.toString();
    }
}
