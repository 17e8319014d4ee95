package org.ianawatch.store.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
    @Test
    void semicolonsWithinQuotesAndCommentsEndNothing() {
        assertEquals(
                List.of("select ';'", " select \";\" /* ; */", "\nselect $$;$$ -- ;\n"),
                Statements.of("select ';'; select \";\" /* ; */;;\nselect $$;$$ -- ;\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 1;|true",
                "select 1; |true",
                "select 1|false",
                "select 1; select|false",
                "select ';|false",
                "select ';';|true",
                "select 1 -- ;|false",
                "select /* ;|false"
            })
    void aTextIsCompleteBehindASemicolon(String text, boolean isComplete) {
        assertEquals(isComplete, Statements.isComplete(text));
    }
}
