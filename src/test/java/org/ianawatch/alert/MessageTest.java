package org.ianawatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void anIdFitsIntoEveryHeader() {
        for (String id : List.of("", "a b", "a@b", "é", "a\r\nb", "x".repeat(101))) {
            assertThrows(IllegalArgumentException.class, () -> message(id), id);
        }
        assertEquals("x".repeat(100), message("x".repeat(100)).id());
    }

    private static Message message(String id) {
        Message like = Messages.trouble();
        return new Message(
                id,
                like.createdAt(),
                like.kind(),
                like.registry(),
                like.rules(),
                like.thread(),
                like.subject(),
                like.lead(),
                like.items());
    }
}
