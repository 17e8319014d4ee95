package org.ianawatch.ports.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ProcAddressProperties {
    @Property
    void everyAddressComesBack(
            @ForAll("addresses") byte[] address, @ForAll @IntRange(max = 65_535) int port, @ForAll boolean little)
            throws UnknownHostException {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Endpoint endpoint = ProcAddress.parse(asTheKernelPrints(address, port, order), order);
        assertEquals(InetAddress.getByAddress(address), InetAddress.getByName(endpoint.address()));
        assertEquals(port, endpoint.port());
        assertFalse(endpoint.address().contains(":::"), endpoint.address());
    }

    @Example
    void addressesAreSpelledAsPeopleDo() {
        assertEquals(new Endpoint("127.0.0.1", 22), little("0100007F:0016"));
        assertEquals(new Endpoint("0.0.0.0", 65_535), little("00000000:FFFF"));
        assertEquals(new Endpoint("::", 80), little("00000000000000000000000000000000:0050"));
        assertEquals(new Endpoint("::1", 80), little("00000000000000000000000001000000:0050"));
        assertEquals(new Endpoint("127.0.0.1", 8042), little("0000000000000000FFFF00000100007F:1F6A"));
        assertEquals(new Endpoint("fe80::fc:ff:fe00:1", 546), little("000080FE00000000FF00FC00010000FE:0222"));
    }

    @Example
    void whatIsNoAddressIsRefused() {
        for (String text :
                new String[] {"", "0100007F", "0100007:0016", "0100007F:10000", "0100007G:0016", "0100007F:"}) {
            assertThrows(IllegalArgumentException.class, () -> little(text), text);
        }
    }

    /** Zeros are common, since runs of them are what is left out. */
    @Provide
    Arbitrary<byte[]> addresses() {
        Arbitrary<Byte> bytes = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just((byte) 0)), net.jqwik.api.Tuple.of(1, Arbitraries.bytes()));
        return Arbitraries.of(4, 16).flatMap(size -> bytes.array(byte[].class).ofSize(size));
    }

    private static Endpoint little(String text) {
        return ProcAddress.parse(text, ByteOrder.LITTLE_ENDIAN);
    }

    private static String asTheKernelPrints(byte[] address, int port, ByteOrder order) {
        ByteBuffer words = ByteBuffer.wrap(address).order(order);
        StringBuilder text = new StringBuilder();
        while (words.hasRemaining()) {
            text.append(String.format(Locale.ROOT, "%08X", words.getInt()));
        }
        return text.append(String.format(Locale.ROOT, ":%04X", port)).toString();
    }
}
