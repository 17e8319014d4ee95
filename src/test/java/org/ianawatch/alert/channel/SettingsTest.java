package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final URI HOOK = URI.create("https://hooks.example.com:8443/services/SECRET?sig=SECRET");
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final EmailSettings.Way SENDMAIL = new EmailSettings.Sendmail("/usr/sbin/sendmail");

    @Test
    void noSecretIsShown() {
        assertEquals("SlackSettings[url=https://hooks.example.com:8443/********]", new SlackSettings(HOOK).toString());
        assertEquals("TeamsSettings[url=https://hooks.example.com:8443/********]", new TeamsSettings(HOOK).toString());
        assertEquals(
                "DiscordSettings[url=https://hooks.example.com:8443/********]", new DiscordSettings(HOOK).toString());
        assertEquals(
                "NtfySettings[server=https://ntfy.sh, topic=********, token=********]",
                new NtfySettings(URI.create("https://ntfy.sh"), "topicSECRET", "tk_SECRET").toString());
        assertEquals(
                "WebhookSettings[url=https://hooks.example.com:8443/********, keys=********, authorization=********]",
                new WebhookSettings(HOOK, List.of(KEY), "Bearer SECRET").toString());
        assertEquals(
                "CommandSettings[program=/bin/say, input=TEXT, limit=PT1M]",
                new CommandSettings(List.of("/bin/say", "SECRET"), CommandSettings.Input.TEXT, MINUTE).toString());
        String mail =
                new EmailSettings("a@example.org", List.of("b@example.org"), smtp("user", "SECRET"), MINUTE).toString();
        assertEquals(
                "EmailSettings[from=a@example.org, to=[b@example.org], way=Smtp[host=mail.example.org, port=587,"
                        + " security=STARTTLS, user=user, password=********, helo=null], limit=PT1M]",
                mail);
    }

    @Test
    void aSecretShowsAMask() {
        Secret secret = new Secret("hunter2");
        assertEquals("********", secret.toString());
        assertEquals("hunter2", secret.reveal());
        assertEquals(secret, new Secret("hunter2"));
        assertEquals(secret.hashCode(), new Secret("hunter2").hashCode());
    }

    /** As networks of containers have them. */
    @Test
    void aHostMayHaveAnUnderscore() {
        assertEquals(
                "SlackSettings[url=http://hook_1:8080/********]",
                new SlackSettings(URI.create("http://hook_1:8080/SECRET")).toString());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("the address is no URL of HTTP or HTTPS", () -> new SlackSettings(URI.create("ftp://SECRET/"))),
                refused("the address is no URL of HTTP or HTTPS", () -> new SlackSettings(URI.create("/SECRET"))),
                refused(
                        "the address has a name or password before the host, which is not sent",
                        () -> new SlackSettings(URI.create("https://a:SECRET@host/"))),
                refused(
                        "the address has a name or password before the host, which is not sent",
                        () -> new SlackSettings(URI.create("https://a:SECRET@host_1/"))),
                refused(
                        "the address has a part after '#', which is not sent",
                        () -> new TeamsSettings(URI.create("https://host/#SECRET"))),
                refused(
                        "a topic has 1 to 64 letters, digits, '_' and '-'",
                        () -> new NtfySettings(URI.create("https://ntfy.sh"), "a/SECRET", null)),
                refused(
                        "a token has printable ASCII characters without blanks",
                        () -> new NtfySettings(URI.create("https://ntfy.sh"), "a", "SECRET\r\nX: y")),
                refused(
                        "a webhook needs a key to sign with: whsec_ and 24 to 64 bytes in base 64",
                        () -> new WebhookSettings(HOOK, List.of(), null)),
                refused("a webhook's key begins with whsec_", () -> new WebhookSettings(HOOK, List.of("SECRET"), null)),
                refused(
                        "a webhook's key is whsec_ and base 64, and this is none",
                        () -> new WebhookSettings(HOOK, List.of("whsec_SECRET!"), null)),
                refused(
                        "a webhook's key has 24 to 64 bytes, and this has 6",
                        () -> new WebhookSettings(HOOK, List.of("whsec_U0VDUkVU"), null)),
                refused(
                        "the authorization has other than printable ASCII characters",
                        () -> new WebhookSettings(HOOK, List.of(KEY), "SECRET\nX: y")),
                refused(
                        "a command has a program at least",
                        () -> new CommandSettings(List.of(), CommandSettings.Input.JSON, MINUTE)),
                refused(
                        "a command cannot have NUL characters",
                        () -> new CommandSettings(List.of("a", "SECRET\0"), CommandSettings.Input.JSON, MINUTE)),
                refused(
                        "the time limit of a command must be above zero, and is PT0S",
                        () -> new CommandSettings(List.of("a"), CommandSettings.Input.JSON, Duration.ZERO)),
                refused("a mail server wants a user and a password, or neither", () -> smtp(null, "SECRET")),
                refused(
                        "a password is sent by STARTTLS or TLS only",
                        () -> new EmailSettings.Smtp("host", 25, EmailSettings.Security.NONE, "user", "SECRET", null)),
                refused(
                        "'a b' is no name or address of a mail server",
                        () -> new EmailSettings.Smtp("a b", 25, EmailSettings.Security.NONE, null, null, null)),
                refused(
                        "the port of a mail server is from 1 to 65535, and not 0",
                        () -> new EmailSettings.Smtp("host", 0, EmailSettings.Security.NONE, null, null, null)),
                refused("a mail needs a receiver", () -> email("a@example.org")),
                refused(
                        "'local' is not one mail address: write \"a@example.org\" or \"Some Name <a@example.org>\"",
                        () -> email("a@example.org", "local")),
                refused(
                        "'a@b.example, c@d.example' is not one mail address: write \"a@example.org\" or \"Some Name"
                                + " <a@example.org>\"",
                        () -> email("a@example.org", "a@b.example, c@d.example")),
                refused(
                        "the URL of a feed begins with a scheme, and has no name or password",
                        () -> new AtomSettings(Path.of("feed"), URI.create("feed.xml"), 1)),
                refused(
                        "a feed keeps one message at least, and not 0",
                        () -> new AtomSettings(Path.of("feed"), URI.create("https://host/feed"), 0)),
                refused(
                        "'/' is no file's name",
                        () -> new AtomSettings(Path.of("/"), URI.create("https://host/feed"), 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeUsedIsRefusedWithoutBeingShown(String reason, Supplier<?> settings) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, settings::get);
        assertEquals(reason, refused.getMessage());
        assertFalse(refused.getMessage().contains("SECRET"));
    }

    @Test
    void anAddressCannotBecomeAHeader() {
        for (String address :
                List.of("a@example.org\r\nBcc: b@example.org", "x\r\nBcc: y <a@example.org>", "a@exa mple.org", "")) {
            assertThrows(IllegalArgumentException.class, () -> email("a@example.org", address), address);
            assertThrows(IllegalArgumentException.class, () -> email(address, "a@example.org"), address);
        }
    }

    private static Arguments refused(String reason, Supplier<?> settings) {
        return Arguments.of(reason, settings);
    }

    private static EmailSettings email(String from, String... to) {
        return new EmailSettings(from, List.of(to), SENDMAIL, MINUTE);
    }

    private static EmailSettings.Smtp smtp(String user, String password) {
        return new EmailSettings.Smtp("mail.example.org", 587, EmailSettings.Security.STARTTLS, user, password, null);
    }
}
