package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words of an enumeration, in lower case and with hyphens; read in any case. */
public final class Choice {
    private Choice() {}

    /** The words of some constants, in their order. */
    public static <E extends Enum<E>> List<String> words(List<E> constants) {
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            words.add(word(constant));
        }
        return List.copyOf(words);
    }

    /** Reads one. */
    public static <E extends Enum<E>> Function<String, E> reading(List<E> constants) {
        return text -> {
            for (E constant : constants) {
                if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", words(constants)));
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
