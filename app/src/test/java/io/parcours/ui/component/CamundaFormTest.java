package io.parcours.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CamundaFormTest {

    private final CamundaForm form = new CamundaForm();
    private final List<Map<String, Object>> heard = new ArrayList<>();

    @Test
    void whoeverListensGetsTheValuesByFieldKey() {
        form.addSubmitListener(heard::add);
        form.submitted("{\"outcome\":\"SOLVED\",\"amount\":500,\"note\":null}");
        assertThat(heard).singleElement().satisfies(values -> assertThat(values)
                .containsEntry("outcome", "SOLVED")
                .containsEntry("amount", 500)
                .containsEntry("note", null));
    }

    @Test
    void whoeverStoppedListeningHearsNothing() {
        form.addSubmitListener(heard::add).remove();
        form.submitted("{}");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> form.submitted("<script>"));
    }

    @Test
    void datesReachTheFormAsText() {
        form.setData(Map.of("day", java.time.LocalDate.of(2026, 3, 14)));
        assertThat(form.getElement().getPropertyRaw("data")).asString().contains("2026-03-14");
    }
}
