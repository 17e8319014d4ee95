package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write, and what stands in a mail and its envelope. */
class MailAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@example.org | a@example.org | a@example.org",
                "root@localhost | root@localhost | root@localhost",
                "a@[192.0.2.1] | a@[192.0.2.1] | <a@[192.0.2.1]>",
                "Security Team <a@example.org> | a@example.org | Security Team <a@example.org>",
                "Jörg Müller <a@example.org> | a@example.org | =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <a@example.org>",
                "\"Müller, J\" <a@example.org> | a@example.org | =?UTF-8?Q?M=C3=BCller=2C_J?= <a@example.org>",
                "=?UTF-8?Q?J=C3=B6rg?= <a@example.org> | a@example.org | =?UTF-8?Q?J=C3=B6rg?= <a@example.org>",
                "日本 <a@example.org> | a@example.org | =?UTF-8?B?5pel5pys?= <a@example.org>",
                "a@müller.example | a@xn--mller-kva.example | a@xn--mller-kva.example",
                "a@MÜLLER.Example | a@xn--mller-kva.Example | a@xn--mller-kva.Example",
                // Their characters' last bytes are a carriage return and a line feed.
                "a@\u010d.example | a@xn--bea.example | a@xn--bea.example",
                "a@\u010a.example | a@xn--8da.example | a@xn--8da.example",
                "例 <a@例え.テスト> | a@xn--r8jz45g.xn--zckzah | =?UTF-8?B?5L6L?= <a@xn--r8jz45g.xn--zckzah>",
            })
    void allThatIsSentIsAscii(String text, String mailbox, String header) {
        MailAddress address = MailAddress.parse(text);
        assertEquals(mailbox, address.mailbox());
        assertEquals(header, address.internetAddress().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jörg@example.org",
                "\u010d@example.org",
                "Jörg <jörg@müller.example>",
                "a@straße.example",
                "a@πς.example",
                "a@-ü.example",
                "a@ü\u3000.example",
                "nobody",
                "A <a@>",
                "a@b, c@d",
                "A <a@b> c",
                "group: a@b;",
                "a@b\r\nBcc: c@d",
                "x\r\nBcc: c@d <a@b>",
                "a@exa mple.org",
                "",
            })
    void whatCannotBeSentAsItIsIsRefused(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> MailAddress.parse(text))
                .getMessage());
        assertTrue(message.contains(": write "), message);
    }

    @Property
    void aNameComesBackFromItsHeader(@ForAll @StringLength(min = 1, max = 200) String name) throws Exception {
        String clean = name.replaceAll("[\\p{Cc}\\p{Cs}\"\\\\\\s]", "x");
        String header = MailAddress.parse("\"" + clean + "\" <a@example.org>")
                .internetAddress()
                .toString();
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(header), header);
        assertEquals(clean, new InternetAddress(header).getPersonal());
    }
}
