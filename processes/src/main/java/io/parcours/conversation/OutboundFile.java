package io.parcours.conversation;

/**
 * A file on its way out. It is small enough to be held in memory: an upload is read by threads that have no transaction.
 *
 * @param name never null
 * @param type by its octets, else {@code application/octet-stream}
 */
public record OutboundFile(String name, String type, byte[] octets) {

    @Override
    public String toString() {
        return "OutboundFile[" + type + ", " + octets.length + " octets]";
    }
}
