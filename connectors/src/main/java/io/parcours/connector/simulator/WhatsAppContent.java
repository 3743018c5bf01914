package io.parcours.connector.simulator;

import java.util.List;

/**
 * What a message on the handset consists of.
 *
 * @param type as on the wire: text, interactive, template, image, …
 * @param text the body or the caption; empty where there is none
 * @param header above the body; empty where there is none
 * @param footer below the body; empty where there is none
 * @param listLabel of the button that opens a list; empty where there is no list
 * @param choices reply buttons or the rows of a list
 * @param media null where there is none
 * @param place null where there is none
 */
public record WhatsAppContent(
        String type,
        String text,
        String header,
        String footer,
        String listLabel,
        List<Choice> choices,
        Media media,
        Place place) {

    /**
     * A reply button or a row of a list.
     *
     * @param description of a row; empty where there is none
     */
    public record Choice(String id, String title, String description) {}

    /**
     * A file.
     *
     * @param id at the simulator; null where the platform gave a link
     * @param link null where it lies at the simulator
     */
    public record Media(String id, String link, String mimeType, String fileName, int size) {}

    /** Somewhere on the map. */
    public record Place(double latitude, double longitude, String name, String address) {}

    static WhatsAppContent text(String type, String text) {
        return new WhatsAppContent(type, text, "", "", "", List.of(), null, null);
    }

    static WhatsAppContent media(String type, String caption, Media media) {
        return new WhatsAppContent(type, caption, "", "", "", List.of(), media, null);
    }

    static WhatsAppContent place(Place place) {
        return new WhatsAppContent("location", place.name(), "", "", "", List.of(), null, place);
    }

    static WhatsAppContent template(String text, List<Choice> choices) {
        return new WhatsAppContent("template", text, "", "", "", choices, null, null);
    }

    public boolean list() {
        return !listLabel.isEmpty();
    }
}
