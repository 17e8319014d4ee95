package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Messages;
import org.ianawatch.alert.Outcome;
import org.ianawatch.made.Hang;
import org.ianawatch.receivers.Certificate;
import org.ianawatch.receivers.MailServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against GreenMail: with authentication, by STARTTLS and by TLS. */
class SmtpSettingsTest {
    private static final Message MESSAGE = Messages.changes();

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private GreenMail greenMail;
    private MailServer front;

    @BeforeAll
    static void makeCertificate() throws IOException, GeneralSecurityException, InterruptedException {
        certificate = Certificate.make(folder);
        System.setProperty("greenmail.tls.keystore.file", certificate.keyStore().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
    }

    @AfterAll
    static void forgetCertificate() {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @BeforeEach
    void open() throws IOException {
        greenMail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        greenMail.withConfiguration(GreenMailConfiguration.aConfig().withUser("user", "word of honour"));
        greenMail.start();
        front = MailServer.before(greenMail.getSmtp().getPort(), certificate.context());
    }

    @AfterEach
    void close() {
        front.close();
        greenMail.stop();
    }

    @Test
    void arrivesByStartTlsWithAPassword() throws Exception {
        assertEquals(new Outcome.Delivered(), send(startTls("word of honour"), MESSAGE, trusting()));
        assertEquals(
                List.of("EHLO", "STARTTLS"),
                front.heard().stream().map(line -> line.split(" ", -1)[0]).toList());
        // Once for each receiver.
        MimeMessage[] received = greenMail.getReceivedMessages();
        assertEquals(2, received.length);
        MimeMessage mail = received[0];
        assertEquals("<" + MESSAGE.id() + "@example.org>", mail.getMessageID());
        assertEquals(MESSAGE.subject(), mail.getSubject());
        assertEquals(MESSAGE.createdAt(), mail.getSentDate().toInstant());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("<service-names-port-numbers.ianawatch.example.org>", mail.getHeader("List-Id", null));
        assertEquals(mail.getHeader("References", null), mail.getHeader("In-Reply-To", null));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertTrue(mail.getContentType().startsWith("multipart/alternative"), mail.getContentType());
        assertEquals(2, parts.getCount());
        assertTrue(parts.getBodyPart(0).isMimeType("text/plain"));
        assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
        String text = ((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n");
        assertTrue(text.contains("    Contact            [Example_Person] → (empty)\n"), text);
    }

    @Test
    void arrivesByTls() throws Exception {
        SmtpServer tls = new SmtpServer(
                "127.0.0.1",
                greenMail.getSmtps().getPort(),
                SmtpServer.Security.TLS,
                "user",
                new Secret("word of honour"),
                null);
        assertEquals(new Outcome.Delivered(), send(tls, Messages.recovery(), trusting()));
        assertEquals(2, greenMail.getReceivedMessages().length);
    }

    @Test
    void eachTryHasTheSameId() throws Exception {
        send(startTls("word of honour"), MESSAGE, trusting());
        send(startTls("word of honour"), MESSAGE, trusting());
        MimeMessage[] received = greenMail.getReceivedMessages();
        assertEquals(4, received.length);
        assertEquals(received[0].getMessageID(), received[3].getMessageID());
        assertEquals(received[0].getHeader("Date", null), received[3].getHeader("Date", null));
    }

    @Test
    void hostileTextArrivesAsTextAndAddsNoHeader() throws Exception {
        assertEquals(new Outcome.Delivered(), send(startTls("word of honour"), Messages.hostile(), trusting()));
        assertEquals(2, greenMail.getReceivedMessages().length);
        MimeMessage mail = greenMail.getReceivedMessages()[0];
        assertNull(mail.getHeader("Bcc"));
        assertEquals(150, mail.getSubject().length());
        assertTrue(mail.getSubject().endsWith(":smile: \\u202el…"), mail.getSubject());
        String text =
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        String words = text.replaceAll("\\s+", " ");
        assertTrue(words.contains("\\u202elive\\u2066 \\u001b[31mred"), text);
        assertTrue(words.contains("⏎Bcc: victim@example.org⏎⏎."), text);
        assertTrue(text.contains("<script>alert('x')</script> <!channel>"), text);
        assertTrue(text.contains("(99,032 more characters)"), text);
    }

    @Test
    void aSubjectThatIsCutSaysTheSiteAllTheSame() throws Exception {
        Message message = Messages.hostile().of("lab-east");
        assertEquals(new Outcome.Delivered(), send(startTls("word of honour"), message, trusting()));
        String subject = greenMail.getReceivedMessages()[0].getSubject();
        assertEquals(150, subject.length());
        assertTrue(subject.startsWith("278/tcp assigned to <script>") && subject.endsWith("… (lab-east)"), subject);
    }

    @Test
    void aWrongPasswordIsRefusedWithoutBeingSaid() throws Exception {
        Outcome.Refused refused =
                assertInstanceOf(Outcome.Refused.class, send(startTls("a wrong word"), MESSAGE, trusting()));
        assertTrue(
                refused.reason().matches("127\\.0\\.0\\.1:\\d+: 535 .*; check user and password in the configuration"),
                refused.reason());
        assertFalse(refused.reason().contains("wrong word"), refused.reason());
    }

    @Test
    void aCertificateThatNobodyTrustsFails() throws Exception {
        Outcome.Failed failed =
                assertInstanceOf(Outcome.Failed.class, send(startTls("word of honour"), MESSAGE, Map.of()));
        assertTrue(failed.reason().contains("unable to find valid certification path"), failed.reason());
        assertEquals(0, greenMail.getReceivedMessages().length);
    }

    @Test
    void aServerWithoutStartTlsIsRefused() throws Exception {
        SmtpServer plain = new SmtpServer(
                "127.0.0.1",
                greenMail.getSmtp().getPort(),
                SmtpServer.Security.STARTTLS,
                "user",
                new Secret("word of honour"),
                null);
        assertEquals(
                new Outcome.Refused("127.0.0.1:" + plain.port()
                        + " does not offer STARTTLS; correct the security in the configuration"),
                send(plain, MESSAGE, trusting()));
        assertEquals(0, greenMail.getReceivedMessages().length);
    }

    /** The first address of the name takes no connection, and the certificate is for the name. */
    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aCertificateIsCheckedForTheNameAndNotForTheAddress(SmtpServer.Security security) throws Exception {
        assertEquals(new Outcome.Delivered(), byName("mail.example", security));
        assertEquals(2, greenMail.getReceivedMessages().length);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, byName("another.example", security));
        assertTrue(
                failed.reason().contains("No subject alternative DNS name matching another.example found")
                        || failed.reason().contains("No name matching another.example found"),
                failed.reason());
        assertEquals(2, greenMail.getReceivedMessages().length);
    }

    private Outcome byName(String name, SmtpServer.Security security) throws Exception {
        int port = security == SmtpServer.Security.TLS ? greenMail.getSmtps().getPort() : front.port();
        SmtpServer server = new SmtpServer(name, port, security, "user", new Secret("word of honour"), null);
        InetAddress[] addresses = {InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress()};
        return send(server, MESSAGE, trusting(), host -> addresses);
    }

    private SmtpServer startTls(String password) {
        return new SmtpServer(
                "127.0.0.1", front.port(), SmtpServer.Security.STARTTLS, "user", new Secret(password), null);
    }

    private static Map<String, Object> trusting() {
        return Map.of("mail.smtp.ssl.socketFactory", certificate.context().getSocketFactory());
    }

    private static Outcome send(SmtpServer server, Message message, Map<String, Object> properties)
            throws InterruptedException {
        return send(server, message, properties, InetAddress::getAllByName);
    }

    private static Outcome send(
            SmtpServer server, Message message, Map<String, Object> properties, SmtpConnector.Names names)
            throws InterruptedException {
        List<MailAddress> to = Stream.of("network@example.org", "Security Team <security@example.org>")
                .map(MailAddress::parse)
                .toList();
        return new SmtpSettings(MailAddress.parse("ianawatch <ianawatch@example.org>"), to, server, Hang.LIMIT)
                .open(properties, names)
                .deliver(message);
    }
}
