package io.parcours.connector.simulator;

import io.parcours.connector.simulator.MediaShelf.Stored;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform asks about files: where one is, and then the file itself. */
final class GraphFiles {

    private static final Pattern OBJECT = Pattern.compile("/v\\d+\\.\\d+/(\\w+)");
    private static final Pattern FILE = Pattern.compile("/files/(\\w+)/(\\d+)");

    private final Map<String, WhatsAppSimAccount> accounts;
    private final MediaShelf media;
    private final WhatsAppFaults faults;

    GraphFiles(Map<String, WhatsAppSimAccount> accounts, MediaShelf media, WhatsAppFaults faults) {
        this.accounts = accounts;
        this.media = media;
        this.faults = faults;
    }

    /** Keeps what the business brought. @return its id */
    String take(WhatsAppSimAccount account, Optional<FormFile> brought) {
        if (media.faults().fails()) {
            throw new GraphError.Refused(GraphError.of(503, 131016, "The service is temporarily unavailable."));
        }
        FormFile file = brought.filter(form -> form.fileField().equals("file")
                        && "whatsapp".equals(form.fields().get("messaging_product")))
                .orElseThrow(() -> OutboundCheck.parameter("The parameter file is required."));
        if (file.type().equals("application/octet-stream")) {
            throw OutboundCheck.parameter("Param file must be a file with one of the supported types.");
        }
        return media.store(account.phoneNumberId(), file.type(), file.name(), file.octets())
                .id();
    }

    FileFaults faults() {
        return media.faults();
    }

    /** What is answered about a file, or the file. */
    record Answer(Stored file, String type, byte[] body) {}

    /**
     * @param url of this simulator
     * @throws GraphError.Refused where the bearer cannot see it
     */
    Answer fetch(WhatsAppSimAccount bearer, String url, String path) {
        Matcher file = FILE.matcher(path);
        if (file.matches()) {
            Stored stored = stored(bearer, file.group(1), path);
            if (Instant.now().isAfter(Instant.ofEpochMilli(Long.parseLong(file.group(2))))) {
                throw new GraphError.Refused(GraphError.of(404, 100, "The media URL has expired."));
            }
            return new Answer(stored, stored.mimeType(), stored.bytes());
        }
        Matcher object = OBJECT.matcher(path);
        Stored stored = stored(bearer, object.matches() ? object.group(1) : "", path);
        return new Answer(stored, "application/json", Json.bytes(described(stored, url)));
    }

    private Stored stored(WhatsAppSimAccount bearer, String id, String path) {
        Optional<Stored> visible = media.find(id)
                .filter(found -> accounts.get(found.phoneNumberId()).token().equals(bearer.token()));
        return visible.orElseThrow(
                () -> new GraphError.Refused(GraphError.unknownObject("get", id.isEmpty() ? path : id)));
    }

    private Object described(Stored stored, String url) {
        long until = Instant.now().plus(faults.mediaUrlLife).toEpochMilli();
        return Json.object(
                "messaging_product", "whatsapp",
                "url", url + "/files/" + stored.id() + "/" + until,
                "mime_type", stored.mimeType(),
                "sha256", stored.sha256Hex(),
                "file_size", Integer.toString(stored.bytes().length),
                "id", stored.id());
    }
}
