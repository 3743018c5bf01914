package io.parcours.connector.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.media.NotFetched;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.0.0.5",
                "172.16.3.4",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.5"
            })
    void aMachineOfOursIsNotMetas(String address) throws UnknownHostException {
        assertThat(MetaHosts.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"157.240.1.1", "100.63.255.255", "100.128.0.1", "2a03:2880:f003::1"})
    void aMachineOfTheWorldMayBe(String address) throws UnknownHostException {
        assertThat(MetaHosts.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
