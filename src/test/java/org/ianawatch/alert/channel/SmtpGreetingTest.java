package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5321: section 4.1.4 asks for a name that can be looked up, 4.1.3 has the form of an address instead. */
class SmtpGreetingTest {
    @ParameterizedTest
    @CsvSource({
        "web1.example.org, 192.0.2.1, web1.example.org",
        "WEB1.Example.ORG, 192.0.2.1, WEB1.Example.ORG",
        ", 192.0.2.1, [192.0.2.1]",
        "localhost, 192.0.2.1, [192.0.2.1]",
        "localhost.localdomain, 192.0.2.1, [192.0.2.1]",
        "web1, 192.0.2.1, [192.0.2.1]",
        "192.0.2.7, 192.0.2.1, [192.0.2.1]",
        "web_1.example.org, 192.0.2.1, [192.0.2.1]",
        "fe80::1%eth0, fe80::1, [IPv6:fe80:0:0:0:0:0:0:1]",
        ", 2001:db8::7, [IPv6:2001:db8:0:0:0:0:0:7]",
        "localhost, ::1, [IPv6:0:0:0:0:0:0:0:1]",
    })
    void isAFullNameOrAnAddress(String name, String address, String greeting) throws UnknownHostException {
        assertEquals(greeting, SmtpGreeting.of(name, InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, mail.example.org",
        "monitor, monitor",
        "[192.0.2.1], [192.0.2.1]",
        "192.0.2.1, [192.0.2.1]",
        "[IPv6:2001:db8::1], [IPv6:2001:db8::1]",
        "müller.example, xn--mller-kva.example",
    })
    void aSettingIsSentInAscii(String helo, String greeting) {
        assertEquals(greeting, MailDomain.greeting(helo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "192.0.2.1", "2001:db8::1", "[2001:db8::1]", "::1", "mail_1"})
    void aServerHasANameOrAnAddress(String host) {
        assertEquals(host, MailDomain.server(host));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8825, '\"127.0.0.1\", and 8825 under'",
        "mail.example.org:25, '\"mail.example.org\", and 25 under'",
        "[::1]:25, '\"[::1]\", and 25 under'",
        "mail:, '\"mail\", and the port under'",
    })
    void aPortHasAKeyOfItsOwn(String host, String instead) {
        assertEquals(
                "'" + host + "' has a port: write " + instead + " the key 'port'",
                assertThrows(IllegalArgumentException.class, () -> MailDomain.server(host))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "", "x\r\nRCPT TO:<a@b>", "[", "[1]]", "[mail]", "[::1]", "straße.example", ".", "-a"})
    void whatIsNoNameIsRefused(String helo) {
        assertThrows(IllegalArgumentException.class, () -> MailDomain.greeting(helo));
    }
}
