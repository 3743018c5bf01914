package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.MetaHosts;
import io.parcours.connector.web.WebFiles;
import io.parcours.connector.web.WebLines;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Meta says where a file is, for five minutes, and gives it there to whoever has the token. */
final class WhatsAppFiles extends WebFiles<WhatsAppLine> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileCalls files;

    WhatsAppFiles(WebLines<WhatsAppLine> lines, FileCalls files) {
        super(WhatsAppChannel.NAME, lines);
        this.files = files;
    }

    @Override
    protected Told fetch(WhatsAppLine line, Wanted wanted, OutputStream into) throws IOException {
        JsonNode described = described(line, wanted.mediaId());
        wanted.announced(described.path("file_size").asLong());
        URI at =
                MetaHosts.checked(described.path("url").asText(), line.account().url());
        String type = files.fetch(line.api().authorised(at).GET().build(), wanted, into);
        return new Told(
                Fields.word(described, "mime_type").orElse(type),
                Fields.word(described, "sha256").orElse(null));
    }

    private static JsonNode described(WhatsAppLine line, String mediaId) throws IOException {
        WhatsAppAccount account = line.account();
        URI about = URI.create(account.url() + "/" + account.apiVersion() + "/"
                + URLEncoder.encode(mediaId, StandardCharsets.UTF_8) + "?phone_number_id=" + account.phoneNumberId());
        HttpRequest request = line.api().authorised(about).GET().build();
        HttpCalls.Answer answer = answer(line.api().call(request));
        JsonNode body = JSON.readTree(answer.body());
        if (answer.status() == 404 || body.path("error").path("error_subcode").asInt() == 33) {
            throw new NotFetched(Reason.GONE, "HTTP " + answer.status());
        }
        if (answer.status() != 200) {
            throw new IOException("HTTP " + answer.status());
        }
        return body;
    }
}
