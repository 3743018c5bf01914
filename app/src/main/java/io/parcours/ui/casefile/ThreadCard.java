package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.parcours.conversation.Conversations;
import io.parcours.conversation.Message;
import io.parcours.customer.Customer;
import io.parcours.trace.Timeline;
import io.parcours.ui.component.Card;
import java.util.List;

/** What happened: to the case, to the customer as a whole, and what was written back and forth. */
class ThreadCard extends Card {

    private static final int LIMIT = 200;

    private final transient Timeline timeline;
    private final transient Conversations conversations;
    private final transient TaskDesk desk;
    private final Tab ofCase = new Tab(t("thread.case"));
    private final Tab ofCustomer = new Tab(t("thread.customer"));
    private final Tab conversation = new Tab(t("thread.conversation"));
    private final Tabs tabs = new Tabs(ofCase, conversation, ofCustomer);
    private final Div content = new Div();
    private final transient FactLines lines;
    private transient CaseFile file;

    ThreadCard(Timeline timeline, Conversations conversations, TaskDesk desk, String currency) {
        super(null);
        this.timeline = timeline;
        this.conversations = conversations;
        this.desk = desk;
        lines = new FactLines(currency);
        getElement().setAttribute("aria-label", t("thread.title"));
        addClassName("p-thread");
        tabs.addSelectedChangeListener(change -> fill());
        show(tabs, content);
    }

    void show(CaseFile current) {
        file = current;
        ofCustomer.setVisible(file.customer() != null);
        conversation.setVisible(file.customer() != null);
        fill();
    }

    private void fill() {
        content.removeAll();
        Customer customer = file.customer();
        if (tabs.getSelectedTab() == ofCase || customer == null) {
            content.add(lines.inOrder(timeline.ofCase(file.number(), LIMIT)));
        } else if (tabs.getSelectedTab() == ofCustomer) {
            content.add(lines.newestFirst(timeline.ofCustomer(customer.id(), LIMIT)));
        } else {
            List<Message> messages = conversations.messages(customer.id(), LIMIT);
            content.add(
                    messages.isEmpty()
                            ? new Paragraph(t("thread.silent"))
                            : new ConversationLog(messages, desk::fetchAgain));
        }
    }
}
