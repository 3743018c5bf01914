package io.parcours.connector.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.connector.web.Fields;
import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.HttpCalls;
import io.parcours.connector.web.MetaHosts;
import io.parcours.connector.web.WebLines;
import io.parcours.media.MediaSource;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

/** Meta says where a file is, for five minutes, and gives it there to whoever has the token. */
final class WhatsAppFiles implements MediaSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebLines<WhatsAppLine> lines;
    private final FileCalls files;

    WhatsAppFiles(WebLines<WhatsAppLine> lines, FileCalls files) {
        this.lines = lines;
        this.files = files;
    }

    @Override
    public String channel() {
        return WhatsAppChannel.NAME;
    }

    @Override
    public Told fetch(Wanted wanted, OutputStream into) throws IOException {
        WhatsAppLine line = lines.find(wanted.tenant(), wanted.account())
                .orElseThrow(() -> new NotFetched(Reason.ACCOUNT, "The account is not there"));
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
        HttpCalls.Answer answer = answer(line, request);
        JsonNode body = JSON.readTree(answer.body());
        if (answer.status() == 404 || body.path("error").path("error_subcode").asInt() == 33) {
            throw new NotFetched(Reason.GONE, "HTTP " + answer.status());
        }
        if (answer.status() != 200) {
            throw new IOException("HTTP " + answer.status());
        }
        return body;
    }

    private static HttpCalls.Answer answer(WhatsAppLine line, HttpRequest request) throws IOException {
        try {
            return line.api().call(request).join();
        } catch (CompletionException failure) {
            throw new IOException(failure.getCause().getClass().getSimpleName());
        }
    }
}
