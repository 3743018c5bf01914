package io.parcours.files;

import io.parcours.conversation.Conversations;
import io.parcours.media.MediaFile;
import io.parcours.media.MediaFiles;
import io.parcours.tenant.TenantContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Gives the files of cases to whoever may open a case. A file of another operator is one that there is not. */
class FileServlet extends HttpServlet {

    static final String PATH = "/files";

    private final transient MediaFiles files;
    private final transient Conversations conversations;

    FileServlet(MediaFiles files, Conversations conversations) {
        this.files = files;
        this.conversations = conversations;
    }

    /** For HEAD too, which the servlet's base class makes of it. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<MediaFile> file = TenantContext.current().isEmpty()
                ? Optional.empty()
                : id(request)
                        .filter(conversations::showsFile)
                        .flatMap(files::find)
                        .filter(MediaFile::kept);
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        new FileResponse(files, file.get(), file.get().showable()).write(request, response);
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        String path = request.getPathInfo();
        try {
            // A short form of an id would be another address for the same file.
            return Optional.of(UUID.fromString(path.substring(1))).filter(id -> path.equals("/" + id));
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }
}
