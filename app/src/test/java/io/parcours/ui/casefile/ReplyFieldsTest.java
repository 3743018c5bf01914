package io.parcours.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyFieldsTest {

    @Test
    void theFormsSayWhichFieldsSubscribersRead() {
        assertThat(form("complaint-solve").keys()).isEqualTo(Set.of("resolution", "precision"));
        assertThat(form("unrouted-handle-message").keys()).isEqualTo(Set.of("reply"));
        assertThat(form("complaint-approve-gesture").any()).isFalse();
        assertThat(form("complaint-qualify").any()).isFalse();
    }

    @Test
    void aReplyIsThereWhereOneOfThemHasWords() {
        ReplyFields fields = form("complaint-solve");
        assertThat(fields.filled(Map.of("resolution", "Corrigée."))).isTrue();
        assertThat(fields.filled(Map.of("resolution", "  ", "internalNote", "à voir")))
                .isFalse();
    }

    private static ReplyFields form(String name) {
        try (InputStream form = ReplyFields.class.getResourceAsStream("/forms/" + name + ".form")) {
            return ReplyFields.of(new String(form.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
