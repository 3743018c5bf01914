package io.parcours.connector.web;

import io.parcours.conversation.OutboundFile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

/** A form with a file (RFC 7578), as providers want files to be brought. */
public final class FileUpload {

    private final String boundary = "parcours-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();
    private final String fileField;
    private final OutboundFile file;

    /** @param fileField under which the provider looks for the file */
    public FileUpload(Map<String, String> fields, String fileField, OutboundFile file) {
        this.fileField = fileField;
        this.file = file;
        fields.forEach((name, value) -> this.fields
                .append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    }

    /** As the body of a request, whose length is told: proxies refuse what comes in chunks. */
    public HttpRequest.Builder into(HttpRequest.Builder request) {
        String head = fields + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fileField
                + "\"; filename=\"" + file.name().replaceAll("[\"\\\\\\p{Cntrl}]", "_") + "\"\r\nContent-Type: "
                + file.type() + "\r\n\r\n";
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file.octets()),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }
}
