package io.parcours.connector.operatordata;

import static io.parcours.connector.operatordata.OperationCheck.require;

import io.parcours.connector.operatordata.OperationFile.Request;
import io.parcours.operatordata.Operation;
import java.util.HashSet;
import java.util.Set;

/** What a request to a web service may look like. Its body is filled in once on trial: a place inside quotes is found out here. */
final class RequestCheck {

    private final Operation operation;

    RequestCheck(Operation operation) {
        this.operation = operation;
    }

    /** @throws IllegalArgumentException saying what is wrong */
    void check(Request request, boolean write) {
        require(
                request.method() != null && request.method().matches("GET|POST|PUT|PATCH|DELETE"),
                "GET, POST, PUT, PATCH or DELETE");
        require(request.path() != null && request.path().startsWith("/"), "its path begins with a slash");
        require(Template.path(request.path(), name -> "a").matches("[\\x21-\\x7e]+"), "its path is percent-encoded");
        require(request.body() == null || !request.method().equals("GET"), "GET has no body");
        require(write || request.method().matches("GET|POST"), "what is read is got or posted");
        require(request.keyHeader() == null || write, "a key goes with what is written");
        Set<String> used = new HashSet<>(Template.names(request.path()));
        if (request.body() != null) {
            used.addAll(Template.names(request.body()));
            body(request.body());
        }
        OperationCheck.known(operation, used, write);
        if (request.headers() != null) {
            request.headers()
                    .forEach((name, value) -> require(
                            name.matches("[A-Za-z0-9-]{1,64}")
                                    && value.matches("[\\x20-\\x7e]*")
                                    && !value.contains("{{"),
                            "the header " + name + " is one line without parameters"));
        }
    }

    private static void body(String body) {
        if (WebAnswer.isXml(body)) {
            require(!body.contains("<!"), "its body has no comments, CDATA or DOCTYPE");
            WebAnswer.tree(Template.xml(body, name -> "a"));
        } else {
            WebAnswer.tree(Template.json(body, name -> "a"));
        }
    }
}
