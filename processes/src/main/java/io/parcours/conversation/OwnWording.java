package io.parcours.conversation;

import java.util.Optional;

/** An operator's own words in place of the shipped ones. Asked for each message: it answers without a turn to the database. */
public interface OwnWording {

    /** Of the operator in force; empty where the shipped text stands, and where no operator is in force. */
    Optional<String> find(String code, String language);
}
