package io.parcours.connector.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.WebFiles;
import io.parcours.connector.web.WebLines;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.IOException;
import java.io.OutputStream;

/** Telegram says at which path a file is, for an hour, and gives files of up to 20 MB there. */
final class TelegramFiles extends WebFiles<TelegramLine> {

    private static final String PATH = "[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*";

    private final FileCalls files;

    TelegramFiles(WebLines<TelegramLine> lines, FileCalls files) {
        super(TelegramChannel.NAME, lines);
        this.files = files;
    }

    @Override
    protected Told fetch(TelegramLine line, Wanted wanted, OutputStream into) throws IOException {
        BotAnswer answer = answer(
                line.api().call("getFile", JsonNodeFactory.instance.objectNode().put("file_id", wanted.mediaId())));
        if (!answer.success()) {
            throw refused(answer);
        }
        wanted.announced(answer.result().path("file_size").asLong());
        String path = answer.result().path("file_path").asText();
        if (!path.matches(PATH)) {
            throw new NotFetched(Reason.PLACE, "Telegram tells a path of another form");
        }
        // Telegram calls every file a row of octets; the message has the better word.
        files.fetch(line.api().file(path), wanted, into);
        return Told.NOTHING;
    }

    private static IOException refused(BotAnswer answer) {
        if (answer.says("too big")) {
            throw new NotFetched(Reason.TOO_LARGE, "Telegram gives no file of more than 20 MB");
        }
        if (answer.reason() == 400) {
            throw new NotFetched(Reason.GONE, answer.toString());
        }
        return new IOException(answer.toString());
    }
}
