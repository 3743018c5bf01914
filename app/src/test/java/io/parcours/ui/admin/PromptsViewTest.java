package io.parcours.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import io.parcours.language.Language;
import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.SpokenText;
import io.parcours.prompt.SpokenText.State;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.Wav;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScreenTest
@SignedIn(DemoUser.SALIF)
class PromptsViewTest {

    private static final String CODE = "complaint.motive";

    @Autowired
    RecordedPrompts prompts;

    @AfterEach
    void nothingStays() {
        TenantContext.run("demo", () -> prompts.remove(CODE, Language.FON));
    }

    @Test
    void aRecordingIsUploadedRemovedAndTakenBack() {
        open();
        assertThat(state()).isEqualTo(State.MISSING);

        upload(2, wav());

        assertThat(said()).anyMatch(words -> words.startsWith("L’annonce en Fon est enregistrée"));
        assertThat(state()).isEqualTo(State.RECORDED);
        assertThat(TenantContext.call("demo", () -> prompts.audio(CODE, Language.FON)))
                .isPresent();
        assertThat(TenantContext.call("littoral", () -> prompts.audio(CODE, Language.FON)))
                .isEmpty();

        _click(_get(Button.class, spec -> spec.withText("Supprimer")));
        assertThat(state()).isEqualTo(State.MISSING);

        _click(_get(Button.class, spec -> spec.withText("Annuler cette action")));
        assertThat(state()).isEqualTo(State.RECORDED);
    }

    @Test
    void aFileThatIsNoSoundIsRefusedInPlainWords() throws IOException {
        open();

        upload(3, "not a sound".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(said())
                .contains(
                        "Ce fichier n’est pas un fichier WAV lisible. Exportez l’enregistrement en WAV, PCM 16 bits.");
        assertThat(TenantContext.call("demo", () -> prompts.audio(CODE, Language.BARIBA)))
                .isEmpty();
    }

    @Test
    void aTextWithValuesSaysWhatARecordingLeavesOut() {
        open("complaint.registered");

        assertThat(_find(com.vaadin.flow.component.html.Paragraph.class))
                .anyMatch(words -> words.getText().contains("qu’un enregistrement ne dit pas"));
    }

    private void open() {
        open(CODE);
    }

    @SuppressWarnings("unchecked")
    private void open(String code) {
        UI.getCurrent().navigate("admin/prompts");
        Grid<SpokenText> grid = _get(Grid.class);
        grid.select(grid.getListDataView()
                .getItems()
                .filter(text -> text.code().equals(code))
                .findFirst()
                .orElseThrow());
    }

    private static void upload(int language, byte[] file) {
        UploadKt._upload(_find(Upload.class).get(language), "annonce.wav", file);
        MockVaadin.clientRoundtrip();
    }

    private static List<String> said() {
        return _find(Span.class, spec -> spec.withAttribute("role", "status")).stream()
                .map(Span::getText)
                .toList();
    }

    private State state() {
        return TenantContext.call("demo", prompts::texts).stream()
                .filter(text -> text.code().equals(CODE))
                .findFirst()
                .flatMap(text -> text.state(Language.FON))
                .orElseThrow();
    }

    private static byte[] wav() {
        return Wav.of(16_000, 2, new byte[64_000]);
    }
}
