package io.parcours.connector.messenger;

import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.MetaHosts;
import io.parcours.connector.web.WebFiles;
import io.parcours.connector.web.WebLines;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;

/** The webhook names the address at which Meta gives the file to anybody: it goes without our token. */
final class MessengerFiles extends WebFiles<MessengerLine> {

    private final FileCalls files;

    MessengerFiles(WebLines<MessengerLine> lines, FileCalls files) {
        super(MessengerChannel.NAME, lines);
        this.files = files;
    }

    @Override
    protected Told fetch(MessengerLine line, Wanted wanted, OutputStream into) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        MetaHosts.checked(wanted.mediaId(), line.account().url()))
                .GET()
                .build();
        return new Told(files.fetch(request, wanted, into), null);
    }
}
