package io.parcours.form;

import java.util.regex.Pattern;

/** A pattern of a form, found in a text within a bounded number of steps. */
final class BoundedPattern {

    private static final int STEPS = 100_000;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException where the expression leaves the part of the syntax that browser and server share */
    static BoundedPattern of(String expression) {
        return new BoundedPattern(Pattern.compile(new PatternTranslator(expression).translate()));
    }

    /** Whether the pattern occurs in the text; false also where that takes too many steps to find out. */
    boolean occursIn(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[] {STEPS})).find();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    /** The matcher looks at a character in every step, which is where it can be stopped. */
    private record Counted(CharSequence text, int[] stepsLeft) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (stepsLeft[0]-- <= 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), stepsLeft);
        }
    }

    private static final class TooManySteps extends RuntimeException {

        TooManySteps() {
            super(null, null, false, false);
        }
    }
}
