package io.parcours.engine;

/** There is no such thing for this operator; whether another operator has it is not told. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what + " was not found");
    }
}
