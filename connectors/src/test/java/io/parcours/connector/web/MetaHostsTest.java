package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.media.NotFetched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaHostsTest {

    private static final String META = "https://graph.facebook.com";

    @Test
    void whatLiesWhereTheAccountIsToldToBeIsFetched() {
        assertThat(MetaHosts.checked("http://127.0.0.1:9000/files/1", "http://127.0.0.1:9000"))
                .hasToString("http://127.0.0.1:9000/files/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9000/files/1",
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.5/",
                "https://cdn.fbsbx.com.evil.example/x",
                "https://evil.example/?.fbcdn.net",
                "https://me@cdn.fbsbx.com/x",
                "https://cdn.fbsbx.com:8443/x",
                "http://cdn.fbsbx.com/x",
                "file:///etc/passwd",
                "https://graph.facebook.com@127.0.0.1/",
                "not an address",
                ""
            })
    void nothingElseIs(String address) {
        assertThatThrownBy(() -> MetaHosts.checked(address, META))
                .isInstanceOfSatisfying(
                        NotFetched.class, not -> assertThat(not.reason()).isEqualTo(NotFetched.Reason.PLACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9001/files/1", "https://127.0.0.1:9000/files/1", "http://127.0.0.1/x"})
    void anotherPortOrSchemeIsAnotherPlace(String address) {
        assertThatThrownBy(() -> MetaHosts.checked(address, "http://127.0.0.1:9000"))
                .isInstanceOf(NotFetched.class);
    }
}
