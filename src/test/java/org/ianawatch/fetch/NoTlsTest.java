package org.ianawatch.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class NoTlsTest {
    private static final SSLContext CONTEXT = NoTls.context();

    @TestFactory
    Stream<DynamicTest> doesNothing() {
        return Map.<String, Executable>of(
                        "start", () -> CONTEXT.init(null, null, null),
                        "sockets", CONTEXT::getSocketFactory,
                        "server sockets", CONTEXT::getServerSocketFactory,
                        "engine", CONTEXT::createSSLEngine,
                        "engine of a peer", () -> CONTEXT.createSSLEngine("a.example", 443),
                        "sessions", CONTEXT::getClientSessionContext,
                        "sessions of a server", CONTEXT::getServerSessionContext)
                .entrySet()
                .stream()
                .map(use -> dynamicTest(use.getKey(), () -> assertRefused(use.getValue())));
    }

    private static void assertRefused(Executable use) {
        assertEquals(
                "this client is for plain HTTP only",
                assertThrows(UnsupportedOperationException.class, use).getMessage());
    }
}
