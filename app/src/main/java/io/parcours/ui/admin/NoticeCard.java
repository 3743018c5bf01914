package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.parcours.conversation.ChannelNotices;
import io.parcours.conversation.KeptNotice;
import io.parcours.conversation.Notice.Kind;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.casefile.People;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.EmptyState;
import io.parcours.ui.component.Facts;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.RelativeTime;
import java.util.Optional;

/** One notice: why nothing acted on it, who wrote, and what came, as plain text. */
class NoticeCard extends Div {

    private final transient ChannelNotices notices;
    private final transient Runnable onChange;

    /** @param onChange told when somebody has read it, or takes that back */
    NoticeCard(KeptNotice notice, ChannelNotices notices, Runnable onChange) {
        this.notices = notices;
        this.onChange = onChange;
        addClassName("p-text-panel");
        show(notice);
    }

    private void show(KeptNotice notice) {
        removeAll();
        add(new H2(t(notice.reason())), new Card(null, facts(notice)));
        if (notice.kind() == Kind.WORDS) {
            add(reading(notice));
        }
        add(payload(notice));
    }

    private static Facts facts(KeptNotice notice) {
        Facts facts = new Facts()
                .with(t("notices.when"), new RelativeTime(notice.at()))
                .with(t("notices.channel"), Labels.channel(notice.channel()))
                .with(t("notices.account"), notice.account());
        if (notice.head().sender() != null) {
            facts.with(t("notices.sender"), notice.head().sender());
        }
        if (notice.head().subject() != null) {
            facts.with(t("notices.subject"), notice.head().subject());
        }
        return facts;
    }

    /** What there is to do about a subscriber's words, or who has seen to it. */
    private Card reading(KeptNotice notice) {
        if (!notice.toRead()) {
            return new Card(
                    null,
                    new Paragraph(
                            new Span(t("notices.readBy", People.within(notice.readBy())) + " "),
                            new RelativeTime(notice.readAt())));
        }
        Button read = new Button(t("notices.read"), new Glyph("check"), click -> read(notice.id()));
        read.setDisableOnClick(true);
        return new Card(null, new Paragraph(t("notices.words")), read);
    }

    private Card payload(KeptNotice notice) {
        return notices.payload(notice.id())
                .map(text -> new Card(t("notices.payload"), new Pre(Legible.text(text))))
                .orElseGet(() -> new Card(
                        t("notices.payload"), new EmptyState("history", t("notices.gone"), t("notices.gone.next"))));
    }

    private void read(long id) {
        String user = ParcoursUser.current().map(ParcoursUser::username).orElseThrow();
        changed(notices.read(id, user));
        Notices.done(t("notices.read.done"), () -> changed(notices.unread(id)));
    }

    private void changed(Optional<KeptNotice> now) {
        now.ifPresent(this::show);
        onChange.run();
    }
}
