package io.parcours.connector.telephony;

import io.parcours.conversation.Expectation;
import java.util.Optional;

/** Keys pressed and not yet used, in their order, whenever they were pressed: who knows the questions may key ahead. */
final class Keys {

    private static final char END = '#';
    private static final int LONGEST = 40;

    private final StringBuilder pressed = new StringBuilder();

    void press(String key) {
        if (pressed.length() < 2 * LONGEST) {
            pressed.append(key);
        }
    }

    boolean none() {
        return pressed.isEmpty();
    }

    void forget() {
        pressed.setLength(0);
    }

    /**
     * The answer that the keys hold, and no key more.
     *
     * @param pauseOver whether nothing has been pressed for a while: then what there is counts as all
     */
    Optional<String> take(Expectation expects, boolean pauseOver) {
        dropEnds();
        if (pressed.isEmpty()) {
            return Optional.empty();
        }
        if (expects == Expectation.CHOICE) {
            return Optional.of(cut(1, 1));
        }
        int end = pressed.indexOf(String.valueOf(END));
        if (end > 0) {
            return Optional.of(cut(end, end + 1));
        }
        return pauseOver || pressed.length() >= LONGEST
                ? Optional.of(cut(pressed.length(), pressed.length()))
                : Optional.empty();
    }

    /** One that ends nothing: of an answer that was complete by its pause already. */
    private void dropEnds() {
        while (!pressed.isEmpty() && pressed.charAt(0) == END) {
            pressed.deleteCharAt(0);
        }
    }

    private String cut(int length, int used) {
        String taken = pressed.substring(0, length);
        pressed.delete(0, used);
        return taken;
    }
}
