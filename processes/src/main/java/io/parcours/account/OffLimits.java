package io.parcours.account;

/** Where no account may lead, whoever asks for it. */
public interface OffLimits {

    /** Whether that is the platform's own database. */
    boolean database(String host, int port, String name);
}
