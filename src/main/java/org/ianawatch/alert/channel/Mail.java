package org.ianawatch.alert.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.ianawatch.alert.Message;
import org.ianawatch.report.TerminalText;

/**
 * A message as a mail (RFC 5322): text and the same as HTML (RFC 2046, section 5.1.4). Its id is the same at each try, and
 * all mails of a thread answer a first one that there never was, so that mail programs show them as one conversation.
 */
final class Mail extends MimeMessage {
    /** Gmail shows no more than the first 102 kB of a mail. */
    private static final int MOST_HTML_BYTES = 100_000;

    /** The text says the whole of it. */
    private static final int SUBJECT_COLUMNS = 150;

    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(1_000, 10_000);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private Mail(String id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    static Mail of(Message message, MailAddress from, List<MailAddress> to) {
        try {
            return written(message, from, to);
        } catch (MessagingException impossible) {
            throw new IllegalStateException("the mail for message " + message.id() + " cannot be written", impossible);
        }
    }

    private static Mail written(Message message, MailAddress from, List<MailAddress> to) throws MessagingException {
        String domain = from.domain();
        String list = label(message.registry()) + ".ianawatch";
        Bulletin bulletin = Bulletin.fitting(message, LIMITS, shown -> bytes(HtmlMail.of(shown)) <= MOST_HTML_BYTES);

        Mail mail = new Mail("<" + message.id() + "@" + domain + ">");
        mail.setFrom(from.internetAddress());
        for (MailAddress receiver : to) {
            mail.addRecipient(RecipientType.TO, receiver.internetAddress());
        }
        mail.setSubject(subject(bulletin.title(), Bulletin.site(message)), UTF_8);
        mail.setSentDate(Date.from(message.createdAt()));
        String root = "<" + message.thread() + "@" + domain + ">";
        mail.setHeader("In-Reply-To", root);
        mail.setHeader("References", root);
        mail.setHeader("List-Id", "<" + list + "." + (domain.startsWith("[") ? "localhost" : domain) + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(new MimeMultipart(
                "alternative", part(PlainText.of(bulletin), "plain"), part(HtmlMail.of(bulletin), "html")));
        mail.saveChanges();
        return mail;
    }

    /** What is cut is what happened, and not who tells it. */
    private static String subject(String title, String site) {
        String what = title.substring(0, title.length() - site.length());
        return TerminalText.cut(what, SUBJECT_COLUMNS - site.length()) + site;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Line ends as a local program expects them; no line of a mail has others. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeTo(out);
        } catch (IOException | MessagingException impossible) {
            throw new IllegalStateException("the mail " + id + " cannot be written", impossible);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // No line is then longer than SMTP allows, and ASCII stays legible.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** What can stand before a dot in an id (RFC 2919). */
    private static String label(String registry) {
        String label = registry.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return label.isEmpty() ? "registry" : label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
