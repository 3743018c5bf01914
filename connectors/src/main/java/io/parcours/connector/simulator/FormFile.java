package io.parcours.connector.simulator;

import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A form with a file that the platform brought. @param fields without the file */
record FormFile(Map<String, String> fields, String fileField, String name, String type, byte[] octets) {

    /** Empty where there is no such form, or no file in it. */
    static Optional<FormFile> of(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("multipart/form-data")) {
            return Optional.empty();
        }
        try {
            return read(new MimeMultipart(new ByteArrayDataSource(body, type)));
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<FormFile> read(MimeMultipart form) throws MessagingException, IOException {
        Map<String, String> fields = new HashMap<>();
        Optional<FormFile> file = Optional.empty();
        for (int i = 0; i < form.getCount(); i++) {
            BodyPart part = form.getBodyPart(i);
            ContentDisposition said = new ContentDisposition(part.getHeader("Content-Disposition")[0]);
            byte[] octets = part.getInputStream().readAllBytes();
            if (said.getParameter("filename") == null) {
                fields.put(said.getParameter("name"), new String(octets, StandardCharsets.UTF_8));
            } else {
                file = Optional.of(new FormFile(
                        fields,
                        said.getParameter("name"),
                        said.getParameter("filename"),
                        part.getContentType(),
                        octets));
            }
        }
        return file;
    }
}
