package org.ianawatch.answer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;
import org.jspecify.annotations.Nullable;

/** What a person searches for: words that must all fit, a glob, or the number of a port. Immutable. */
public final class SearchQuery {
    private static final int PORT = PortRegistry.ROLES.index(PortRegistry.PORT_NUMBER);

    private static final int MOST_DIGITS_OF_A_PORT = 5;

    private final String text;
    private final Set<SearchField> fields;
    private final List<SearchWord> words;
    private final @Nullable Integer port;

    private SearchQuery(String text, Set<SearchField> fields, boolean everywhere) {
        this.text = text;
        this.fields = fields;
        this.words = words().stream().map(SearchWord::new).toList();
        this.port = everywhere ? port(text) : null;
    }

    /**
     * A search.
     *
     * @param text words between blanks
     * @param fields where to look; everywhere, ports included, where there are none
     * @throws IllegalArgumentException when nothing could be found so, with what is possible
     */
    public static SearchQuery of(String text, Set<SearchField> fields) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("there is nothing to search for: write a name, a word, or a number");
        }
        if (SearchWord.isGlob(text) && !fields.isEmpty() && !fields.contains(SearchField.NAME)) {
            throw new IllegalArgumentException("'" + text + "' is a glob, which fits names only, and --field leaves"
                    + " names out: add name, or search for a word without * and ?");
        }
        return new SearchQuery(
                text.strip(),
                fields.isEmpty() ? EnumSet.allOf(SearchField.class) : EnumSet.copyOf(fields),
                fields.isEmpty());
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
     * @param values its twelve
     * @return null where it does not
     */
    @Nullable
    Match match(String[] values) {
        if (port != null && covers(values[PORT], port)) {
            return Match.PORT;
        }
        String[] lowerCase = lowerCase(values);
        if (fields.contains(SearchField.NAME) && text.equalsIgnoreCase(lowerCase[SearchField.NAME.index()])) {
            return Match.NAME;
        }
        Match all = null;
        for (SearchWord word : words) {
            Match match = word.match(lowerCase, fields);
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
