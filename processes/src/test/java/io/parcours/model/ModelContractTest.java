package io.parcours.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.conversation.Texts;
import io.parcours.form.FormSchema;
import io.parcours.scenario.JourneyTest;
import io.parcours.tenant.TenantContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps models, forms, decisions, texts and queues together: what one names, another has. */
@JourneyTest
class ModelContractTest {

    @Autowired
    ModelValidator validator;

    @Autowired
    StepCatalogue steps;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    static Stream<Resource> models() throws IOException {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath*:bpmn/*.bpmn", "classpath*:dmn/*.dmn", "classpath*:forms/*.form")
                .flatMap(pattern -> {
                    try {
                        return Arrays.stream(resources.getResources(pattern));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    static Stream<Resource> journeys() throws IOException {
        return models().filter(model -> model.getFilename().endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void keepsTheRules(Resource model) throws IOException {
        assertThat(validator.check(model.getFilename(), model.getContentAsByteArray()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void namesFormsThatExist(Resource journey) throws IOException {
        for (String form : named(journey, "formRef=\"([^\"]+)\"")) {
            assertThat(FormSchema.parse(text("forms/" + form + ".form")).id()).isEqualTo(form);
        }
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void namesDecisionsThatExist(Resource journey) throws IOException {
        for (String decision : named(journey, "name=\"decision\">([^<$]+)<")) {
            assertThat(new ClassPathResource("dmn/" + decision + ".dmn").exists())
                    .as(decision)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void saysAndAsksOnlyWhatHasATextInBothLanguages(Resource journey) throws IOException {
        for (String code : named(journey, "name=\"(?:message|question)\">([^<$]+)<")) {
            assertThat(texts.find(code, "fr")).as(code).isPresent();
            assertThat(texts.codes("en")).contains(code);
        }
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void sendsWorkOnlyToQueuesThatEveryOperatorHas(Resource journey) throws IOException {
        List<String> queues = TenantContext.call(
                "demo",
                () -> transaction.execute(status ->
                        jdbc.sql("select code from queue").query(String.class).list()));
        assertThat(queues).containsAll(named(journey, "candidateGroups=\"([^\"$]+)\""));
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void waitsForItsAnswersUnderItsOwnName(Resource journey) throws IOException {
        String id = journey.getFilename().replace(".bpmn", "");
        assertThat(named(journey, "<bpmn:message id=\"[^\"]+\" name=\"([^\"]+)\""))
                .allSatisfy(message -> assertThat(message).startsWith(id + "."));
    }

    /** A caller's language is asked in a round of the question: a model that does not go back would never ask its own. */
    @ParameterizedTest
    @MethodSource("journeys")
    void asksOnceMoreWhereItIsToldTo(Resource journey) throws IOException {
        Matcher asks = Pattern.compile("<bpmn:receiveTask id=\"(\\w+)\"(?s:.*?)name=\"question\">([^<]+)<")
                .matcher(journey.getContentAsString(StandardCharsets.UTF_8));
        while (asks.find()) {
            String question = asks.group(2).strip();
            if (texts.find(question, "fr").isPresent()
                    && texts.find(question + ".options", "fr").isEmpty()
                    && texts.find(question + ".kind", "fr").isEmpty()) {
                // Free words are always understood, and a call does not ask for them.
                continue;
            }
            String ask = asks.group(1);
            List<String> next = named(journey, "sourceRef=\"" + ask + "\" targetRef=\"([^\"]+)\"");
            assertThat(next).as(ask).hasSize(1);
            assertThat(journey.getContentAsString(StandardCharsets.UTF_8))
                    .as(ask)
                    .containsPattern(
                            "sourceRef=\"" + next.get(0)
                                    + "\" targetRef=\"[^\"]+\">\\s*<bpmn:conditionExpression[^>]*>\\$\\{answerState == 'AGAIN'");
        }
    }

    @Test
    void everyDecidedQueueExists() throws IOException {
        List<String> queues = TenantContext.call(
                "demo",
                () -> transaction.execute(status ->
                        jdbc.sql("select code from queue").query(String.class).list()));
        Matcher queue =
                Pattern.compile("<text>\"(complaint-[a-z]+)\"</text>").matcher(text("dmn/complaint-priority.dmn"));
        while (queue.find()) {
            assertThat(queues).contains(queue.group(1));
        }
    }

    @Test
    void theSubscribersTextsAreTheSameInBothLanguages() {
        assertThat(texts.codes("en")).isEqualTo(texts.codes("fr"));
        texts.codes("fr")
                .forEach(code -> assertThat(placeholders(code, "en")).as(code).isEqualTo(placeholders(code, "fr")));
    }

    @Test
    void everyOptionOfAQuestionHasALabel() {
        texts.codes("fr").stream().filter(code -> code.endsWith(".options")).forEach(code -> {
            for (String option : texts.find(code, "fr").orElseThrow().split("\\s*,\\s*")) {
                assertThat(texts.find(code.replace("options", option), "fr"))
                        .as(code + " " + option)
                        .isPresent();
            }
        });
    }

    private List<String> placeholders(String code, String language) {
        return Pattern.compile("\\{\\w+}")
                .matcher(texts.find(code, language).orElseThrow())
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<String> named(Resource model, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(model.getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
