package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.ui.ScreenTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ScreenTest
class MediaSecurityTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/media", "/media/", "/media/nobody", "/media/voice", "/media/voice/x.wav"})
    void whatNoSignedAddressNamesIsNotThereForAnybody(String path) throws Exception {
        TestBrowser awa = new TestBrowser(port);
        awa.signIn(DemoUser.AWA.username(), DemoUser.PASSWORD);
        for (TestBrowser browser : new TestBrowser[] {new TestBrowser(port), awa}) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Vaadin");
        }
        assertThat(new TestBrowser(port).post("/media/voice/x.wav", "{}").statusCode())
                .isEqualTo(404);
    }
}
