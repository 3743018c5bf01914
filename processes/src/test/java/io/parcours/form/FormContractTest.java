package io.parcours.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What every form of the product keeps. */
class FormContractTest {

    static Stream<String> forms() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form"))
                .map(resource -> resource.getFilename().replace(".form", ""))
                .sorted();
    }

    @Test
    void everyTaskHasItsForm() throws IOException {
        assertThat(forms())
                .contains(
                        "complaint-approve-gesture",
                        "complaint-escalate",
                        "complaint-qualify",
                        "complaint-solve",
                        "unrouted-handle-message");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theIdIsTheNameOfTheFile(String form) {
        assertThat(Forms.form(form).id()).isEqualTo(form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldHasAName(String form) {
        assertThat(FormLocalizer.texts(Forms.source(form + ".form")).keySet())
                .containsAll(Forms.form(form).fieldKeys().stream()
                        .map(key -> key + ".label")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theEnglishOverlayHasExactlyTheTextsOfTheForm(String form) throws IOException {
        Properties english = english(form);
        assertThat(english.stringPropertyNames())
                .isEqualTo(FormLocalizer.texts(Forms.source(form + ".form")).keySet());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theEnglishFormAsksForTheSame(String form) throws IOException {
        FormSchema french = Forms.form(form);
        FormSchema translated = FormSchema.parse(FormLocalizer.localize(Forms.source(form + ".form"), english(form)));
        assertThat(translated.id()).isEqualTo(french.id());
        assertThat(translated.fieldKeys()).isEqualTo(french.fieldKeys());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyOverlayBelongsToAForm(String form) throws IOException {
        assertThat(Arrays.stream(
                                new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.properties"))
                        .map(resource -> resource.getFilename().replace("_en.properties", "")))
                .contains(form)
                .isSubsetOf(forms().toList());
    }

    private static Properties english(String form) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new EncodedResource(new ClassPathResource("forms/" + form + "_en.properties"), UTF_8).getReader()) {
            properties.load(reader);
        }
        return properties;
    }
}
