package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.made.Hang;
import org.ianawatch.receivers.MailServer;
import org.ianawatch.receivers.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and programs can say about a mail. */
class MailOutcomeTest {
    private static final Message MESSAGE = Messages.changes();
    private static final ChannelSettings.Context CONTEXT = Receiver.context(Clock.systemUTC());
    private static final MailAddress FROM = MailAddress.parse("ianawatch@example.org");
    private static final List<MailAddress> TO = addresses("one@example.org", "two@example.org");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT|421 too busy|Failed",
                "CONNECT|554 no service here|Failed",
                "MAIL|451 later|Failed",
                "MAIL|550 not from you|Refused",
                "DATA|452 disk full|Failed",
                "DATA|554 no|Refused",
                "END|421 shutting down|Failed",
                "END|552 too large|Refused",
                "END|''|Failed",
                "RCPT|450 greylisted|Failed",
                "RCPT|550 nobody here|Refused",
            })
    void theFirstDigitSaysWhetherItMayPass(String command, String answer, String outcome)
            throws IOException, InterruptedException {
        try (MailServer server = MailServer.saying(Map.of(command, answer))) {
            Outcome actual = send(server.port(), Hang.LIMIT);
            assertEquals(outcome, actual.getClass().getSimpleName(), actual.toString());
            if (answer.isEmpty()) {
                return;
            }
            assertTrue(actual.toString().contains(answer), actual.toString());
        }
    }

    @Test
    void oneReceiverThatIsGoneKeepsTheMailFromNobodyElse() throws IOException, InterruptedException {
        try (MailServer server = MailServer.saying(Map.of("RCPT TO:<two@", "550 5.1.1 nobody here"))) {
            assertEquals(
                    new Outcome.Refused(
                            "127.0.0.1:" + server.port() + " turned away two@example.org (550 5.1.1 nobody here);"
                                    + " correct the receivers in the configuration; the other receivers have the mail"),
                    send(server.port(), Hang.LIMIT));
            assertEquals(
                    1,
                    server.heard().stream().filter(line -> line.equals("DATA")).count());
            int data = server.heard().indexOf("DATA");
            assertTrue(
                    server.heard().subList(0, data).lastIndexOf("RSET") > 0,
                    server.heard().toString());
        }
    }

    @Test
    void oneReceiverThatMayPassKeepsTheMailBack() throws IOException, InterruptedException {
        try (MailServer server = MailServer.saying(Map.of("RCPT TO:<two@", "450 greylisted"))) {
            assertInstanceOf(Outcome.Failed.class, send(server.port(), Hang.LIMIT));
            assertTrue(
                    server.heard().stream().noneMatch(line -> line.equals("DATA")),
                    server.heard().toString());
        }
    }

    /** A server that speaks ASCII alone, as RFC 5321 has it: any other byte shows as U+FFFD here. */
    @Test
    void everyByteThatArrivesIsAscii() throws IOException, InterruptedException {
        try (MailServer server = MailServer.saying(Map.of())) {
            SmtpSettings settings = new SmtpSettings(
                    MailAddress.parse("Jörg Müller <monitor@müller.example>"),
                    addresses("Ops \u010d <ops@\u010d.example>", "two@例え.テスト"),
                    smtp(server.port(), null),
                    Hang.LIMIT);
            assertEquals(new Outcome.Delivered(), settings.open(CONTEXT).deliver(MESSAGE));
            List<String> heard = server.heard();
            assertTrue(
                    heard.containsAll(List.of(
                            "MAIL FROM:<monitor@xn--mller-kva.example>",
                            "RCPT TO:<ops@xn--bea.example>",
                            "RCPT TO:<two@xn--r8jz45g.xn--zckzah>",
                            "From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <monitor@xn--mller-kva.example>",
                            "To: =?UTF-8?Q?Ops_=C4=8D?= <ops@xn--bea.example>, two@xn--r8jz45g.xn--zckzah",
                            "Message-ID: <" + MESSAGE.id() + "@xn--mller-kva.example>",
                            "List-Id: <service-names-port-numbers.ianawatch.xn--mller-kva.example>")),
                    String.join("\n", heard));
            assertTrue(heard.stream().noneMatch(line -> line.contains("\ufffd")), String.join("\n", heard));
        }
    }

    @Test
    void theServerIsGreetedByANameThatIsNotLocalhost() throws IOException, InterruptedException {
        try (MailServer server = MailServer.saying(Map.of())) {
            SmtpServer named = smtp(server.port(), "monitor.example.org");
            assertEquals(new Outcome.Delivered(), deliver(named, Hang.LIMIT));
            assertEquals(new Outcome.Delivered(), send(server.port(), Hang.LIMIT));
            List<String> greetings = server.heard().stream()
                    .filter(line -> line.startsWith("EHLO"))
                    .toList();
            assertEquals("EHLO monitor.example.org", greetings.get(0));
            assertTrue(
                    greetings.get(1).matches("EHLO (\\[127\\.0\\.0\\.1]|(?!localhost)[\\w-]+(\\.[\\w-]+)+)"),
                    greetings.get(1));
        }
    }

    @Test
    void aServerThatHangsFailsInTime() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome.Failed failed =
                    assertInstanceOf(Outcome.Failed.class, send(silent.getLocalPort(), Duration.ofMillis(300)));
            assertTrue(failed.reason().startsWith("127.0.0.1:" + silent.getLocalPort()), failed.reason());
        }
    }

    @Test
    void aServerThatIsNotThereFails() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, send(port, Hang.LIMIT));
        assertTrue(failed.reason().contains("Connection refused"), failed.reason());
    }

    /** What comes after the server took the mail counts no more: it has it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "(silence)", "421 too busy for a farewell", "no answer of SMTP"})
    void whatTheServerTookIsDeliveredHoweverItParts(String answer) throws IOException, InterruptedException {
        try (MailServer server = MailServer.saying(Map.of("QUIT", answer))) {
            assertEquals(new Outcome.Delivered(), send(server.port(), Hang.LIMIT));
        }
    }

    @Test
    void sendmailGetsTheMailAndItsReceivers() throws IOException, InterruptedException, MessagingException {
        Outcome outcome =
                sendmail("for a; do echo \"$a\"; done > '" + folder + "/arguments'; cat > '" + folder + "/mail'");
        assertEquals(new Outcome.Delivered(), outcome);
        assertEquals(
                List.of("-i", "-f", "ianawatch@example.org", "--", "one@example.org", "two@example.org"),
                Files.readAllLines(folder.resolve("arguments")));
        assertTrue(Files.readString(folder.resolve("mail")).indexOf('\r') < 0);
        try (InputStream in = Files.newInputStream(folder.resolve("mail"))) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertEquals(MESSAGE.subject(), mail.getSubject());
            assertEquals("<" + MESSAGE.id() + "@example.org>", mail.getMessageID());
        }
    }

    @Test
    void sendmailMaySayThatItTriesLater() throws IOException, InterruptedException {
        Outcome.Failed failed =
                assertInstanceOf(Outcome.Failed.class, sendmail("cat > /dev/null; echo 'queue down' >&2; exit 75"));
        assertTrue(failed.reason().endsWith("ended with code 75 (queue down)"), failed.reason());
    }

    @Test
    void sendmailMaySayThatNobodyIsThere() throws IOException, InterruptedException {
        assertInstanceOf(Outcome.Refused.class, sendmail("cat > /dev/null; exit 67"));
    }

    private Outcome sendmail(String script) throws IOException, InterruptedException {
        Path program = folder.resolve("sendmail");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return new SendmailSettings(FROM, TO, program.toString(), Hang.LIMIT)
                .open(CONTEXT)
                .deliver(MESSAGE);
    }

    private static Outcome send(int port, Duration limit) throws InterruptedException {
        return deliver(smtp(port, null), limit);
    }

    private static SmtpServer smtp(int port, String helo) {
        return new SmtpServer("127.0.0.1", port, SmtpServer.Security.NONE, null, null, helo);
    }

    private static List<MailAddress> addresses(String... texts) {
        return Stream.of(texts).map(MailAddress::parse).toList();
    }

    private static Outcome deliver(SmtpServer server, Duration limit) throws InterruptedException {
        return new SmtpSettings(FROM, TO, server, limit).open(CONTEXT).deliver(MESSAGE);
    }
}
