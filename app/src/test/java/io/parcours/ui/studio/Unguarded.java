package io.parcours.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;

/** What would become of the attacks where nobody guards: the proof that they are meant, and that the canary hears them. */
final class Unguarded {

    private Unguarded() {}

    static void write(String file) throws IOException {
        Files.createFile(Path.of(file));
    }

    static void call(String address) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
    }

    static void makeTheClass(Attack attack) throws ReflectiveOperationException {
        Class.forName(found(attack, "camunda:class=\"([^\"]+)\""))
                .getConstructor()
                .newInstance();
    }

    static void evaluateTheExpression(Attack attack) {
        SimpleContext context = new SimpleContext();
        new ExpressionFactoryImpl()
                .createValueExpression(context, found(attack, "camunda:expression=\"([^\"]+)\""), Object.class)
                .getValue(context);
    }

    /** By the decision engine as it comes, which speaks JUEL. */
    static void decide(Attack attack) {
        DefaultDmnEngineConfiguration usual =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        DmnEngine engine = usual.buildEngine();
        try {
            engine.evaluateDecisionTable(
                    engine.parseDecision(attack.id(), new ByteArrayInputStream(attack.content())),
                    Variables.putValue("segment", "GOLD"));
        } catch (DmnEngineException afterwards) {
            // What the expression returned may not fit the table; it has run by then.
            assertThat(afterwards).isNotNull();
        }
    }

    static void parse(Attack attack) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(attack.content()));
        assertThat(document.getDocumentElement()).isNotNull();
    }

    private static String found(Attack attack, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(attack.text());
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
