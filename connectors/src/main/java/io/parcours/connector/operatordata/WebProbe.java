package io.parcours.connector.operatordata;

import io.parcours.connector.web.HttpCalls;
import io.parcours.conversation.Problem;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Asks a web service whether it is there and takes the login: by a look-up that needs nothing, or by its address alone. */
final class WebProbe {

    private final WebBackend service;

    WebProbe(WebBackend service) {
        this.service = service;
    }

    /** Ends with the backend's own patience. */
    Optional<Problem> problem(Collection<Described> operations) {
        try {
            HttpCalls.Answer answer = operations.stream()
                    .filter(WebProbe::needsNothing)
                    .findFirst()
                    .map(operation -> service.ask(operation, Map.of(), null))
                    .orElseGet(service::ask)
                    .join();
            return said(answer.status());
        } catch (CompletionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            boolean known = cause instanceof IOException;
            return Optional.of(
                    known
                            ? Problem.of("system.unreachable", cause.getClass().getSimpleName())
                            : Problem.of("system.late"));
        }
    }

    private static boolean needsNothing(Described operation) {
        return !operation.operation().write()
                && operation.operation().parameters().isEmpty()
                && operation.request().method().equals("GET");
    }

    /** Whatever else it answers, it is there: not every service has something at its bare address. */
    private static Optional<Problem> said(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of(Problem.of("system.refused", "HTTP " + status));
            case 429, 502, 503, 504 -> Optional.of(Problem.of("system.away", "HTTP " + status));
            default -> Optional.empty();
        };
    }
}
