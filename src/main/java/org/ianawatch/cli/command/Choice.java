package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words of an enumeration, in lower case and with hyphens; read in any case. */
public final class Choice {
    private Choice() {}

    /** All words, in the order of the constants. */
    public static <E extends Enum<E>> List<String> words(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        return List.copyOf(words);
    }

    /** Reads one. */
    public static <E extends Enum<E>> Function<String, E> reading(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", words(type)));
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
