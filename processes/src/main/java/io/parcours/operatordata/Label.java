package io.parcours.operatordata;

/** What people read, in the two languages of the screens. */
public record Label(String fr, String en) {

    public String in(String language) {
        return "en".equals(language) ? en : fr;
    }
}
