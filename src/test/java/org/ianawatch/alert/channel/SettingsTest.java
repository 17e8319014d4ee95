package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ianawatch.receivers.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    private static final ChannelSettings.Context CONTEXT = Receiver.context(Clock.systemUTC());
    private static final Secret SECRET = new Secret("SECRET");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static Stream<ChannelSettings> settings() {
        MailAddress address = MailAddress.parse("a@example.org");
        SmtpServer server = new SmtpServer("mail.example", 587, SmtpServer.Security.TLS, "user", SECRET, null);
        return Stream.of(
                new SlackSettings(SECRET),
                new TeamsSettings(SECRET),
                new DiscordSettings(SECRET),
                new NtfySettings(URI.create("https://ntfy.sh"), SECRET, SECRET),
                new WebhookSettings(SECRET, List.of(SECRET), SECRET),
                new CommandSettings(List.of("/bin/say", "SECRET"), CommandSettings.Input.TEXT, MINUTE),
                new SmtpSettings(address, List.of(address), server, MINUTE));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void noSecretIsShown(ChannelSettings settings) {
        assertFalse(settings.toString().contains("SECRET"), settings.toString());
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
        assertNotNull(slack("http://hook_1:8080/SECRET").open(CONTEXT));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("the address is no URL of HTTP or HTTPS", slack("ftp://SECRET/")),
                refused("the address is no URL of HTTP or HTTPS", slack("/SECRET")),
                refused(
                        "the address has a name or password before the host, which is not sent",
                        slack("https://a:SECRET@host/")),
                refused(
                        "the address has a name or password before the host, which is not sent",
                        slack("https://a:SECRET@host_1/")),
                refused("the address has a part after '#', which is not sent", slack("https://host/#SECRET")),
                refused(
                        "the address has a part after '#', which is not sent",
                        new NtfySettings(URI.create("https://host/#SECRET"), SECRET, null)),
                refused(
                        "a command cannot have NUL characters",
                        new CommandSettings(List.of("a", "SECRET\0"), CommandSettings.Input.JSON, MINUTE)),
                refused("'/' is no file's name", new AtomSettings(Path.of("/"), URI.create("https://host/feed"), 1)),
                refused(
                        "a topic has letters, digits, '-' and '_', at most 64",
                        () -> NtfySettings.requireTopic("a/SECRET")),
                refused(
                        "a token has letters, digits and signs, and no blank",
                        () -> NtfySettings.requireToken("SECRET\r\nX: y")),
                refused(
                        "a header has letters, digits, signs and blanks",
                        () -> WebhookSettings.requireAuthorization("SECRET\nX: y")),
                refused("a key is whsec_ and 24 to 64 bytes in base 64", () -> WebhookSettings.requireKey("SECRET")),
                refused(
                        "a key is whsec_ and 24 to 64 bytes in base 64",
                        () -> WebhookSettings.requireKey("whsec_SECRET!")),
                refused(
                        "a key is whsec_ and 24 to 64 bytes in base 64",
                        () -> WebhookSettings.requireKey("whsec_U0VDUkVU")),
                refused(
                        "a key is whsec_ and 24 to 64 bytes in base 64",
                        () -> WebhookSettings.requireKey("whsec_" + "SECRET00".repeat(11))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeUsedIsRefusedWithoutBeingShown(String reason, Executable use) {
        assertEquals(reason, assertThrows(IllegalArgumentException.class, use).getMessage());
    }

    private static ChannelSettings slack(String url) {
        return new SlackSettings(new Secret(url));
    }

    private static Arguments refused(String reason, ChannelSettings settings) {
        return refused(reason, () -> settings.open(CONTEXT));
    }

    private static Arguments refused(String reason, Executable use) {
        return Arguments.of(reason, use);
    }
}
