package io.parcours.connector.telephony;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Gives the exchange the prompts that it was told to play, and nobody anything else. */
final class MediaServlet extends HttpServlet {

    static final String PATH = "/media/voice";

    private static final long serialVersionUID = 1;
    private static final String ENDING = ".wav";
    private static final int MINUTES_CACHED = 10;

    private final transient MediaTokens tokens;
    private final transient Path cache;

    MediaServlet(MediaTokens tokens, Path cache) {
        this.tokens = tokens;
        this.cache = cache;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // What the token names is a digest: no part of the address becomes a part of a path.
        Optional<String> file = token(request).flatMap(tokens::file);
        Optional<Path> audio = file.map(name -> cache.resolve(name + ENDING)).filter(Files::isRegularFile);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (audio.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "private, max-age=" + MINUTES_CACHED * 60);
        String tag = '"' + file.get() + '"';
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            // Another sound has another name: what the exchange has is still right.
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("audio/wav");
        response.setContentLengthLong(Files.size(audio.get()));
        Path words = cache.resolve(file.get() + ".txt");
        if (Files.isRegularFile(words)) {
            String text = URLEncoder.encode(Files.readString(words), StandardCharsets.UTF_8);
            response.setHeader("Content-Description", text.replace("+", "%20"));
        }
        Files.copy(audio.get(), response.getOutputStream());
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .filter(path -> path.startsWith("/") && path.endsWith(ENDING))
                .map(path -> path.substring(1, path.length() - ENDING.length()));
    }
}
