package io.parcours.isolation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import io.parcours.isolation.Belongings.Id;
import io.parcours.isolation.Neighbour.House;
import io.parcours.security.DemoUser;
import io.parcours.security.Role;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever another operator's things are called, asked for at every address and in every field by everybody who works
 * elsewhere: nothing comes back, and the answer is the one for what does not exist.
 */
@ScreenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAddressTest {

    /** Visitors see them too: the login names the demo's people, and through the telephone the network tells what it carries. */
    private static final Map<String, List<String>> SHOWN_TO_VISITORS = Map.of(
            "login",
            House.WORDS,
            "simulator",
            House.WORDS.stream().filter(word -> !word.equals(Neighbour.NUMBER)).toList());

    @Autowired
    Theirs theirs;

    private House house;
    private List<Id> ids;
    private Set<String> words;

    @BeforeAll
    void theNeighbourHasMovedIn() {
        house = theirs.house();
        ids = theirs.ids();
        words = theirs.words();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsAskedForByItsIdIsNotFound(DemoUser person) {
        assertThat(Addresses.withAnId()).isNotEmpty();
        for (String template : Addresses.withAnId()) {
            String unknown = UUID.randomUUID().toString();
            String notFound = opened(template, unknown);
            assertThat(_get(H1.class).getText()).isIn("Page introuvable", "Accès refusé");
            for (Id id : ids) {
                String shown = opened(template, id.value());
                theirs.absentFrom(template, shown, words, id.value());
                if (id.alone()) {
                    assertThat(shown.replace(id.value(), ""))
                            .as("%s with %s %s", template, id.kind(), id.value())
                            .isEqualTo(notFound.replace(unknown, ""));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatStandsBehindTheQuestionMarkOpensNothing(DemoUser person) {
        Set<String> asked = new TreeSet<>();
        for (String address : Addresses.plain()) {
            Question question = new Question("nothing");
            UI.getCurrent().navigate(address, question);
            absent(address, "");
            asked.addAll(question.asked());
            if (!question.asked().isEmpty()) {
                for (Id id : oneOfEachKind()) {
                    UI.getCurrent().navigate(address, new Question(id.value()));
                    absent(address, id.value());
                }
            }
        }
        if (person.role() == Role.BACK_OFFICE) {
            assertThat(asked).as("names that were heard").contains("code");
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsTypedIntoAnyFieldFindsNothing(DemoUser person) {
        for (String address : Addresses.plain()) {
            UI.getCurrent().navigate(address);
            absent(address, "");
            int fields = fields().size();
            for (int field = 0; field < fields; field++) {
                for (String typed : known()) {
                    _setValue(fields().get(field), typed);
                    absent(address, typed);
                }
                _setValue(fields().get(field), "");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void theSearchOfTheFrameFindsNothing(DemoUser person) {
        UI.getCurrent().navigate("");
        for (ComboBox<?> search : _find(ComboBox.class, spec -> spec.withClasses("p-search"))) {
            known().forEach(typed -> assertThat(found(search, typed)).as(typed).isEmpty());
            ids.forEach(id ->
                    theirs.absentFrom("the search", found(search, id.value()).toString(), words, id.value()));
        }
    }

    @Test
    @SignedIn(DemoUser.YAO)
    void theirOwnBackOfficeReadsTheCase() {
        String shown = opened("case/:number", house.caseNumber());
        assertThat(shown).contains(Neighbour.NAME, Neighbour.SUBJECT, Neighbour.WRITTEN);
        UI.getCurrent().navigate("queue", new Question("complaint-billing"));
        assertThat(Screen.words()).contains(house.caseNumber());
    }

    @Test
    @SignedIn(DemoUser.KOFFI)
    void theirOwnAgentFindsTheCustomer() {
        String shown = opened("customer/:id", house.customer().id().toString());
        assertThat(Belongings.squeezed(shown)).contains(Belongings.squeezed(Neighbour.NUMBER));
        ComboBox<?> search = _get(ComboBox.class, spec -> spec.withClasses("p-search"));
        assertThat(found(search, Neighbour.NAME)).isNotEmpty();
        assertThat(found(search, house.caseNumber())).isNotEmpty();
    }

    @Test
    @SignedIn(DemoUser.ADJOA)
    void theirOwnSupervisorSeesTheFailure() {
        UI.getCurrent().navigate("incidents");
        assertThat(Screen.words()).contains(Neighbour.FAILURE);
    }

    @Test
    @SignedIn(DemoUser.ADJOA)
    void theirOwnSupervisorSeesTheNotice() {
        UI.getCurrent().navigate("admin/notices");
        assertThat(Screen.words()).contains(Neighbour.NOTICE);
    }

    @Test
    @SignedIn(DemoUser.ADJOA)
    void theirOwnSupervisorSeesTheCall() {
        UI.getCurrent().navigate("supervisor/calls");
        assertThat(Screen.words()).contains(Neighbour.NAME);
    }

    @Test
    @SignedIn(DemoUser.KODJO)
    void theirOwnAnalystSeesTheModel() {
        UI.getCurrent().navigate("studio");
        assertThat(Screen.words()).contains(Neighbour.MODEL);
    }

    static List<DemoUser> strangers() {
        return Theirs.strangers();
    }

    private static String opened(String template, String id) {
        UI.getCurrent().navigate(Addresses.filled(template, id));
        return Screen.words();
    }

    private static Collection<?> found(ComboBox<?> search, String typed) {
        ComboBoxKt.setUserInput(search, typed);
        return ComboBoxKt.getSuggestionItems(search);
    }

    private Collection<Id> oneOfEachKind() {
        return ids.stream()
                .collect(Collectors.toMap(Id::kind, id -> id, (newer, older) -> newer))
                .values();
    }

    private Collection<String> known() {
        Set<String> known = new TreeSet<>(House.WORDS);
        known.addAll(house.ids());
        return known;
    }

    private void absent(String address, String brought) {
        theirs.absentFrom(address, Screen.words(), wordsAt(address), brought);
    }

    private Collection<String> wordsAt(String address) {
        return SHOWN_TO_VISITORS.getOrDefault(address, List.copyOf(words));
    }

    private static List<TextField> fields() {
        return _find(TextField.class).stream()
                .filter(field -> !field.isReadOnly() && BasicUtilsKt.isEffectivelyEnabled(field))
                .toList();
    }
}
