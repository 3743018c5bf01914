package io.parcours.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetterWriterTest {

    private final LetterWriter writer = new LetterWriter(
            MailAccount.of(
                    "baobab",
                    "mail",
                    "smtp://u:p@127.0.0.1",
                    "imap://u:p@127.0.0.1",
                    "service@baobab.example",
                    "Baobab"),
            Optional.empty(),
            Instant.EPOCH);

    @Test
    void whatWeBeginWithIsInTheCustomersLanguage() {
        assertThat(writer.subject("fr")).isEqualTo("Baobab : votre demande");
        assertThat(writer.subject("en")).isEqualTo("Baobab: your request");
        assertThat(writer.subject("fon")).isEqualTo("Baobab : votre demande");
        assertThat(writer.subject(null)).isEqualTo("Baobab : votre demande");
    }

    @Test
    void aServerWhoseNameOnlyLooksLikeThisMachineIsNoneHere() {
        assertThat(MailServer.of("smtp", "smtp://u:p@127.0.0.1").here()).isTrue();
        assertThat(MailServer.of("smtp", "smtp://u:p@127.mail.example.com").here())
                .isFalse();
    }
}
