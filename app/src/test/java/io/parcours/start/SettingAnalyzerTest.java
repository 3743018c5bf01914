package io.parcours.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parcours.connector.whatsapp.WhatsAppAccount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.util.Assert;

class SettingAnalyzerTest {

    private final SettingAnalyzer analyzer = new SettingAnalyzer();

    @Test
    void whatOneOfOurClassesRefusesIsSaidInItsSentence() {
        Throwable wrong = catchThrowable(() -> WhatsAppAccount.of("demo", "main", "no digits", "t", "s", "v"));

        assertThat(analyzer.analyze(new BeanCreationException("webLines", wrong))
                        .getDescription())
                .startsWith("Not a WhatsApp account: ")
                .doesNotContain("\n");
    }

    @Test
    void whatALibraryDoesNotLikeKeepsItsStack() {
        Throwable wrong = catchThrowable(() -> Assert.hasText("", "there must be a text"));

        assertThat(analyzer.analyze(new BeanCreationException("another", wrong)))
                .isNull();
    }
}
