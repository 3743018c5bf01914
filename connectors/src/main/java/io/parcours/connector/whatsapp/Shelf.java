package io.parcours.connector.whatsapp;

import io.parcours.conversation.Problem;
import io.parcours.conversation.ProviderTemplate;
import io.parcours.conversation.ProviderTemplate.State;
import io.parcours.conversation.ProviderTemplates.Known;
import io.parcours.conversation.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The templates of one business account as Meta last told of them. Nothing is known until it has told of all. */
final class Shelf {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final Map<String, ProviderTemplate> templates = new LinkedHashMap<>();
    private Instant readAt;
    private Instant askedAt;
    private Problem problem;

    synchronized void read(List<ProviderTemplate> all, Instant now) {
        templates.clear();
        all.forEach(each -> templates.put(key(each.name(), each.language()), each));
        readAt = now;
        problem = null;
    }

    /** What was known before goes on counting. */
    synchronized void notRead(Problem because) {
        problem = because;
    }

    synchronized void asked(Instant now) {
        askedAt = now;
    }

    /** Whether it is time to ask, or something was told that raises questions. */
    synchronized boolean due(Instant now, Duration every, Duration afterAFailure) {
        return askedAt == null || !now.isBefore(askedAt.plus(problem == null ? every : afterAFailure));
    }

    /** A webhook's news of one template; the rest of what there is to know of it is asked for soon. */
    synchronized void told(String name, String language, State state, String reason) {
        templates.computeIfPresent(key(name, language), (same, known) -> known.in(state, reason));
        askedAt = null;
    }

    /** @return empty where Meta would take it, and where nobody knows */
    synchronized Optional<String> refuses(Template template) {
        if (readAt == null) {
            return Optional.empty();
        }
        ProviderTemplate known = templates.get(key(template.name(), template.language()));
        if (known == null) {
            return Optional.of("template-missing");
        }
        if (known.obstacle() != null) {
            return Optional.of("template-" + known.obstacle());
        }
        if (known.state() == State.APPROVED) {
            return parameters(known.body()) == template.parameters().size()
                    ? Optional.empty()
                    : Optional.of("template-parameters");
        }
        return known.state() == State.UNKNOWN
                ? Optional.empty()
                : Optional.of("template-"
                        + known.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    synchronized Known known(String account) {
        return new Known(account, Optional.ofNullable(readAt), problem, List.copyOf(templates.values()));
    }

    private static long parameters(String body) {
        return PARAMETER
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .count();
    }

    private static String key(String name, String language) {
        return name + "/" + language;
    }
}
