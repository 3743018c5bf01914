package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.conversation.InboundMessage.Person;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a connector may hand over, whatever somebody put there: what was said is stored, and what cannot be is refused and harms
 * nothing that comes after it. The numbers begin the rows of chance, so that a row can be played again.
 */
@JourneyTest
class StrangeArrivalsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final List<String> CHARACTERS = List.of(
            "\0",
            "\ud800",
            "\udc00",
            "\udc00\ud800",
            "\ud83d\ude00",
            "\u202e",
            "\ufeff",
            "\uffff",
            "\r\n",
            "'",
            "\\u0000",
            "%s");
    private static final List<Instant> MOMENTS = List.of(
            Instant.EPOCH,
            Instant.ofEpochSecond(-1),
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Instant.MIN,
            Instant.MAX);

    @Autowired
    Scenario scene;

    @Autowired
    Inbox inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whateverWasWrittenIsStored(long row) {
        Random chance = new Random(row);
        Story story = scene.somebody();
        for (int i = 1; i <= 60; i++) {
            InboundMessage message = strange(story, chance);
            assertThatCode(() -> receive(message)).as(message.toString()).doesNotThrowAnyException();
            assertThat(heard(story)).as(message.toString()).hasSize(i);
        }
        assertThat(heard(story))
                .allSatisfy(message -> assertThat(message.text()).doesNotContain("\0"))
                .allSatisfy(message -> assertThat(message.at()).isBeforeOrEqualTo(clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\ud800", "\udc00x", "'; --", "\\u0000", "${1+1}", "#{null}"})
    void aJourneyTakesWhateverAnswersIt(String text) {
        Story story = scene.somebody().writes("Bonjour, j'ai un problème");
        story.writes(text).writes(text.repeat(10_000));

        assertThat(heard(story)).hasSize(3);
        assertThat(story.caseNumbers()).hasSize(1);
        assertThat(scene.writes("Bonjour").caseNumbers()).hasSize(1);
    }

    @Test
    void anAddressOrAnIdThatCannotBeKeptIsRefusedAndTheNextMessageIsStored() {
        Random chance = new Random(3);
        String endless = figures(chance, 10_000);
        Story story = scene.somebody();
        assertThatThrownBy(() -> receive(message(story, endless, "id-" + endless.hashCode(), "Bonjour")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> receive(message(story, story.msisdn(), endless, "Bonjour")))
                .isInstanceOf(RuntimeException.class);

        story.writes("Bonjour");

        assertThat(heard(story)).extracting(Message::text).containsExactly("Bonjour");
    }

    @Test
    void whateverAProviderTellsBesideMessagesIsKept() {
        Random chance = new Random(4);
        Story story = scene.somebody();
        assertThatCode(() -> TenantContext.run("demo", () -> {
                    for (int i = 0; i < 40; i++) {
                        inbox.keep(new Notice(
                                "demo",
                                "sms",
                                "demo",
                                Notice.Kind.WORDS,
                                Problem.of("notice.news", text(chance, 3_000)),
                                new Notice.Head(text(chance, 300), text(chance, 300)),
                                text(chance, 100_000),
                                clock.instant()));
                        inbox.receive(new Receipt(
                                "demo",
                                "sms",
                                "demo",
                                "id" + text(chance, 400),
                                DeliveryState.UNDELIVERABLE,
                                any(MOMENTS, chance),
                                text(chance, 400)));
                        inbox.receive(new Watermark(
                                "demo", "sms", "demo", story.msisdn(), DeliveryState.READ, any(MOMENTS, chance)));
                        inbox.receive(new AddressChange(
                                "demo", "sms", "demo", text(chance, 400), text(chance, 400), any(MOMENTS, chance)));
                    }
                }))
                .doesNotThrowAnyException();
    }

    private InboundMessage strange(Story story, Random chance) {
        int number = NUMBERS.incrementAndGet();
        Attachment attachment = new Attachment(
                "strange" + text(chance, 20), text(chance, 400), text(chance, 50), text(chance, 400), null, null);
        return new InboundMessage(
                "demo",
                "sms",
                "demo",
                "strange-" + number + text(chance, 400),
                story.msisdn(),
                text(chance, chance.nextInt(10) == 0 ? 100_000 : 200),
                chance.nextBoolean() ? clock.instant() : any(MOMENTS, chance),
                Optional.empty(),
                chance.nextBoolean() ? Optional.empty() : Optional.of(text(chance, 3_000)),
                chance.nextBoolean() ? Optional.empty() : Optional.of(attachment),
                new Person(text(chance, 300), null, List.of()));
    }

    private InboundMessage message(Story story, String from, String externalId, String text) {
        return new InboundMessage("demo", "sms", "demo", externalId, from, text, clock.instant(), Optional.empty());
    }

    private static String text(Random chance, int longest) {
        StringBuilder text = new StringBuilder();
        int length = chance.nextInt(longest);
        while (text.length() < length) {
            text.append(
                    chance.nextInt(4) == 0
                            ? any(CHARACTERS, chance)
                            : String.valueOf((char) (33 + chance.nextInt(94))));
        }
        return text.toString();
    }

    private static String figures(Random chance, int length) {
        StringBuilder figures = new StringBuilder();
        while (figures.length() < length) {
            figures.append((char) ('!' + chance.nextInt(94)));
        }
        return figures.toString();
    }

    private static <T> T any(List<T> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private void receive(InboundMessage message) {
        TenantContext.run("demo", () -> inbox.receive(message));
    }

    private List<Message> heard(Story story) {
        return story.inTenant(() -> conversations.messages(story.customerId(), 200)).stream()
                .filter(Message::inbound)
                .toList();
    }
}
