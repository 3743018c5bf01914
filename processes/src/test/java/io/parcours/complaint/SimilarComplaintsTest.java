package io.parcours.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.scenario.JourneyTest;
import io.parcours.scenario.Scenario;
import io.parcours.scenario.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class SimilarComplaintsTest {

    @Autowired
    Scenario scene;

    @Autowired
    Complaints complaints;

    @Test
    void accentsAndEndingsDoNotMatterInFrenchNorInEnglish() {
        Story past = closed("Mon règlement de la zébrure n'a pas été pris en compte");
        Story english = closed("My zeppelin payments were charged twice");

        assertThat(search("reglement zebrures")).contains(past.caseNumber());
        assertThat(search("zeppelins payment")).contains(english.caseNumber());
        assertThat(search("zeppelins payment")).doesNotContain(past.caseNumber());
    }

    @Test
    void aNewComplaintFindsThePastOnesThatResemble() {
        Story past = closed("Antenne zinguée en panne au quartier Zongo");
        Story now =
                scene.writes("La zinguée du quartier Zongo est encore en panne").answers("2");

        assertThat(now.inTenant(() -> complaints.similar(now.caseNumber(), 3)))
                .first()
                .satisfies(similar -> {
                    assertThat(similar.caseNumber()).isEqualTo(past.caseNumber());
                    assertThat(similar.excerpt()).contains("«Zongo»");
                });
    }

    @Test
    void littleWordsAloneResembleNothing() {
        closed("Les clients ont été à la boutique");
        Story now = scene.writes("les ont été à la").answers("2");

        assertThat(now.inTenant(() -> complaints.similar(now.caseNumber(), 3))).isEmpty();
    }

    private Story closed(String description) {
        return scene.writes(description)
                .answers("2")
                .completes("solveComplaint", "outcome", "SOLVED", "resolution", "Fait.")
                .answers("1")
                .endsAt("complaintSolved");
    }

    private List<String> search(String words) {
        return scene.somebody().inTenant(() -> complaints.search(words, 10)).stream()
                .map(SimilarComplaint::caseNumber)
                .toList();
    }
}
