package org.ianawatch.cli.command;

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
     * @throws IllegalArgumentException when it says nothing of the kind, with what is possible
     */
    T read(String word);

    /** Takes any text as it is. */
    static Reading<String> text() {
        return word -> word;
    }
}
