package org.ianawatch.cli.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @Test
    void aPortAloneIsForThisMachineAlone() {
        InetSocketAddress address = ListenAddress.parse("61137");

        assertTrue(address.getAddress().isLoopbackAddress());
        assertEquals(61_137, address.getPort());
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0:80, 0.0.0.0, 80",
        "127.0.0.2:0, 127.0.0.2, 0",
        "[::1]:65535, 0:0:0:0:0:0:0:1, 65535",
        "[::]:1, 0:0:0:0:0:0:0:0, 1"
    })
    void aHostMayStandBeforeIt(String value, String host, int port) {
        InetSocketAddress address = ListenAddress.parse(value);

        assertEquals(host, address.getAddress().getHostAddress());
        assertEquals(port, address.getPort());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", ":61137", "65536", "::1", "::1:61137", "[::1]", "127.0.0.1", "127.0.0.1:", "1:2:3"})
    void whatIsNoAddressIsRefused(String value) {
        var refused = assertThrows(IllegalArgumentException.class, () -> ListenAddress.parse(value));

        assertEquals(
                "'" + value + "' is no address to listen on: write 61137, 0.0.0.0:61137 or [::1]:61137",
                refused.getMessage());
    }
}
