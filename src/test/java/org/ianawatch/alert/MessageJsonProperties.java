package org.ianawatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.report.JsonReader;

class MessageJsonProperties {
    @Property(tries = 300)
    void aMessageReadsBackAsItWas(@ForAll("messages") Message message) {
        assertEquals(message, MessageJson.read(MessageJson.write(message), PortRegistry.ROLES));
    }

    @Example
    void everyWrittenMessageReadsBackAsItWas() {
        Messages.all()
                .values()
                .forEach(message ->
                        assertEquals(message, MessageJson.read(MessageJson.write(message), PortRegistry.ROLES)));
    }

    /** Room is scarce: a value stands once in a record. */
    @Example
    void aRecordHasTheTitlesOfIanaAlone() {
        Map<String, Object> change = change(0);
        assertEquals(
                PortRegistry.COLUMNS.stream().map(Column::title).toList(),
                List.copyOf(((Map<?, ?>) change.get("record")).keySet()));
        assertEquals("foo", ((Map<?, ?>) change.get("record")).get("Service Name"));
        assertFalse(change(1).containsKey("record"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> change(int item) {
        Map<?, ?> message = (Map<?, ?>) JsonReader.read(MessageJson.write(Messages.changes()));
        return (Map<String, Object>) ((Map<?, ?>) ((List<?>) message.get("items")).get(item)).get("change");
    }

    @Example
    void refusesWhatIsNoMessage() {
        for (String json : new String[] {
            "[]",
            "{}",
            "\"text\"",
            "null",
            "{",
            MessageJson.write(Messages.trouble()).replace("2026-11-08T", "2026-11-08 "),
            MessageJson.write(Messages.trouble()).replace("\"trouble\"", "\"troubles\""),
            MessageJson.write(Messages.changes()).replace("\"kind\":\"reserved\"", "\"kind\":\"given\""),
            MessageJson.write(Messages.changes()).replace("\"was\":\"unassigned\"", "\"was\":7"),
            MessageJson.write(Messages.changes()).replace("\"ports\":\"278\"", "\"ports\":null"),
            MessageJson.write(Messages.changes()).replace("\"snapshot\":2", "\"snapshot\":\"2\"")
        }) {
            assertThrows(IllegalArgumentException.class, () -> MessageJson.read(json, PortRegistry.ROLES), json);
        }
    }

    @Provide
    Arbitrary<Message> messages() {
        return MadeMessages.messages();
    }
}
