package io.parcours.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parcours.conversation.ChannelNotices.Source;
import io.parcours.conversation.Notice.Head;
import io.parcours.conversation.Notice.Kind;
import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What providers told and nothing acted on, read by people of the operator that it was told to. */
@JourneyTest
class ChannelNoticesTest {

    private static final Problem TOO_LARGE = Problem.of("notice.mail.tooLarge", 10);
    private static final Problem ELSE = Problem.of("notice.news", "calls");
    private static final NoticeFilter TO_READ = new NoticeFilter(null, null, true);

    @Autowired
    Inbox inbox;

    @Autowired
    ChannelNotices notices;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectMapper json;

    // Creates the operators.
    @Autowired
    Scenario operators;

    @BeforeEach
    void nobodyWasToldAnything() {
        TenantContext.runAsSystem(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("delete from provider_notice").update()));
    }

    @Test
    void theNewestComeFirstAPageAtATime() {
        for (int i = 1; i <= 5; i++) {
            keep("demo", "email", "service", Kind.NEWS, Problem.of("notice.news", "news " + i), i);
        }
        assertThat(details(page(NoticeFilter.ALL, 0, 2))).containsExactly("news 5", "news 4");
        assertThat(details(page(NoticeFilter.ALL, 2, 2))).containsExactly("news 3", "news 2");
        assertThat(details(page(NoticeFilter.ALL, 4, 2))).containsExactly("news 1");
        assertThat(count(NoticeFilter.ALL)).isEqualTo(5);
    }

    @Test
    void thoseOfOneMomentHaveAnOrderToo() {
        for (int i = 1; i <= 4; i++) {
            keep("demo", "email", "service", Kind.NEWS, Problem.of("notice.news", "news " + i), 0);
        }
        assertThat(details(page(NoticeFilter.ALL, 0, 2))).containsExactly("news 4", "news 3");
        assertThat(details(page(NoticeFilter.ALL, 2, 2))).containsExactly("news 2", "news 1");
    }

    @Test
    void theyAreFoundByChannelByAccountAndByWhetherTheyWaitToBeRead() {
        keep("demo", "email", "service", Kind.WORDS, TOO_LARGE, 1);
        keep("demo", "email", "sales", Kind.NEWS, ELSE, 2);
        keep("demo", "whatsapp", "service", Kind.NEWS, ELSE, 3);

        assertThat(page(new NoticeFilter("email", null, false), 0, 9))
                .extracting(KeptNotice::account)
                .containsExactly("sales", "service");
        assertThat(page(new NoticeFilter("email", "service", false), 0, 9)).hasSize(1);
        assertThat(page(new NoticeFilter(null, "service", false), 0, 9)).hasSize(2);
        assertThat(page(TO_READ, 0, 9)).extracting(KeptNotice::reason).containsExactly(TOO_LARGE);
        assertThat(count(new NoticeFilter("whatsapp", null, true))).isZero();
        assertThat(demo(notices::sources))
                .containsExactly(
                        new Source("email", "sales"),
                        new Source("email", "service"),
                        new Source("whatsapp", "service"));
    }

    @Test
    void aReasonIsKeptAsACodeWithItsDetails() {
        keep("demo", "email", "service", Kind.WORDS, TOO_LARGE, 1);
        Problem kept = only().reason();
        assertThat(kept).isEqualTo(TOO_LARGE);
        assertThat(kept.details()).containsExactly(10);
    }

    @Test
    void aSentenceOfBeforeReasonsHadCodesShowsAsItIs() {
        TenantContext.run(
                "demo",
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("insert into provider_notice (channel, account, reason, payload, at)"
                                        + " values ('email', 'service', 'it''s a {0} of another''s', 'x', now())")
                                .update()));
        assertThat(only().reason().in(Locale.FRENCH)).isEqualTo("it's a {0} of another's");
        assertThat(only().toRead()).isFalse();
        assertThat(only().head()).isEqualTo(Head.UNKNOWN);
    }

    @Test
    void whoWroteAndWhatAboutStandsBesideIt() {
        Head head = new Head("awa@client.example", "Ma facture");
        TenantContext.run(
                "demo",
                () -> inbox.keep(new Notice(
                        "demo", "email", "service", Kind.WORDS, TOO_LARGE, head, "From: Awa\0", clock.instant())));
        assertThat(only().head()).isEqualTo(head);
        assertThat(demo(() -> notices.payload(only().id()))).contains("From: Awa");
    }

    @Test
    void whatSomebodyHasReadWaitsNoLongerUntilItIsTakenBack() {
        keep("demo", "email", "service", Kind.WORDS, TOO_LARGE, 1);
        long id = only().id();

        KeptNotice read = demo(() -> notices.read(id, "ibrahim")).orElseThrow();
        assertThat(read.toRead()).isFalse();
        assertThat(read.readBy()).isEqualTo("ibrahim");
        assertThat(count(TO_READ)).isZero();
        assertThat(count(NoticeFilter.ALL)).isOne();

        assertThat(demo(() -> notices.read(id, "salif")).orElseThrow().readBy())
                .as("who was first")
                .isEqualTo("ibrahim");

        assertThat(demo(() -> notices.unread(id)).orElseThrow().toRead()).isTrue();
        assertThat(count(TO_READ)).isOne();
    }

    @Test
    void whatAnotherOperatorWasToldIsNeitherSeenNorCountedNorMarked() {
        keep("littoral", "email", "service", Kind.WORDS, TOO_LARGE, 1);
        KeptNotice theirs = littoral(() -> notices.page(NoticeFilter.ALL, 0, 9)).get(0);

        assertThat(page(NoticeFilter.ALL, 0, 9)).isEmpty();
        assertThat(count(NoticeFilter.ALL)).isZero();
        assertThat(count(TO_READ)).isZero();
        assertThat(demo(notices::sources)).isEmpty();
        assertThat(demo(() -> notices.payload(theirs.id()))).isEmpty();
        assertThat(demo(() -> notices.read(theirs.id(), "ibrahim"))).isEmpty();
        assertThat(littoral(() -> notices.count(TO_READ))).isOne();

        littoral(() -> notices.read(theirs.id(), "adjoa"));
        assertThat(demo(() -> notices.unread(theirs.id()))).isEmpty();
        assertThat(littoral(() -> notices.count(TO_READ))).isZero();
    }

    @Test
    void theyAreCountedByOperatorChannelAndKind() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("registry", registry);
        ObjectProvider<MeterRegistry> provider = beans.getBeanProvider(MeterRegistry.class);
        Notices keeper = new Notices(jdbc, json, transaction, provider);

        TenantContext.run("demo", () -> {
            keeper.keep(notice("demo", "email", "service", Kind.WORDS, TOO_LARGE, 1));
            keeper.keep(notice("demo", "email", "sales", Kind.WORDS, TOO_LARGE, 2));
            keeper.keep(notice("demo", "email", "sales", Kind.NEWS, ELSE, 3));
        });

        assertThat(registry.get("parcours.notices")
                        .tags("tenant", "demo", "channel", "email", "kind", "words")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("parcours.notices").tags("kind", "news").counters())
                .extracting(Counter::count)
                .containsExactly(1.0);
    }

    private void keep(String tenant, String channel, String account, Kind kind, Problem reason, int second) {
        TenantContext.run(tenant, () -> inbox.keep(notice(tenant, channel, account, kind, reason, second)));
    }

    private static Notice notice(String tenant, String channel, String account, Kind kind, Problem reason, int second) {
        Instant at = Instant.parse("2026-05-04T10:00:00Z").plusSeconds(second);
        return new Notice(tenant, channel, account, kind, reason, "{\"a\": 1}", at);
    }

    private List<KeptNotice> page(NoticeFilter wanted, int offset, int limit) {
        return demo(() -> notices.page(wanted, offset, limit));
    }

    private int count(NoticeFilter wanted) {
        return demo(() -> notices.count(wanted));
    }

    private KeptNotice only() {
        List<KeptNotice> all = page(NoticeFilter.ALL, 0, 9);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<Object> details(List<KeptNotice> page) {
        return page.stream().map(each -> each.reason().details().get(0)).toList();
    }

    private static <T> T demo(Supplier<T> asked) {
        return TenantContext.call("demo", asked);
    }

    private static <T> T littoral(Supplier<T> asked) {
        return TenantContext.call("littoral", asked);
    }
}
