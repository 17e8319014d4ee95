package org.ianawatch.store.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.store.query.QueryException.Unknown;

/**
 * What people write that H2 can read and not answer, in the words of the views.
 *
 * @param message H2's, which names what it is about between double quotes
 */
record QueryMistakes(String statement, String message, List<View> views) {
    private static final int NOWHERE = -1;
    private static final Pattern NUMBERED_GROUPS =
            Pattern.compile("\\bgroup\\s+by\\s+(?:\\w+\\s*,\\s*)*?(\\d+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPARED_TYPES = Pattern.compile("\"([^\"]+)\" and \"([^\"]+)\"");
    private static final String TEXT = "('(?:[^']|'')*')";
    private static final List<String> FUNCTIONS = List.of(
            "array_agg",
            "avg",
            "cast",
            "coalesce",
            "concat",
            "count",
            "dateadd",
            "datediff",
            "date_trunc",
            "extract",
            "greatest",
            "least",
            "left",
            "length",
            "listagg",
            "lower",
            "max",
            "min",
            "nullif",
            "regexp_like",
            "regexp_replace",
            "replace",
            "right",
            "round",
            "substring",
            "sum",
            "trim",
            "upper");

    QueryException noView() {
        String name = last(subject());
        return unknown(name, "there is no view '" + name + "'", names(), "; there are " + String.join(", ", names()));
    }

    QueryException forbidden() {
        return at(
                subject(),
                "the query failed: " + message + "; only the views may be read: " + String.join(", ", names()));
    }

    QueryException noColumn() {
        String name = last(subject());
        if (statement.contains('"' + name + '"')) {
            return at(
                    name,
                    "there is no column \"" + name + "\": double quotes make a name; a text has single ones, '" + name
                            + "'");
        }
        List<String> columns = named().stream()
                .flatMap(view -> view.columns().stream())
                .map(View.Column::name)
                .distinct()
                .toList();
        return unknown(
                lower(name),
                "there is no column '" + lower(name) + "'",
                columns,
                "; " + described() + ", and a text has single quotes around it");
    }

    QueryException twoColumns() {
        String name = lower(last(subject()));
        List<String> owners = named().stream()
                .filter(view ->
                        view.columns().stream().anyMatch(column -> column.name().equals(name)))
                .map(View::name)
                .toList();
        return at(
                name,
                "column '" + name + "' is in "
                        + (owners.size() > 1 ? String.join(" and ", owners) : "more than one place")
                        + ": write which, as in " + (owners.isEmpty() ? "a" : owners.get(0)) + "." + name);
    }

    QueryException noFunction() {
        String name = lower(subject());
        return unknown(name, "there is no function '" + name + "'", FUNCTIONS, ": the functions are those of H2");
    }

    QueryException notGrouped() {
        String name = lower(last(subject()));
        Matcher numbered = NUMBERED_GROUPS.matcher(statement);
        return numbered.find()
                ? new QueryException(
                        statement,
                        numbered.start(1),
                        "GROUP BY takes no number of a column: write its name, as in GROUP BY " + name)
                : at(
                        name,
                        "column '" + name + "' is neither grouped nor within an aggregate: write GROUP BY " + name
                                + ", or MAX(" + name + ")");
    }

    QueryException notInResult() {
        return at(
                subject(),
                subject().matches("\\d+")
                        ? "ORDER BY has the number " + subject() + ", and the result has fewer columns"
                        : "the query failed: " + message);
    }

    QueryException noTime() {
        String text = message.replaceFirst("(?s).* constant \"(.*)\"$", "$1");
        return at(
                text,
                "'" + text + "' is no date or time: write DATE '2024-01-31', or TIMESTAMP WITH TIME ZONE"
                        + " '2024-01-31 06:00:00+00'");
    }

    QueryException otherType() {
        return at(
                subject(),
                "'" + subject() + "' is of another type than what it is compared with or cast to, no number say; "
                        + described());
    }

    QueryException notComparable() {
        Matcher types = COMPARED_TYPES.matcher(message);
        if (!types.find()) {
            return new QueryException(statement, "the query failed: " + message);
        }
        return named().stream()
                .flatMap(view -> view.columns().stream())
                .filter(column -> column.type().equals("array"))
                .map(View.Column::name)
                .filter(name -> message.contains("ARRAY")
                        && word(name).matcher(statement).find())
                .findFirst()
                .map(name -> at(
                        name,
                        "column '" + name + "' is an array: write array_contains(" + name + ", " + comparedWith(name)
                                + ")"))
                .orElseGet(() -> new QueryException(
                        statement,
                        "a value of type " + types.group(1) + " is compared with one of type " + types.group(2) + "; "
                                + described()));
    }

    /** The text that the statement compares with the column. */
    private String comparedWith(String name) {
        String operator = "\\s*(?:=|<>|!=|\\bin\\b)\\s*\\(?\\s*";
        Matcher compared = Pattern.compile(
                        "\\b" + name + operator + TEXT + "|" + TEXT + operator + "(?:\\w+\\.)?" + name + "\\b",
                        Pattern.CASE_INSENSITIVE)
                .matcher(statement);
        if (!compared.find()) {
            return "VALUE";
        }
        return compared.group(1) == null ? compared.group(2) : compared.group(1);
    }

    /** What H2 puts between double quotes. */
    private String subject() {
        int start = message.indexOf('"');
        int end = message.lastIndexOf('"');
        return start < end ? message.substring(start + 1, end) : "";
    }

    /** The views that the statement names; all of them where it names none. */
    private List<View> named() {
        List<View> named = views.stream()
                .filter(view -> word(view.name()).matcher(statement).find())
                .toList();
        return named.isEmpty() ? views : named;
    }

    private List<String> names() {
        return views.stream().map(View::name).toList();
    }

    private String described() {
        String view = named().isEmpty() ? "VIEW" : named().get(0).name();
        return "'\\d " + view + "' lists the columns";
    }

    private QueryException unknown(String name, String problem, List<String> known, String otherwise) {
        return new QueryException(statement, place(name), problem, List.of(new Unknown(name, known, otherwise)));
    }

    private QueryException at(String name, String problem) {
        return new QueryException(statement, place(name), problem);
    }

    /** Where the name stands, if it stands in one place alone; else negative. */
    private int place(String name) {
        Matcher found = word(name).matcher(statement);
        if (!found.find()) {
            return NOWHERE;
        }
        int place = found.start();
        return found.find() ? NOWHERE : place;
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    }

    private static String last(String qualified) {
        return lower(qualified).equals(qualified)
                ? qualified
                : lower(qualified.substring(qualified.lastIndexOf('.') + 1));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
