package io.parcours.ui.casefile;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import io.parcours.complaint.Complaints;
import io.parcours.complaint.Motive;
import io.parcours.conversation.Enclosures;
import io.parcours.customer.Customers;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.casefile.Enclosing.Enclosed;
import io.parcours.work.WorkItem;
import io.parcours.work.WorkQueue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file that goes with a reply: with that one, and only where it may be sent. */
@ScreenTest
@SignedIn(DemoUser.FATOU)
class EnclosingTest {

    private static final Map<String, Object> SOLVED = Map.of("outcome", "SOLVED", "resolution", "Voici le formulaire.");
    private static final byte[] FORM = "%PDF-1.7 to be signed".getBytes(StandardCharsets.UTF_8);

    /** Unlike all others, so that the rows of it can be found. */
    private final String name = UUID.randomUUID() + ".pdf";

    @Autowired
    Complaints complaints;

    @Autowired
    Customers customers;

    @Autowired
    WorkQueue work;

    @Autowired
    Enclosures enclosures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private WorkItem item;

    @Test
    void itIsKeptWithTheReplyThatItBelongsTo() {
        aCaseIsClaimed();
        upload(name, FORM);
        assertThat(kept()).as("before the reply is").isZero();

        submit(SOLVED);

        assertThat(work.find(item.taskId())).isEmpty();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aProgramIsRefusedInPlainWordsAndTheTaskStays() {
        aCaseIsClaimed();
        upload(name, "MZ and then more".getBytes(StandardCharsets.UTF_8));

        submit(SOLVED);

        assertThat(said()).anyMatch(words -> words.contains("programme"));
        assertThat(work.find(item.taskId())).isPresent();
        assertThat(kept()).isZero();
        assertThat(_get(Enclosing.class).file()).isEmpty();
    }

    @Test
    void oneThatIsTooLargeIsNotTakenOntoTheScreen() {
        aCaseIsClaimed();
        int largest = (int) enclosures.largest();
        Enclosing enclosing = _get(Enclosing.class);

        enclosing.took(new Enclosed(name, "application/pdf", new byte[largest + 1]));
        assertThat(enclosing.file()).isEmpty();
        assertThat(said()).anyMatch(words -> words.contains("10 Mo"));

        enclosing.took(new Enclosed(name, "application/pdf", new byte[largest]));
        assertThat(enclosing.file()).isPresent();
    }

    @Test
    void aFileWithoutAWordIsNotSent() {
        aCaseIsClaimed();
        upload(name, FORM);

        submit(Map.of("outcome", "SOLVED", "resolution", " "));

        assertThat(said()).anyMatch(words -> words.contains("il ne part qu’avec une réponse"));
        assertThat(work.find(item.taskId())).isPresent();
        assertThat(kept()).isZero();
    }

    @Test
    void aReplyWithoutAFileTakesNoneAlongThatWasMeantForAnEarlierOne() {
        aCaseIsClaimed();
        TenantContext.run(
                DemoUser.FATOU.tenant(),
                () -> transaction.executeWithoutResult(status -> enclosures.enclose(
                        item.caseNumber(), name, "application/pdf", () -> new ByteArrayInputStream(FORM))));
        assertThat(kept()).isEqualTo(1);

        submit(SOLVED);

        assertThat(work.find(item.taskId())).isEmpty();
        assertThat(kept()).isZero();
    }

    private void aCaseIsClaimed() {
        String number = NewCase.waiting(complaints, customers, work, Motive.BILLING);
        UI.getCurrent().navigate("case/" + number);
        _click(_get(Button.class, spec -> spec.withText("Prendre en charge")));
        item = NewCase.item(work, number);
    }

    private static void upload(String name, byte[] octets) {
        UploadKt._upload(_get(_get(Enclosing.class), Upload.class), name, octets);
        MockVaadin.clientRoundtrip();
        assertThat(_get(Enclosing.class).file()).isPresent();
    }

    private void submit(Map<String, Object> submission) {
        _get(CaseView.class).panel().task().submit(item.taskId(), submission);
    }

    private long kept() {
        return TenantContext.call(
                DemoUser.FATOU.tenant(),
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from media_file where name = ? and state = 'kept'")
                                .param(name)
                                .query(Long.class)
                                .single()));
    }

    private static List<String> said() {
        return _find(Span.class, spec -> spec.withAttribute("role", "status")).stream()
                .map(Span::getText)
                .toList();
    }
}
