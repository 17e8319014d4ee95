package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/channels.md} shows is what the channels send. */
class ChannelsDocumentTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/channels");
    private static final Pattern EXCERPT =
            Pattern.compile("<!-- golden: (\\S+) -->\n```[a-z]+\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (?:string|number|array|object)");

    private String document;

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("docs/channels.md"));
    }

    @Test
    void everyExcerptIsInItsGoldenFile() throws IOException {
        List<MatchResult> excerpts = EXCERPT.matcher(document).results().toList();
        assertEquals(9, excerpts.size());
        for (MatchResult excerpt : excerpts) {
            String golden = Files.readString(GOLDEN.resolve(excerpt.group(1)));
            assertTrue(golden.contains(excerpt.group(2).stripTrailing()), excerpt.group());
        }
    }

    @Test
    void everyKeyIsDescribed() {
        Map<String, Object> message = MessageJson.of(Messages.changes());
        Set<Object> keys = new LinkedHashSet<>(message.keySet());
        keys.addAll(((Map<?, ?>) ((List<?>) message.get("items")).get(0)).keySet());
        assertEquals(
                List.copyOf(keys),
                KEY.matcher(document)
                        .results()
                        .map(key -> (Object) key.group(1))
                        .toList());
    }
}
