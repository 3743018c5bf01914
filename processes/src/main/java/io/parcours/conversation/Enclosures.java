package io.parcours.conversation;

import io.parcours.media.Content;
import io.parcours.media.MediaFile;
import io.parcours.media.MediaFiles;
import io.parcours.media.MediaLinks;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person encloses with a reply: it goes with the case's next text that carries their words, on whatever channel. */
@Component
public class Enclosures {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final JdbcClient jdbc;
    private final MediaFiles files;
    private final MediaLinks links;
    private final Line line;
    private final Texts texts;

    Enclosures(JdbcClient jdbc, MediaFiles files, MediaLinks links, Line line, Texts texts) {
        this.jdbc = jdbc;
        this.files = files;
        this.links = links;
        this.line = line;
        this.texts = texts;
    }

    /**
     * Encloses it, in place of what was enclosed before and has not left, in the transaction of the reply.
     *
     * @throws io.parcours.media.NotFetched where it is too large, or of a kind that is not sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enclose(String caseNumber, String name, String type, Content content) {
        withdraw(caseNumber);
        set(caseNumber, files.add(name, type, content));
    }

    /** A reply without a file: one that was meant for an earlier reply, and has not left, does not leave with this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String caseNumber) {
        of(caseNumber).ifPresent(file -> {
            set(caseNumber, null);
            files.discard(file);
        });
    }

    /** The most octets that a person may enclose. */
    public long largest() {
        return files.largestAdded();
    }

    /** What waits to leave with the case's next reply. */
    Optional<UUID> of(String caseNumber) {
        return jdbc.sql("select enclosure_id from journey_case where tenant_id = parcours_tenant() and case_number = ?"
                        + " and enclosure_id is not null")
                .param(caseNumber)
                .query(UUID.class)
                .optional();
    }

    /** It left. */
    void left(String caseNumber) {
        set(caseNumber, null);
    }

    private void set(String caseNumber, UUID fileId) {
        jdbc.sql("update journey_case set enclosure_id = ? where tenant_id = parcours_tenant() and case_number = ?")
                .params(fileId, caseNumber)
                .update();
    }

    /** What the text says of the file on a channel that cannot carry it; nothing where it can. */
    String words(UUID fileId, String channel, String language) {
        if (carries(channel)) {
            return "";
        }
        return "\n"
                + links.make(fileId)
                        .map(url -> texts.text("file.link", language, name -> url))
                        .orElseGet(() -> texts.text("file.lost", language, name -> ""));
    }

    boolean carries(String channel) {
        return line.channel(channel).carriesFiles();
    }

    /** Its octets, for a channel that carries it. */
    OutboundFile open(UUID fileId) {
        MediaFile file = files.find(fileId).orElseThrow();
        ByteArrayOutputStream octets = new ByteArrayOutputStream((int) file.size());
        for (int number = 0; octets.size() < file.size(); number++) {
            octets.writeBytes(files.piece(fileId, number).orElseThrow());
        }
        return new OutboundFile(
                file.name() == null ? "document" : file.name(),
                file.recognised() ? file.type() : UNKNOWN_TYPE,
                octets.toByteArray());
    }
}
