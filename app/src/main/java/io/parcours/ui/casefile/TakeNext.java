package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.Keys;
import io.parcours.work.Queue;
import io.parcours.work.Queues;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Claims what is to be done next and opens its case: the button, and its key, wherever work is taken. */
@Component
public class TakeNext {

    private final WorkQueue work;
    private final Queues queues;

    TakeNext(WorkQueue work, Queues queues) {
        this.work = work;
        this.queues = queues;
    }

    /** The queues that this person works. */
    public List<String> queuesOf(ParcoursUser user) {
        List<String> roles = user.roles().stream().map(Role::name).toList();
        return queues.visibleTo(roles).stream().map(Queue::code).toList();
    }

    /** @param from the queues to take from, asked at each press */
    public Button button(Supplier<Collection<String>> from) {
        Button button = new Button(t("queue.next"), new Glyph("play"));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            Optional<WorkItem> next = work.claimNext(from.get());
            button.setEnabled(true);
            next.ifPresentOrElse(
                    item -> button.getUI().ifPresent(page -> page.navigate(CaseView.class, item.caseNumber())),
                    () -> Notices.done(t("queue.next.none")));
        });
        return Keys.on(Keys.NEXT, button);
    }
}
