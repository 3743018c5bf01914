package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.parcours.conversation.ChannelNotices.Source;
import io.parcours.conversation.NoticeFilter;
import io.parcours.ui.casefile.Labels;
import io.parcours.ui.component.Glyph;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Which notices are shown: those to read first, then by channel and account. */
class NoticeFilters extends Div {

    private static final String PRESSED = "aria-pressed";

    private final NativeButton toRead = new NativeButton();
    private final Span words = new Span();
    private final Select<String> channel = select(t("notices.channel"), t("notices.channel.all"), Labels::channel);
    private final Select<String> account = select(t("notices.account"), t("notices.account.all"), name -> name);
    private final transient Runnable onChange;
    private transient List<Source> sources = List.of();
    private boolean offering;

    /** @param toReadOnly whether those alone are shown to begin with */
    NoticeFilters(boolean toReadOnly, Runnable onChange) {
        this.onChange = onChange;
        addClassName("p-texts-filters");
        toRead.add(new Glyph("eye"), words);
        toRead.addClassName("p-chip");
        press(toReadOnly);
        toRead.addClickListener(click -> {
            press(!pressed());
            onChange.run();
        });
        channel.addValueChangeListener(change -> {
            offerAccounts();
            changed();
        });
        account.addValueChangeListener(change -> changed());
        add(toRead, channel, account);
    }

    NoticeFilter wanted() {
        return new NoticeFilter(channel.getValue(), account.getValue(), pressed());
    }

    void count(int waiting) {
        words.setText(t("notices.toRead", waiting));
    }

    /** What is chosen stays chosen where there is something of it. */
    void offer(List<Source> now) {
        sources = List.copyOf(now);
        quietly(() ->
                offer(channel, sources.stream().map(Source::channel).distinct().toList()));
        offerAccounts();
    }

    private void offerAccounts() {
        quietly(() -> offer(
                account,
                sources.stream()
                        .filter(each ->
                                channel.getValue() == null || each.channel().equals(channel.getValue()))
                        .map(Source::account)
                        .distinct()
                        .sorted()
                        .toList()));
    }

    private static void offer(Select<String> select, List<String> items) {
        String chosen = select.getValue();
        select.setItems(items);
        select.setValue(items.stream()
                .filter(each -> Objects.equals(each, chosen))
                .findFirst()
                .orElse(null));
    }

    /** Other items are no choice of the person's. */
    private void quietly(Runnable offer) {
        boolean before = offering;
        offering = true;
        try {
            offer.run();
        } finally {
            offering = before;
        }
    }

    private void changed() {
        if (!offering) {
            onChange.run();
        }
    }

    private boolean pressed() {
        return "true".equals(toRead.getElement().getAttribute(PRESSED));
    }

    private void press(boolean on) {
        toRead.getElement().setAttribute(PRESSED, String.valueOf(on));
    }

    private static Select<String> select(String label, String all, UnaryOperator<String> said) {
        Select<String> select = new Select<>();
        select.setAriaLabel(label);
        select.setItemLabelGenerator(each -> each == null ? all : said.apply(each));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        select.setPlaceholder(all);
        select.setWidth("184px");
        return select;
    }
}
