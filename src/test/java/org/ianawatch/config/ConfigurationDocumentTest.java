package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.channel.CommandSettings;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SmtpServer;
import org.ianawatch.alert.channel.SmtpSettings;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;

/** The document has every key, and no other; the example has every key of the document. */
class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Path EXAMPLE = Path.of("docs/example.toml");
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SMTP_PASSWORD", "hunter2",
            "SLACK_URL", "https://example.org/a",
            "TEAMS_URL", "https://example.org/b",
            "DISCORD_URL", "https://example.org/c",
            "NTFY_TOKEN", "hunter2",
            "WEBHOOK_SECRET", KEY,
            "OLD_WEBHOOK_SECRET", KEY,
            "WEBHOOK_TOKEN", "hunter2");
    private static final Pattern HEADING = Pattern.compile("#+ `(?:\\[+([a-z]+)[^`]*|type = \"([a-z]+)\")`");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    @Test
    void theDocumentHasEveryKeyAndNoOther() throws IOException, ConfigurationException {
        assertEquals(keysOfTheCode(example()), keysOfTheDocument());
    }

    @Test
    void theExampleUsesEveryKeyButTheOtherHalvesOfSecrets() throws IOException, ConfigurationException {
        SortedSet<String> set = new TreeSet<>();
        Configuration example = example();
        for (Setting setting : example.settings()) {
            if (setting.value() != null && !setting.from().equals(Section.DEFAULT)) {
                set.add(key(setting.key(), example));
            }
        }
        SortedSet<String> all = keysOfTheDocument();
        all.removeIf(key -> key.endsWith("_file"));
        assertEquals(all, set);
    }

    @Test
    void theExampleIsReadAsItSays() throws IOException, ConfigurationException {
        Configuration example = example();
        assertEquals(4, example.rules().size());
        assertEquals(9, example.channels().size());
        assertEquals("network@example.org", example.source().contact());
        assertEquals(DigestPeriod.WEEKLY, example.rules().get(2).digest());
        assertTrue(example.rules().get(3).filter().uses());
        var mail = (SmtpSettings) example.channels().get("network");
        assertEquals(SmtpServer.Security.STARTTLS, mail.server().security());
        assertEquals(new Secret("hunter2"), mail.server().password());
        var archive = (CommandSettings) example.channels().get("archive");
        assertEquals(3, archive.command().size());
        assertEquals(1, example.operators().channels().size());
    }

    private static Configuration example() throws IOException, ConfigurationException {
        return new ConfigurationReader(ENVIRONMENT, "standard.csv", PortRegistry.REGISTRY.ranges()).read(EXAMPLE);
    }

    private static SortedSet<String> keysOfTheCode(Configuration configuration) {
        SortedSet<String> keys = new TreeSet<>();
        configuration.settings().forEach(setting -> keys.add(key(setting.key(), configuration)));
        return keys;
    }

    /** {@code rules.lab.ports} is {@code rules.ports}; {@code channels.network.host} is {@code email.host}. */
    private static String key(String setting, Configuration configuration) {
        String[] parts = setting.split("\\.", -1);
        if (parts.length == 2) {
            return setting;
        }
        if (parts[0].equals("rules") || parts[2].equals("type")) {
            return parts[0] + "." + parts[2];
        }
        return configuration.settings().stream()
                        .filter(other -> other.key().equals("channels." + parts[1] + ".type"))
                        .findFirst()
                        .orElseThrow()
                        .value()
                + "."
                + parts[2];
    }

    private static SortedSet<String> keysOfTheDocument() throws IOException {
        SortedSet<String> keys = new TreeSet<>();
        String table = "";
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                table = heading.group(1) == null ? heading.group(2) : heading.group(1);
            }
            if (line.startsWith("| `")) {
                Matcher name = NAME.matcher(line.substring(0, line.indexOf(" |", 1)));
                while (name.find()) {
                    keys.add(table + "." + name.group(1));
                }
            }
        }
        return keys;
    }
}
