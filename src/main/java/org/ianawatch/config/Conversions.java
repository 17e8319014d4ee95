package org.ianawatch.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ianawatch.diff.Glob;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;

/** How values are read; each says what to write instead of what is wrong. */
final class Conversions {
    /** A text that says something, on one line. */
    static final Conversion<String> TEXT = raw -> {
        if (raw instanceof String text && !text.isBlank() && text.lines().count() == 1) {
            return text;
        }
        throw new IllegalArgumentException("write a text on one line, such as \"...\"");
    };

    /** {@code true} or {@code false}. */
    static final Conversion<Boolean> TRUTH = raw -> {
        if (raw instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException("write true or false, without quotes");
    };

    /** {@code 278}, {@code "278"} or {@code "272-279"}. */
    static final Conversion<Span> PORTS = raw -> {
        if (raw instanceof Long || raw instanceof String) {
            return Ports.parse(raw.toString());
        }
        throw new IllegalArgumentException("write a port (278), a range (\"272-279\"), or a list of those");
    };

    /** A pattern with {@code *} and {@code ?}. */
    static final Conversion<Glob> GLOB = raw -> new Glob(TEXT.of(raw));

    /** An address of the web. */
    static final Conversion<URI> URL = raw -> url(TEXT.of(raw));

    /** A host and perhaps a port. Java's own reading knows no host with an underscore, as networks of containers have them. */
    private static final Pattern SERVER = Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[^@:\\[\\]]+)(:\\d*)?");

    private static final String NO_ADDRESS = "write an address, https://..., without a user's name or password";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /** What a name is. */
    static final String NAME_RULE =
            "a name has letters, digits, '-', '_' and '.', at most 64, and begins with a letter or digit";

    /** A name of a rule or a channel. */
    static final Conversion<String> NAMES = raw -> {
        if (raw instanceof String text && isName(text)) {
            return text;
        }
        throw new IllegalArgumentException(NAME_RULE);
    };

    private Conversions() {}

    /** Whether a rule or a channel may be called so. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A whole number between two, both inclusive. */
    static Conversion<Integer> number(int lowest, int highest) {
        return raw -> {
            if (raw instanceof Long number && number >= lowest && number <= highest) {
                return number.intValue();
            }
            throw new IllegalArgumentException("write a whole number from " + lowest + " to " + highest);
        };
    }

    /** One of some values, each known by a word. */
    static <T> Conversion<T> oneOf(List<T> values, Function<T, String> word) {
        return raw -> {
            List<String> words = new ArrayList<>();
            for (T value : values) {
                words.add(word.apply(value));
                if (word.apply(value).equals(raw)) {
                    return value;
                }
            }
            throw new IllegalArgumentException("'" + raw + "' is none of "
                    + String.join(", ", words)
                    + Nearest.of(raw.toString(), words)
                            .map(nearest -> "; did you mean '" + nearest + "'?")
                            .orElse(""));
        };
    }

    /** One of an enumeration's constants, each known by its name in lower case. */
    static <E extends Enum<E>> Conversion<E> oneOf(Class<E> type) {
        return oneOf(
                List.of(type.getEnumConstants()), constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            String authority = url.getRawAuthority();
            if (("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                    && authority != null
                    && SERVER.matcher(authority).matches()) {
                return url;
            }
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(NO_ADDRESS, wrong);
        }
        throw new IllegalArgumentException(NO_ADDRESS);
    }
}
