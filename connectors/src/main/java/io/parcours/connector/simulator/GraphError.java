package io.parcours.connector.simulator;

import java.util.Map;
import java.util.UUID;

/**
 * A refusal in the words of Meta's Graph API.
 *
 * @param httpStatus what a request that is refused at once is answered with
 * @param subcode null where Meta gives none
 * @param title what the error is called
 * @param details what is wrong in this case; empty where Meta gives none
 */
record GraphError(int httpStatus, String type, int code, Integer subcode, String title, String details) {

    static final int WINDOW_CLOSED = 131047;
    static final int UNDELIVERABLE = 131026;
    private static final int NO_SUCH_OBJECT = 33;
    private static final String OAUTH = "OAuthException";
    private static final String HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(1, "An unknown error occurred"),
            Map.entry(2, "Service temporarily unavailable"),
            Map.entry(4, "Application request limit reached"),
            Map.entry(10, "Application does not have permission for this action"),
            Map.entry(100, "Invalid parameter"),
            Map.entry(190, "Invalid OAuth access token - Cannot parse access token"),
            Map.entry(80007, "Rate limit issues"),
            Map.entry(130429, "Rate limit hit"),
            Map.entry(131000, "Something went wrong"),
            Map.entry(131008, "Required parameter is missing"),
            Map.entry(131009, "Parameter value is not valid"),
            Map.entry(131016, "Service unavailable"),
            Map.entry(UNDELIVERABLE, "Message undeliverable"),
            Map.entry(WINDOW_CLOSED, "Re-engagement message"),
            Map.entry(131051, "Message type unknown"),
            Map.entry(131056, "(Business Account, Consumer Account) pair rate limit hit"),
            Map.entry(132000, "Number of parameters does not match the expected number of params"),
            Map.entry(132001, "Template name does not exist in the translation"),
            Map.entry(132015, "Template is paused"));

    static GraphError told(int httpStatus, int code, Integer subcode) {
        return of(httpStatus, code, subcode, TITLES.getOrDefault(code, "Error"), "As told to the simulator");
    }

    static GraphError parameter(String details) {
        return of(400, 100, details);
    }

    static GraphError value(String details) {
        return of(400, 131009, details);
    }

    static GraphError of(int httpStatus, int code, String details) {
        return of(httpStatus, code, null, TITLES.getOrDefault(code, "Error"), details);
    }

    static GraphError of(int httpStatus, int code, Integer subcode, String title, String details) {
        return new GraphError(httpStatus, OAUTH, code, subcode, title, details);
    }

    /** Meta's answer for an id in the path that the bearer cannot see, existing or not. */
    static GraphError unknownObject(String method, String id) {
        String title = "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                + " permissions, or does not support this operation";
        return new GraphError(
                400,
                "GraphMethodException",
                100,
                NO_SUCH_OBJECT,
                title.formatted(method.toLowerCase(java.util.Locale.ROOT), id),
                "");
    }

    Map<String, Object> json() {
        boolean plain = code == 190 || type.startsWith("Graph");
        Object data = details.isEmpty() ? null : Json.object("messaging_product", "whatsapp", "details", details);
        return Json.object(
                "error",
                Json.object(
                        "message",
                        plain ? title : "(#" + code + ") " + title,
                        "type",
                        type,
                        "code",
                        code,
                        "error_subcode",
                        subcode,
                        "error_data",
                        data,
                        "fbtrace_id",
                        "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22)));
    }

    /** As Messenger says it, which has no details. */
    GraphError plain() {
        return new GraphError(httpStatus, type, code, subcode, title, "");
    }

    /** As a failed status carries it. */
    Map<String, Object> inStatus() {
        return Json.object(
                "code",
                code,
                "title",
                title,
                "message",
                title,
                "error_data",
                Json.object("details", details),
                "href",
                HREF);
    }

    /** Ends the handling of a request. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient GraphError error;

        Refused(GraphError error) {
            super(error.code + " " + error.title + ": " + error.details, null, false, false);
            this.error = error;
        }

        GraphError error() {
            return error;
        }
    }
}
