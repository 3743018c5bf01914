package io.parcours.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.parcours.customer.ContactPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerWordsTest {

    @ParameterizedTest
    @CsvSource({
        "sms, +2290197000001, tel:+2290197000001",
        "whatsapp, +2290197000001, tel:+2290197000001",
        "of tomorrow, +2290197000001, tel:+2290197000001",
        "email, awa@example.org, mailto:awa@example.org",
        "of tomorrow, awa@example.org, mailto:awa@example.org"
    })
    void anAddressThatCanBeDialledOrWrittenToIsALinkWhateverItsChannel(String channel, String address, String link) {
        assertThat(CustomerWords.address(new ContactPoint(channel, address)))
                .isInstanceOfSatisfying(
                        Anchor.class, anchor -> assertThat(anchor.getHref()).isEqualTo(link));
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp, BJ.1234567890123456",
        "telegram, 7000000001",
        "voice, anonymous",
        "of tomorrow, 01234567890A=",
        "email, awa@example.org?bcc=all@example.org"
    })
    void anyOtherIsShownAsItIs(String channel, String address) {
        assertThat(CustomerWords.address(new ContactPoint(channel, address)))
                .isInstanceOfSatisfying(
                        Span.class, words -> assertThat(words.getText()).isEqualTo(address));
    }
}
