package io.parcours.connector.messenger;

import io.parcours.connector.web.FileCalls;
import io.parcours.connector.web.MetaHosts;
import io.parcours.connector.web.WebLines;
import io.parcours.media.MediaSource;
import io.parcours.media.NotFetched;
import io.parcours.media.NotFetched.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;

/** The webhook names the address at which Meta gives the file to anybody: it goes without our token. */
final class MessengerFiles implements MediaSource {

    private final WebLines<MessengerLine> lines;
    private final FileCalls files;

    MessengerFiles(WebLines<MessengerLine> lines, FileCalls files) {
        this.lines = lines;
        this.files = files;
    }

    @Override
    public String channel() {
        return MessengerChannel.NAME;
    }

    @Override
    public Told fetch(Wanted wanted, OutputStream into) throws IOException {
        MessengerLine line = lines.find(wanted.tenant(), wanted.account())
                .orElseThrow(() -> new NotFetched(Reason.ACCOUNT, "The account is not there"));
        HttpRequest request = HttpRequest.newBuilder(
                        MetaHosts.checked(wanted.mediaId(), line.account().url()))
                .GET()
                .build();
        return new Told(files.fetch(request, wanted, into), null);
    }
}
