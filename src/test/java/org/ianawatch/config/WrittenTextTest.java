package org.ianawatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ianawatch.alert.channel.Secret;
import org.ianawatch.alert.channel.SlackSettings;
import org.ianawatch.ports.PortRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors and shells of Windows put before a text, and the texts that they make. */
class WrittenTextTest {
    private static final String MARK = "\ufeff";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "a\r\nb", "\ufeff"})
    void aMarkIsLeftOut(String text) throws IOException {
        assertEquals(text, WrittenText.of((MARK + text).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, true, UTF-16",
        "UTF-16BE, true, UTF-16",
        "UTF-16LE, false, UTF-16",
        "UTF-16BE, false, UTF-16",
        "ISO-8859-1, false, not UTF-8",
    })
    void anotherEncodingIsSaid(String charset, boolean mark, String word) {
        byte[] bytes = ((mark ? MARK : "") + "[source] # é").getBytes(Charset.forName(charset));
        IOException refused = assertThrows(WrittenText.NoTextException.class, () -> WrittenText.of(bytes));
        assertEquals(true, String.valueOf(refused.getMessage()).startsWith("it is " + word), refused.getMessage());
    }

    @Test
    void aConfigurationAndItsSecretMayBeginWithAMark() throws IOException, ConfigurationException {
        Files.writeString(folder.resolve("secret.txt"), MARK + "https://example.org/hook\r\n");
        Path file = Files.writeString(
                folder.resolve("config.toml"),
                MARK + "[channels.a]\r\ntype = \"slack\"\r\nurl_file = \"secret.txt\"\r\n");

        Configuration configuration =
                new ConfigurationReader(Map.of(), "standard.csv", PortRegistry.REGISTRY.ranges()).read(file);

        assertEquals(
                new SlackSettings(new Secret("https://example.org/hook")),
                configuration.channels().get("a"));
    }

    @Test
    void aConfigurationAndASecretOfUtf16AreRefused() throws IOException {
        Files.write(folder.resolve("secret.txt"), (MARK + "https://a/").getBytes(StandardCharsets.UTF_16LE));
        String toml = "[channels.a]\ntype = \"slack\"\nurl_file = \"secret.txt\"\n";
        String words = "it is UTF-16, as '>' of Windows PowerShell writes it; save it as UTF-8";

        assertEquals(
                List.of("FILE:3: 'url_file' in [channels.a]: cannot read 'secret.txt': " + words),
                problems(toml.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of("FILE:1: this is no text: " + words),
                problems((MARK + toml).getBytes(StandardCharsets.UTF_16LE)));
    }

    private List<String> problems(byte[] toml) throws IOException {
        Path file = Files.write(folder.resolve("config.toml"), toml);
        ConfigurationException refused = assertThrows(
                ConfigurationException.class,
                () -> new ConfigurationReader(Map.of(), "standard.csv", PortRegistry.REGISTRY.ranges()).read(file));
        return refused.problems().stream()
                .map(problem -> problem.toString().replace(file.toString(), "FILE"))
                .toList();
    }
}
