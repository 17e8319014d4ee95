package org.ianawatch.cli.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ianawatch.store.query.View;
import org.jline.reader.Candidate;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prompt offers behind a line; the library keeps of it what begins as the last word does. */
class SqlCompleterTest {
    private static final List<View> VIEWS = List.of(
            new View("snapshot", List.of(new View.Column("sha256", "character"))),
            new View("change", List.of(new View.Column("kind", "character"))));

    @Test
    void commandsBehindABackslash() {
        List<Candidate> candidates = new ArrayList<>();
        new SqlCompleter(VIEWS).complete(null, new SqlLines().parse("\\ti", 3, ParseContext.COMPLETE), candidates);

        assertEquals(
                SqlMetaCommands.NAMES, candidates.stream().map(Candidate::value).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from |snapshot,change",
                "select * FROM snapshot JOIN |snapshot,change",
                "\\d |snapshot,change",
                "\\dv |snapshot,change",
                "select |sha256,kind,snapshot,change,all",
                "select s. from snapshot where |sha256,snapshot,change,all,and",
                "select kind from change order by |kind,snapshot,change,all,and"
            })
    void viewsWhereOneIsDueAndElseColumnsAndWords(String line, String offered) {
        List<Candidate> candidates = new ArrayList<>();
        new SqlCompleter(VIEWS)
                .complete(null, new SqlLines().parse(line + " ", line.length() + 1, ParseContext.COMPLETE), candidates);
        List<String> wanted = Arrays.asList(offered.split(",", -1));

        assertEquals(
                wanted,
                candidates.stream().map(Candidate::value).limit(wanted.size()).toList());
    }
}
