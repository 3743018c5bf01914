package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.connector.web.Checks;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.HttpCalls.Answer;
import io.parcours.connector.web.MetaAnswer;
import io.parcours.connector.web.StrictJson;
import io.parcours.connector.web.Unreadable;
import io.parcours.conversation.Problem;
import io.parcours.conversation.ProviderTemplate;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Asks Meta for all templates of a business account, page by page, within a bounded time. */
final class TemplateList {

    private static final String FIELDS = "name,status,language,category,components,rejected_reason";
    private static final int A_PAGE = 100;
    /** Meta lets a business have 6,000. */
    private static final int MOST_PAGES = 60;

    private static final int LONGEST_PAGE = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WhatsAppAccount account;
    private final HttpCalls calls;

    TemplateList(WhatsAppAccount account) {
        this.account = account;
        this.calls = new HttpCalls(account.web(), PATIENCE, LONGEST_PAGE);
    }

    /** Meta did not tell of them. */
    static final class NotTold extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        NotTold(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** @throws NotTold saying why not, without Meta's words */
    List<ProviderTemplate> all() throws NotTold {
        List<ProviderTemplate> all = new ArrayList<>();
        String after = "";
        long began = System.nanoTime();
        for (int page = 0; page < MOST_PAGES; page++) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new NotTold(Problem.of("templates.late"));
            }
            JsonNode answer = page(after);
            answer.path("data").forEach(template -> all.add(TemplateReader.read(template)));
            // The address of the next page has the token in it; the cursor says the same.
            after = answer.at("/paging/cursors/after").asText("");
            if (!answer.path("paging").has("next") || after.isEmpty()) {
                return all;
            }
        }
        throw new NotTold(Problem.of("templates.tooMany", MOST_PAGES * A_PAGE));
    }

    private JsonNode page(String after) throws NotTold {
        try {
            Answer answer = calls.call(request(after)).join();
            MetaAnswer meant = MetaAnswer.read(answer, "/data/0/id");
            JsonNode body = StrictJson.parse(answer.body());
            if (!meant.success() || !body.path("data").isArray()) {
                throw new NotTold(Problem.of("templates.answered", meant.toString()));
            }
            return body;
        } catch (CompletionException noAnswer) {
            throw new NotTold(Checks.unreachable(noAnswer));
        } catch (Unreadable unreadable) {
            throw new NotTold(Problem.of("templates.unreadable"));
        }
    }

    private HttpRequest request(String after) {
        String cursor = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(
                        URI.create(account.templates() + "?fields=" + FIELDS + "&limit=" + A_PAGE + cursor))
                .header("Authorization", "Bearer " + account.token())
                .header("Accept", "application/json")
                .GET()
                .build();
    }
}
