package io.parcours.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDatabaseTest {

    private final OwnDatabase local = new OwnDatabase("jdbc:postgresql://127.0.0.1:5432/parcours");

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "LOCALHOST", "127.1", "127.0.0.53", "0.0.0.0", "::1", "2130706433"})
    void thisMachineIsKnownByAllItsNames(String host) {
        assertThat(local.isAt(host, 5432, "parcours")).isTrue();
    }

    @Test
    void andByTheAddressesOfItsNetworks() throws SocketException {
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .forEach(address -> assertThat(local.isAt(address, 5432, "parcours"))
                        .as(address)
                        .isTrue());
    }

    @Test
    void anotherPortDatabaseOrServerIsNotOurs() {
        assertThat(local.isAt("127.0.0.1", 5433, "parcours")).isFalse();
        assertThat(local.isAt("127.0.0.1", 5432, "crm")).isFalse();
        assertThat(local.isAt("192.0.2.7", 5432, "parcours")).isFalse();
        assertThat(local.isAt("no-such-host.invalid", 5432, "parcours")).isFalse();
    }

    @Test
    void eachOfSeveralServersIsOurs() {
        OwnDatabase several =
                new OwnDatabase("jdbc:postgresql://192.0.2.1:5433,192.0.2.2/parcours?targetServerType=primary");
        assertThat(several.isAt("192.0.2.1", 5433, "parcours")).isTrue();
        assertThat(several.isAt("192.0.2.2", 5432, "parcours")).isTrue();
        assertThat(several.isAt("192.0.2.2", 5433, "parcours")).isFalse();
    }

    @Test
    void withoutAServerItIsOnThisMachine() {
        assertThat(new OwnDatabase("jdbc:postgresql:parcours").isAt("127.0.0.1", 5432, "parcours"))
                .isTrue();
    }

    @Test
    void whatIsNamedIsFoundByItsAddressToo() {
        OwnDatabase named = new OwnDatabase("jdbc:postgresql://localhost/parcours?ssl=false");
        assertThat(named.isAt("127.0.0.1", 5432, "parcours")).isTrue();
    }
}
