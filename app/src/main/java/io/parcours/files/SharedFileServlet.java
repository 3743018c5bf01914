package io.parcours.files;

import io.parcours.media.MediaFile;
import io.parcours.media.MediaFiles;
import io.parcours.media.MediaLinks;
import io.parcours.media.MediaLinks.Shared;
import io.parcours.tenant.TenantContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Gives a file to whoever has its address, which is the permission, for as long as it is good. */
class SharedFileServlet extends HttpServlet {

    private final transient MediaFiles files;
    private final transient MediaLinks links;

    SharedFileServlet(MediaFiles files, MediaLinks links) {
        this.files = files;
        this.links = links;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<Shared> shared = path == null ? Optional.empty() : links.open(path.substring(1));
        if (shared.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            TenantContext.run(shared.get().tenant(), () -> give(shared.get(), request, response));
        } catch (UncheckedIOException carried) {
            throw carried.getCause();
        }
    }

    private void give(Shared shared, HttpServletRequest request, HttpServletResponse response) {
        Optional<MediaFile> file = files.find(shared.fileId()).filter(MediaFile::kept);
        try {
            if (file.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            } else {
                // The address must not travel on to wherever the file leads.
                response.setHeader("Referrer-Policy", "no-referrer");
                new FileResponse(files, file.get(), file.get().showable()).write(request, response);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
