package io.parcours.form;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    ^\\d{8}$          ~ 97000000   ~ true
                    ^\\d{8}$          ~ 970000001  ~ false
                    \\d{3}            ~ ab123cd    ~ true
                    ^(a|b)+$          ~ abba       ~ true
                    ^(a|b)+$          ~ abc        ~ false
                    ^[^a-c]+$         ~ xyz        ~ true
                    ^[^a-c]+$         ~ xbz        ~ false
                    ^[a&&b]+$         ~ a&b        ~ true
                    ^[a[b]+$          ~ a[b        ~ true
                    ^(?:ab)?c$        ~ c          ~ true
                    ^a{2,}?b$         ~ aaab       ~ true
                    ^a\\.b\\/c\\-d$   ~ a.b/c-d    ~ true
                    ^(\\w+@\\w+)$     ~ a@b        ~ true
                    """)
    void aPatternMatchesAsInTheBrowser(String pattern, String text, boolean expected) {
        assertThat(BoundedPattern.of(pattern).occursIn(text)).isEqualTo(expected);
    }

    @Test
    void theEndOfAPatternIsTheVeryEndOfTheText() {
        assertThat(BoundedPattern.of("^a$").occursIn("a\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?:a?){60}a{60}$", "^(?:a|aa|ab?){1,90}$", "a*a*a*a*a*a*a*b", "^(a{1,50}){1,50}b$"})
    void anExpensivePatternGivesUp(String pattern) {
        BoundedPattern bounded = BoundedPattern.of(pattern);
        assertTimeoutPreemptively(ofSeconds(5), () -> assertThat(bounded.occursIn("a".repeat(499) + "c"))
                .isFalse());
    }
}
