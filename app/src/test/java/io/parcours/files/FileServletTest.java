package io.parcours.files;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.tabs.Tabs;
import io.parcours.complaint.Motive;
import io.parcours.security.DemoUser;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import io.parcours.ui.casefile.NewCase;
import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files over HTTP and on the case's page: who gets them, and that a browser runs nothing of what is in them. */
@ScreenTest
@SignedIn(DemoUser.FATOU)
class FileServletTest extends FilesOverHttp {

    private static final byte[] PICTURE = picture();

    @Test
    void aCaseWorkerGetsThePictureAsItIs() throws Exception {
        UUID id = sent("image/jpeg", "facture.jpg", PICTURE);
        HttpResponse<byte[]> answer = as(DemoUser.FATOU, id.toString(), null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PICTURE);
        assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(answer, "Content-Disposition")).startsWith("inline");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'");
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void aPlayerGetsThePartThatItAsksFor() throws Exception {
        UUID id = sent("image/jpeg", null, PICTURE);
        HttpResponse<byte[]> part = as(DemoUser.FATOU, id.toString(), "bytes=262000-263000");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(PICTURE, 262_000, 263_001));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 262000-263000/" + PICTURE.length);
        assertThat(as(DemoUser.FATOU, id.toString(), "bytes=99999999-").statusCode())
                .isEqualTo(416);
    }

    @Test
    void aPageOrADrawingIsSavedAndNotShownWhateverItIsCalled() throws Exception {
        for (String content : new String[] {"<html><script>alert(1)</script>", "<svg onload='alert(1)'/>"}) {
            UUID id = sent("image/png", "photo.png", content.getBytes(StandardCharsets.UTF_8));
            HttpResponse<byte[]> answer = as(DemoUser.FATOU, id.toString(), null);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
        }
    }

    @Test
    void anotherOperatorsFileIsAnsweredLikeOneThatThereIsNot() throws Exception {
        UUID id = sent("image/jpeg", "facture.jpg", PICTURE);
        HttpResponse<byte[]> theirs = as(DemoUser.KOFFI, id.toString(), null);
        HttpResponse<byte[]> unknown = as(DemoUser.KOFFI, UUID.randomUUID().toString(), null);
        assertThat(theirs.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(theirs.body()).isEqualTo(unknown.body());
        assertThat(theirs.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(as(DemoUser.FATOU, "nonsense", null).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotOpenACaseGetsNoFile() throws Exception {
        UUID id = sent("image/jpeg", "facture.jpg", PICTURE);
        assertThat(as(null, id.toString(), null).body()).isNotEqualTo(PICTURE);
        assertThat(as(null, id.toString(), null).statusCode()).isIn(302, 401, 403);
        for (DemoUser person : List.of(DemoUser.SALIF, DemoUser.KODJO)) {
            assertThat(as(person, id.toString(), null).statusCode())
                    .as(person.username())
                    .isEqualTo(403);
        }
    }

    @Test
    void aFileOfNoMessageIsNotGiven() throws Exception {
        UUID id = inTenant(() ->
                files.keep("whatsapp", "demo", "loose", "image/jpeg", null, () -> new ByteArrayInputStream(PICTURE)));
        assertThat(as(DemoUser.FATOU, id.toString(), null).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverHasTheAddressOfASharedFileGetsItForAWeekAndNobodyElseDoes() throws Exception {
        UUID id = sent("text/html", "page.html", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        String address = inTenant(() -> links.make(id)).orElseThrow();
        String path = address.substring(address.indexOf("/media/shared/"));
        HttpResponse<byte[]> answer = shared(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(shared(path + "A").statusCode()).isEqualTo(404);
        assertThat(shared("/media/shared/" + id).statusCode()).isEqualTo(404);
        assertThat(shared("/media/shared/").statusCode()).isEqualTo(404);
        inTenant(() -> jdbc.sql("update media_link set until = now() - interval '1 second' where file_id = ?")
                .param(id)
                .update());
        assertThat(shared(path).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> shared(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void theConversationShowsThePictureAndOffersToFetchWhatFailed() {
        String number = NewCase.waiting(complaints, customers, work, Motive.BILLING);
        UUID picture = sentIn(number, "image/jpeg", "facture.jpg", PICTURE);
        UUID failed = inTenant(() -> {
            UUID id = files.expect("whatsapp", "nobody", "lost", "image/jpeg", "perdue.jpg");
            jdbc.sql("update media_file set state = 'failed', reason = 'gone' where id = ?")
                    .param(id)
                    .update();
            message(number, id);
            return id;
        });
        UI.getCurrent().navigate("case/" + number);
        Tabs tabs = _get(Tabs.class, spec -> spec.withPredicate(any -> any.getComponentCount() == 3));
        tabs.setSelectedIndex(1);
        assertThat(_get(
                                Image.class,
                                spec -> spec.withPredicate(
                                        image -> image.getSrc().contains(picture.toString())))
                        .getAlt())
                .hasValue("Photo · facture.jpg");
        assertThat(tabs.getParent().orElseThrow().getElement().getTextRecursively())
                .contains("perdue.jpg : n’a pas pu être récupéré.", "Le canal ne l’a plus.");
        _click(_get(tabs.getParent().orElseThrow(), Button.class, spec -> spec.withText("Réessayer")));
        assertThat(inTenant(() -> files.find(failed)).orElseThrow().state()).isNotEqualTo("failed");
    }

    private UUID sent(String type, String name, byte[] octets) {
        return sentIn(NewCase.waiting(complaints, customers, work, Motive.BILLING), type, name, octets);
    }

    private UUID sentIn(String number, String type, String name, byte[] octets) {
        return inTenant(() -> {
            UUID id = files.keep("whatsapp", "demo", "m", type, name, () -> new ByteArrayInputStream(octets));
            message(number, id);
            return id;
        });
    }

    private void message(String number, UUID file) {
        jdbc.sql("""
                        insert into message (conversation_id, inbound, channel, external_id, case_number, text, attachment,
                                             file_id, state)
                        select conversation_id, true, 'whatsapp', ?, ?, 'Ma facture', '{"type":"image","mediaId":"m"}', ?,
                               'received'
                        from journey_case where case_number = ?
                        """).params(UUID.randomUUID().toString(), number, file, number).update();
    }

    private HttpResponse<byte[]> as(DemoUser person, String id, String range) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String address = "http://localhost:" + port;
        if (person != null) {
            String form = "username=" + encoded(person.username()) + "&password=" + encoded(DemoUser.PASSWORD);
            client.send(
                    HttpRequest.newBuilder(URI.create(address + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/files/" + id));
        if (range != null) {
            request.header("Range", range);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] picture() {
        byte[] octets = new byte[600_000];
        new Random(7).nextBytes(octets);
        octets[0] = (byte) 0xff;
        octets[1] = (byte) 0xd8;
        octets[2] = (byte) 0xff;
        return octets;
    }
}
