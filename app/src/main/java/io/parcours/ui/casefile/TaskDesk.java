package io.parcours.ui.casefile;

import io.parcours.conversation.Conversations;
import io.parcours.conversation.Enclosures;
import io.parcours.engine.TaskForm;
import io.parcours.engine.Tasks;
import io.parcours.form.FormLocalizer;
import io.parcours.i18n.Languages;
import io.parcours.media.MediaFiles;
import io.parcours.ui.casefile.Enclosing.Enclosed;
import io.parcours.work.WorkItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with the task of a case, and the form in their language. */
@Component
class TaskDesk {

    private final Tasks tasks;
    private final Conversations conversations;
    private final MediaFiles files;
    private final Enclosures enclosures;

    TaskDesk(Tasks tasks, Conversations conversations, MediaFiles files, Enclosures enclosures) {
        this.tasks = tasks;
        this.conversations = conversations;
        this.files = files;
        this.enclosures = enclosures;
    }

    public void claim(WorkItem item) {
        tasks.claim(item.taskId());
    }

    public void release(WorkItem item) {
        tasks.release(item.taskId());
    }

    /**
     * Completes the task; what the subscriber wrote up to the given number counts as read with it, so that it is not taken
     * for the answer to a question that is asked only now. What is enclosed leaves with the reply, and nothing that was
     * enclosed with an earlier one.
     *
     * @throws io.parcours.media.NotFetched where the file is not sent; the task stays as it was
     */
    @Transactional
    public void complete(
            WorkItem item,
            Map<String, Object> submission,
            long seenUpTo,
            ReplyFields reply,
            Optional<Enclosed> enclosed) {
        if (seenUpTo > 0) {
            conversations.markRead(item.caseNumber(), seenUpTo);
        }
        if (reply.any()) {
            enclosed.ifPresentOrElse(
                    file -> enclosures.enclose(
                            item.caseNumber(), file.name(), file.type(), () -> new ByteArrayInputStream(file.octets())),
                    () -> enclosures.withdraw(item.caseNumber()));
        }
        tasks.complete(item.taskId(), submission);
    }

    @Transactional
    public void markRead(String caseNumber, long seenUpTo) {
        conversations.markRead(caseNumber, seenUpTo);
    }

    public long largestEnclosure() {
        return enclosures.largest();
    }

    /** Has a file fetched once more that could not be. */
    public void fetchAgain(UUID file) {
        files.retry(file);
    }

    /** The form with its texts in the language; French is what the analysts wrote. */
    public TaskForm form(WorkItem item, Locale language) {
        TaskForm form = tasks.form(item.taskId());
        if (Languages.FRENCH.equals(Languages.of(language))) {
            return form;
        }
        String localized = FormLocalizer.localize(form.schemaJson(), overlay(form.formId(), language));
        return new TaskForm(form.formId(), localized, form.data());
    }

    private static Properties overlay(String formId, Locale language) {
        String file = "/forms/" + formId + "_" + language.getLanguage() + ".properties";
        Properties texts = new Properties();
        try (InputStream source = TaskDesk.class.getResourceAsStream(file)) {
            if (source != null) {
                texts.load(new InputStreamReader(source, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
