package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.alert.channel.NtfySettings;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SmtpSettings;
import org.ianawatch.alert.channel.WebhookSettings;
import org.ianawatch.ports.PortRegistry;

/** A secret is where it is used, and nowhere else, whether the rest of the file is right or wrong. */
class SecretProperties {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String CHANNELS =
            """
            [channels.mail]
            type = "email"
            from = "a@example.org"
            to = "b@example.org"
            host = "mail.example.org"
            user = "me"
            password = "${PASSWORD}"
            [channels.hook]
            type = "webhook"
            url = "https://example.org/"
            secret = "${KEY}"
            authorization_file = "secret.txt"
            [channels.topic]
            type = "ntfy"
            topic = "ports"
            token = "x${PASSWORD}"
            """;

    /** Longer than what a message could have by chance. */
    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().withCharRange('!', '~').ofMinLength(12).ofMaxLength(40);
    }

    @Property(tries = 100)
    void aSecretIsReadAndNeverShown(@ForAll("secrets") String password, @ForAll("secrets") String secret)
            throws IOException, ConfigurationException {
        Path folder = Files.createTempDirectory("ianawatch-secrets");
        Path file = Files.writeString(folder.resolve("config.toml"), CHANNELS);
        Files.writeString(folder.resolve("secret.txt"), secret + "\n");
        ConfigurationReader reader = new ConfigurationReader(
                Map.of("PASSWORD", password, "KEY", KEY), "standard.csv", PortRegistry.REGISTRY.ranges());

        Configuration configuration = reader.read(file);

        var mail = (SmtpSettings) configuration.channels().get("mail");
        var hook = (WebhookSettings) configuration.channels().get("hook");
        var topic = (NtfySettings) configuration.channels().get("topic");
        assertEquals(new Secret(password), mail.server().password());
        assertEquals(List.of(new Secret(KEY)), hook.keys());
        assertEquals(new Secret(secret), hook.authorization());
        assertEquals(new Secret("x" + password), topic.token());
        assertHidden(configuration.toString(), password, secret, KEY);
        remove(folder);
    }

    @Property(tries = 100)
    void aSecretInAWrongPlaceIsNotRepeated(@ForAll("secrets") String secret, @ForAll("keys") String key)
            throws IOException {
        Path folder = Files.createTempDirectory("ianawatch-secrets");
        Files.writeString(folder.resolve("secret.txt"), secret);
        Map<String, String> environment = new HashMap<>(Map.of("PASSWORD", secret));
        for (String value : List.of(
                "\"${PASSWORD}\"", "\"${PASSWORD}x\"", "\"secret.txt\"", secret, "\"" + secret, "'" + secret + "'")) {
            Path file = Files.writeString(
                    folder.resolve("config.toml"), "[channels.a]\ntype = \"slack\"\n" + key + " = " + value + "\n");
            try {
                String shown = new ConfigurationReader(environment, "standard.csv", PortRegistry.REGISTRY.ranges())
                        .read(file)
                        .toString();
                assertHidden(shown, secret);
            } catch (ConfigurationException refused) {
                assertHidden(refused + " " + refused.problems(), secret);
            }
        }
        remove(folder);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("url", "timeout_seconds", "unknown");
    }

    private static void assertHidden(String shown, String... secrets) {
        for (String secret : secrets) {
            assertFalse(shown.contains(secret), () -> secret + " is in " + shown);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("config.toml"));
        Files.deleteIfExists(folder.resolve("secret.txt"));
        Files.delete(folder);
    }
}
