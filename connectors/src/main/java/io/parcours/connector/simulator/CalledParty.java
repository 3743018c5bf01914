package io.parcours.connector.simulator;

/** What happens at the other end when the exchange calls somebody. */
public enum CalledParty {
    /** Rings, and somebody answers. */
    ANSWERS,
    /** The network speaks before it rings, if it rings; then somebody answers. */
    ANNOUNCES,
    /** Rings, and a machine answers. */
    MACHINE,
    /** Rings, and something answers of which the exchange cannot tell what it is. */
    UNCLEAR,
    /** Rings until the caller gives up. */
    RINGS_OUT,
    BUSY,
    DECLINES,
    /** Switched off or out of reach, says the network; it never rings. */
    ABSENT,
    /** The network has no circuit. */
    NO_CIRCUIT,
    UNALLOCATED,
    /** The network answers with another number to call. */
    REDIRECTS,
    /** Nobody answers to anything: the trunk is dead. */
    DEAD_TRUNK;

    /** What the exchange's answering-machine detection says: AMDSTATUS and AMDCAUSE. */
    record Detection(String status, String cause) {}

    /** What it makes of whoever answers. */
    Detection detected() {
        return switch (this) {
            case MACHINE -> new Detection("MACHINE", "MAXWORDS-3-2");
            case UNCLEAR -> new Detection("NOTSURE", "TOOLONG-5000");
            default -> new Detection("HUMAN", "HUMAN-800-800");
        };
    }
}
