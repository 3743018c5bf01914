package io.parcours.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.complaint.Motive;
import io.parcours.security.DemoUser;
import io.parcours.security.TestBrowser;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.casefile.NewCase;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a file is asked for, and what does not come however it is asked for. */
@ScreenTest
@SignedIn(DemoUser.FATOU)
class FileRequestsTest extends FilesOverHttp {

    private static final String SOUND = "OggS and then what was said";

    private UUID file;
    private String address;

    @Test
    void whoHasItAlreadyIsTold() throws Exception {
        aSoundIsThere();
        String tag = header(asked("GET"), "ETag");

        HttpResponse<String> again = asked("GET", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(asked("GET", "If-None-Match", "\"another\"").body()).isEqualTo(SOUND);
    }

    @Test
    void aPartOfAnotherStateThanTheAskersIsTheWhole() throws Exception {
        aSoundIsThere();
        String tag = header(asked("GET"), "ETag");

        assertThat(asked("GET", "Range", "bytes=0-3", "If-Range", tag).body()).isEqualTo("OggS");
        HttpResponse<String> whole = asked("GET", "Range", "bytes=0-3", "If-Range", "\"another\"");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(SOUND);
    }

    @Test
    void whoAsksForTheHeadGetsNoBody() throws Exception {
        aSoundIsThere();
        HttpResponse<String> head = asked("HEAD");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(SOUND.length() + "");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theAddressIsNotToldToWhereverTheFileLeadsAndNoOtherPageShowsIt() throws Exception {
        aSoundIsThere();
        HttpResponse<String> answer = asked("GET");

        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).contains("private", "no-cache");
    }

    @Test
    void nothingIsSentToAnAddressThatGives() throws Exception {
        aSoundIsThere();
        assertThat(asked("POST").statusCode()).isEqualTo(404);
        assertThat(asked("PUT").statusCode()).isEqualTo(404);
        assertThat(asked("DELETE").statusCode()).isEqualTo(404);
        assertThat(asked("GET").body()).isEqualTo(SOUND);
    }

    @Test
    void whatIsNotKeptIsGivenNeitherToWorkersNorByItsAddress() throws Exception {
        aSoundIsThere();
        TestBrowser fatou = new TestBrowser(port);
        fatou.signIn(DemoUser.FATOU.username(), DemoUser.PASSWORD);
        assertThat(fatou.get("/files/" + file).body()).isEqualTo(SOUND);

        inTenant(() -> jdbc.sql("update media_file set state = 'refused', reason = 'kind' where id = ?")
                .param(file)
                .update());

        assertThat(fatou.get("/files/" + file).statusCode()).isEqualTo(404);
        assertThat(asked("GET").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileHasOneAddressAndNoOtherWayToWriteIt() throws Exception {
        aSoundIsThere();
        TestBrowser fatou = new TestBrowser(port);
        fatou.signIn(DemoUser.FATOU.username(), DemoUser.PASSWORD);

        for (String path : new String[] {
            "/files/" + file.toString().toUpperCase(Locale.ROOT), "/files/" + file + "/", "/files//" + file, "/files/"
        }) {
            assertThat(fatou.get(path).body()).as(path).doesNotContain(SOUND);
        }
    }

    private void aSoundIsThere() {
        String number = NewCase.waiting(complaints, customers, work, Motive.BILLING);
        file = inTenant(() -> {
            UUID id = files.keep(
                    "whatsapp",
                    "demo",
                    "m",
                    "audio/ogg",
                    "message.ogg",
                    () -> new ByteArrayInputStream(SOUND.getBytes(StandardCharsets.UTF_8)));
            jdbc.sql("""
                    insert into message (conversation_id, inbound, channel, external_id, case_number, text, attachment, file_id,
                                         state)
                    select conversation_id, true, 'whatsapp', ?, case_number, '', '{"type":"voice","mediaId":"m"}', ?, 'received'
                    from journey_case where case_number = ?
                    """).params(UUID.randomUUID().toString(), id, number).update();
            return id;
        });
        String link = inTenant(() -> links.make(file)).orElseThrow();
        address = link.substring(link.indexOf("/media/shared/"));
    }

    private HttpResponse<String> asked(String method, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
