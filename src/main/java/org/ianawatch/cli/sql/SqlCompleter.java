package org.ianawatch.cli.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.ianawatch.store.query.View;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands that begin with a backslash, views where one is due, else the words of SQL and the columns of the views that the statement names. */
final class SqlCompleter implements Completer {
    private static final List<String> WORDS = List.of(
            "all",
            "and",
            "as",
            "asc",
            "between",
            "by",
            "case",
            "cast",
            "coalesce",
            "count",
            "cross",
            "current_date",
            "desc",
            "distinct",
            "else",
            "end",
            "except",
            "exists",
            "explain",
            "extract",
            "fetch",
            "filter",
            "first",
            "from",
            "group",
            "having",
            "in",
            "inner",
            "intersect",
            "is",
            "join",
            "lag",
            "lead",
            "left",
            "like",
            "limit",
            "listagg",
            "lower",
            "max",
            "min",
            "not",
            "null",
            "nulls",
            "on",
            "only",
            "or",
            "order",
            "over",
            "partition",
            "recursive",
            "row_number",
            "rows",
            "select",
            "substring",
            "sum",
            "table",
            "then",
            "timestamp",
            "union",
            "upper",
            "using",
            "values",
            "when",
            "where",
            "with",
            "within");
    private static final Set<String> BEFORE_A_VIEW = Set.of("from", "join", "table", "\\d", "\\dt", "\\dv");

    private final List<View> views;

    SqlCompleter(List<View> views) {
        this.views = views;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before =
                line.words().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        String previous = line.wordIndex() > 0 ? before.get(line.wordIndex() - 1) : "";
        if (line.word().startsWith("\\")) {
            SqlMetaCommands.NAMES.forEach(name -> candidates.add(new Candidate(name)));
            return;
        }
        Stream<String> names = views.stream().map(View::name);
        if (!BEFORE_A_VIEW.contains(previous)) {
            names = Stream.of(columns(before), names, WORDS.stream()).flatMap(words -> words);
        }
        names.distinct().forEach(name -> candidates.add(new Candidate(name)));
    }

    private Stream<String> columns(List<String> words) {
        List<View> named =
                views.stream().filter(view -> words.contains(view.name())).toList();
        return (named.isEmpty() ? views : named)
                .stream().flatMap(view -> view.columns().stream()).map(View.Column::name);
    }
}
