package io.parcours.files;

import io.parcours.media.MediaFile;
import io.parcours.media.MediaFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;

/** One answer with a file, or with a part of it. Whatever is in it, a browser runs none of it. */
final class FileResponse {

    private static final String OCTETS = "application/octet-stream";

    private final MediaFiles files;
    private final MediaFile file;
    private final boolean inline;

    /** @param inline whether the browser may show it by itself; else it is saved */
    FileResponse(MediaFiles files, MediaFile file, boolean inline) {
        this.files = files;
        this.file = file;
        this.inline = inline;
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = "\"" + file.id() + "\"";
        headers(response, tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String asked = request.getHeader("If-Range") == null || tag.equals(request.getHeader("If-Range"))
                ? request.getHeader("Range")
                : null;
        Optional<ByteRange> range = ByteRange.of(asked, file.size());
        if (range.isEmpty()) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (range.get().partial()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", range.get().header(file.size()));
        }
        response.setContentLengthLong(range.get().length());
        if (!request.getMethod().equals("HEAD")) {
            copy(range.get(), response.getOutputStream());
        }
    }

    private void headers(HttpServletResponse response, String tag) {
        response.setContentType(inline ? file.type() : OCTETS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Accept-Ranges", "bytes");
        // Kept by the browser, and asked for again each time: whoever signs in next may be somebody else.
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        ContentDisposition.Builder disposition = inline ? ContentDisposition.inline() : ContentDisposition.attachment();
        String name = file.name() == null ? "fichier" : file.name();
        response.setHeader(
                "Content-Disposition",
                disposition.filename(name, StandardCharsets.UTF_8).build().toString());
    }

    private void copy(ByteRange range, OutputStream out) throws IOException {
        int size = MediaFiles.pieceSize();
        long at = range.first();
        while (at <= range.last()) {
            byte[] piece = files.piece(file.id(), (int) (at / size))
                    .orElseThrow(() -> new IOException("A piece of a file is not there"));
            int from = (int) (at % size);
            int length = (int) Math.min(piece.length - from, range.last() - at + 1);
            out.write(piece, from, length);
            at += length;
        }
    }
}
