package io.parcours.model;

import java.util.ArrayList;
import java.util.List;

/** A word, literal or sign of the small expression languages; everything else in a text is refused while reading it. */
record Token(Kind kind, String text) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SIGN
    }

    private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||", "=", "<", ">", "!", "(", ")");
    private static final String NEVER_IN_STRINGS = "\\{}$#";
    private static final int MOST_DIGITS = 15;

    static List<Token> read(String text) throws NotInGrammar {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (" \t\r\n".indexOf(next) >= 0) {
                at++;
                continue;
            }
            Token token = tokenAt(text, at);
            tokens.add(token);
            at += token.kind == Kind.STRING ? token.text.length() + 2 : token.text.length();
        }
        return tokens;
    }

    boolean is(String sign) {
        return kind != Kind.STRING && text.equals(sign);
    }

    private static Token tokenAt(String text, int at) throws NotInGrammar {
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return new Token(Kind.STRING, string(text, at));
        }
        if (isLetter(first)) {
            return new Token(Kind.WORD, text.substring(at, endOfWord(text, at)));
        }
        if (isDigit(first)) {
            return new Token(Kind.NUMBER, number(text, at));
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return new Token(Kind.SIGN, sign);
            }
        }
        throw new NotInGrammar(Findings.quoted(text.substring(at)) + " is not in the expression language");
    }

    private static String string(String text, int at) throws NotInGrammar {
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            throw new NotInGrammar("a text without its closing quote");
        }
        String content = text.substring(at + 1, end);
        if (content.chars().anyMatch(each -> NEVER_IN_STRINGS.indexOf(each) >= 0 || Character.isISOControl(each))) {
            throw new NotInGrammar("a text may not contain a backslash, a brace, $ or #");
        }
        return content;
    }

    private static String number(String text, int at) throws NotInGrammar {
        int end = endOfDigits(text, at);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end = endOfDigits(text, end + 1);
        }
        if (end - at > MOST_DIGITS
                || end < text.length() && (isWordPart(text.charAt(end)) || text.charAt(end) == '.')) {
            throw new NotInGrammar(Findings.quoted(text.substring(at)) + " does not begin with a plain number");
        }
        return text.substring(at, end);
    }

    private static int endOfDigits(String text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char each) {
        return isLetter(each) || isDigit(each) || each == '_';
    }

    private static boolean isLetter(char each) {
        return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }
}
