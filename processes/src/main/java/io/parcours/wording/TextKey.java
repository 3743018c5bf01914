package io.parcours.wording;

/** A text in one language. */
record TextKey(String code, String language) {}
