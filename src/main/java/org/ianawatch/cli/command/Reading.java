package org.ianawatch.cli.command;

import java.time.Instant;
import java.util.function.Function;

/**
 * How a word of the command line is read.
 *
 * @param <T> what it says
 */
@FunctionalInterface
public interface Reading<T> {
    /**
     * Reads it.
     *
     * @param now when the command began, for words such as {@code yesterday}
     * @throws IllegalArgumentException when it says nothing of the kind, with what is possible
     */
    T read(String word, Instant now);

    /** Reads what is the same at any time. */
    static <T> Reading<T> of(Function<String, T> reading) {
        return (word, now) -> reading.apply(word);
    }

    /** Takes any text as it is. */
    static Function<String, String> text() {
        return word -> word;
    }
}
