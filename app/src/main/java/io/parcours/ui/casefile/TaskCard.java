package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.parcours.engine.TaskForm;
import io.parcours.form.InvalidSubmission;
import io.parcours.media.NotFetched;
import io.parcours.security.ParcoursUser;
import io.parcours.ui.component.CamundaForm;
import io.parcours.ui.component.Card;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.frame.Keys;
import io.parcours.work.WorkItem;
import java.util.Map;
import java.util.Set;

/** What is to be done now: the task's form, with what to know while filling it. */
class TaskCard extends Card {

    private final transient CaseParts parts;
    private final transient Runnable onChange;
    private final TaskChoice choice = new TaskChoice(this::choose);
    private final Subject subject;
    private final UnreadMessages unread;
    private final ReplyNote reply = new ReplyNote();
    private final Div note = new Div();
    private final Div place = new Div();
    private final Enclosing enclosing;
    private final GestureAdvice advice;
    private final Button complete = Keys.on(Keys.COMPLETE, new Button(t("case.complete"), click -> submitForm()));
    private final Button claim = Keys.on(Keys.CLAIM, new Button(t("case.claim"), new Glyph("hand"), click -> claim()));
    private final Button release = new Button(t("case.release"), new Glyph("undo-2"), click -> release());
    private CamundaForm form;
    private transient WorkItem item;
    private String chosen;
    private transient ReplyFields replyFields = new ReplyFields(Set.of());

    TaskCard(CaseParts parts, String currency, Runnable onChange) {
        super(t("case.toDo"));
        this.parts = parts;
        this.onChange = onChange;
        subject = new Subject(currency);
        unread = new UnreadMessages(parts.desk()::markRead, parts.desk()::fetchAgain);
        enclosing = new Enclosing(parts.desk().largestEnclosure());
        advice = new GestureAdvice(parts.gestures(), currency);
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.setTooltipText(t("case.complete.key"));
        claim.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        note.addClassName("p-todo-note");
        withTool(choice);
        addClassName("p-todo");
        Div work = new Div(place, enclosing, complete);
        work.addClassName("p-todo-work");
        Div side = new Div(work, advice);
        side.addClassName("p-todo-side");
        show(subject, unread, note, reply, side);
    }

    /** Brings everything around the form up to date; the form itself only when another task takes its place. */
    void show(CaseFile file) {
        WorkItem next = file.toDo(chosen).orElse(null);
        boolean same = item != null && next != null && item.taskId().equals(next.taskId());
        item = next;
        subject.show(file);
        unread.show(file);
        choice.show(file, item);
        if (item == null) {
            form = null;
            place.removeAll();
            place.add(new NothingToDo(file, nextButton()));
        } else if (!same) {
            open();
        }
        advice.show(file.complaint(), item);
        allow();
        reply.show(file, item != null && item.assignee() != null && People.isMe(item.assignee()));
    }

    /** What the person may do with the task as a whole: for the head of the page. */
    Component[] actions() {
        return new Component[] {release, claim};
    }

    private Button nextButton() {
        return parts.next()
                .button(() -> parts.next().queuesOf(ParcoursUser.current().orElseThrow()));
    }

    private void choose(WorkItem wanted) {
        chosen = wanted.taskId();
        onChange.run();
    }

    private void open() {
        TaskForm task = parts.desk().form(item, UI.getCurrent().getLocale());
        String taskId = item.taskId();
        form = new CamundaForm();
        form.setSchema(task.schemaJson());
        replyFields = ReplyFields.of(task.schemaJson());
        enclosing.clear();
        form.setData(task.data());
        form.addSubmitListener(submission -> submit(taskId, submission));
        place.removeAll();
        place.add(form);
    }

    private void allow() {
        boolean mine = item != null && People.isMe(item.assignee());
        boolean free = item != null && item.assignee() == null;
        if (form != null) {
            form.setReadOnly(!mine);
        }
        complete.setVisible(mine);
        release.setVisible(mine);
        enclosing.setVisible(mine && replyFields.any());
        claim.setVisible(free);
        note.setVisible(item != null && !mine);
        note.removeAll();
        if (free) {
            note.add(new Glyph("info"), new Div(t("case.free")));
        } else if (item != null && !mine) {
            note.add(new Glyph("user"), new Div(t("case.taken", People.name(item.assignee()))));
        }
    }

    private void claim() {
        Refusals.tell(() -> parts.desk().claim(item));
        onChange.run();
    }

    private void release() {
        WorkItem released = item;
        if (Refusals.tell(() -> parts.desk().release(released))) {
            Notices.done(t("case.released"), () -> {
                Refusals.tell(() -> parts.desk().claim(released));
                onChange.run();
            });
        }
        onChange.run();
    }

    private void submitForm() {
        if (form != null) {
            form.submit();
        }
    }

    /** Takes what the browser sent; a second press on the button comes after the task is done and changes nothing. */
    void submit(String taskId, Map<String, Object> submission) {
        WorkItem done = item;
        if (done == null || !done.taskId().equals(taskId)) {
            return;
        }
        if (enclosing.coming() || enclosing.file().isPresent() && !replyFields.filled(submission)) {
            Notices.failure(t(enclosing.coming() ? "file.enclose.coming" : "file.enclose.alone"));
            return;
        }
        try {
            if (Refusals.tell(
                    () -> parts.desk().complete(done, submission, unread.shownUpTo(), replyFields, enclosing.file()))) {
                Notices.done(t("case.completed", Labels.task(done)));
            }
            onChange.run();
        } catch (NotFetched refused) {
            enclosing.clear();
            Notices.failure(t("file.enclose.refused", Labels.of("file.reason." + refused.code(), refused.code())));
        } catch (InvalidSubmission refused) {
            form.setErrors(FormErrors.sentences(refused));
        }
    }
}
