package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** What a person searches for: words that must all fit, a glob, or the number of a port. Immutable. */
public final class SearchQuery {
    private static final int MOST_DIGITS_OF_A_PORT = 5;

    private final String text;
    private final SearchColumns columns;
    private final List<Integer> wanted;
    private final List<SearchWord> words;
    private final @Nullable Integer port;

    private SearchQuery(String text, SearchColumns columns, List<Integer> wanted, boolean everywhere) {
        this.text = text;
        this.columns = columns;
        this.wanted = wanted;
        this.words = words().stream().map(SearchWord::new).toList();
        this.port = everywhere ? port(text) : null;
    }

    /**
     * A search.
     *
     * @param text words between blanks
     * @param wanted the columns to look in; everywhere, codes included, where there are none
     * @param roles what the columns of the registry mean
     * @throws IllegalArgumentException when nothing could be found so, with what is possible
     */
    public static SearchQuery of(String text, Set<Column> wanted, Roles roles) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("there is nothing to search for: write a name, a word, or a number");
        }
        SearchColumns columns = SearchColumns.of(roles);
        List<Integer> among = columns.among(wanted, roles);
        if (SearchWord.isGlob(text) && !among.contains(columns.name())) {
            throw new IllegalArgumentException("'" + text + "' is a glob, which fits names only, and --field leaves"
                    + " names out: add name, or search for a word without * and ?");
        }
        return new SearchQuery(text.strip(), columns, among, wanted.isEmpty());
    }

    /** The text without blanks around it. */
    public String text() {
        return text;
    }

    /** The words, at least one. */
    public List<String> words() {
        return List.of(text.split("\\s+"));
    }

    /** What each row that fits by its text has in {@link Section#TEXT}: of each word the longest part that is no glob, folded. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (SearchWord word : words) {
            parts.add(word.part());
        }
        return parts;
    }

    /** The port that the text is the number of, or null. */
    public @Nullable Integer port() {
        return port;
    }

    /**
     * How well a row fits.
     *
     * @param values all that it has
     * @return null where it does not
     */
    @Nullable
    Match match(String[] values) {
        if (port != null && columns.code() != null && covers(values[columns.code()], port)) {
            return Match.PORT;
        }
        String[] lowerCase = lowerCase(values);
        if (wanted.contains(columns.name()) && text.equalsIgnoreCase(lowerCase[columns.name()])) {
            return Match.NAME;
        }
        Match all = null;
        for (SearchWord word : words) {
            Match match = word.match(lowerCase, columns, wanted);
            if (match == null) {
                return null;
            }
            all = all == null ? match : all.worse(match);
        }
        return all;
    }

    private static String[] lowerCase(String[] values) {
        String[] lowerCase = new String[values.length];
        for (int index = 0; index < values.length; index++) {
            lowerCase[index] = values[index].toLowerCase(Locale.ROOT);
        }
        return lowerCase;
    }

    private static boolean covers(String text, int port) {
        Span ports = Ports.find(text);
        return ports != null && ports.contains(port);
    }

    private static @Nullable Integer port(String text) {
        if (text.length() > MOST_DIGITS_OF_A_PORT || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return null;
        }
        int port = Integer.parseInt(text);
        return port <= Ports.LAST ? port : null;
    }
}
