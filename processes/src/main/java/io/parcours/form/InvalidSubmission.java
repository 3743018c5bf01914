package io.parcours.form;

import java.util.List;
import java.util.stream.Collectors;

/** A submission that its form does not allow; nothing of it was used. The message holds no submitted value. */
public final class InvalidSubmission extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidSubmission(List<FieldError> errors) {
        super(errors.stream().map(error -> error.field() + ": " + error.code()).collect(Collectors.joining(", ")));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
