package org.ianawatch.cli.command;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A word after the name of a command that belongs to no option.
 *
 * @param label what stands for it in texts
 * @param reading how each is read
 * @param least how many there must be
 * @param most how many there may be, inclusive
 * @param choices all values that there are, or none where they cannot be listed
 * @param description sentences that end with a full stop
 * @param <T> what it says
 */
public record Argument<T>(
        String label, Reading<T> reading, int least, int most, List<String> choices, String description) {
    /** One that must be there. */
    public static <T> Argument<T> one(String label, Function<String, T> reading, String description) {
        return new Argument<>(label, Reading.of(reading), 1, 1, List.of(), description);
    }

    /** One that must be there, and may say how long ago something was. */
    public static <T> Argument<T> timed(String label, Reading<T> reading, String description) {
        return new Argument<>(label, reading, 1, 1, List.of(), description);
    }

    /** One that may be there, and may say how long ago something was. */
    public static <T> Argument<T> timedOptional(String label, Reading<T> reading, String description) {
        return new Argument<>(label, reading, 0, 1, List.of(), description);
    }

    /** One that may be there. */
    public static <T> Argument<T> optional(String label, Function<String, T> reading, String description) {
        return new Argument<>(label, Reading.of(reading), 0, 1, List.of(), description);
    }

    /** One or more. */
    public static <T> Argument<T> several(String label, Function<String, T> reading, String description) {
        return new Argument<>(label, Reading.of(reading), 1, Integer.MAX_VALUE, List.of(), description);
    }

    /** Any number. */
    public static <T> Argument<T> any(String label, Function<String, T> reading, String description) {
        return new Argument<>(label, Reading.of(reading), 0, Integer.MAX_VALUE, List.of(), description);
    }

    /** One of the words of an enumeration, in lower case and with hyphens. */
    public static <E extends Enum<E>> Argument<E> choice(String label, Class<E> type, String description) {
        List<E> constants = List.of(type.getEnumConstants());
        return new Argument<>(label, Reading.of(Choice.reading(constants)), 1, 1, Choice.words(constants), description);
    }

    /** Whether what stands for a value says that it is the path of something. */
    static boolean isPath(String label) {
        return Stream.of("FILE", "DIR", "PATH", "FROM", "TO").anyMatch(label::contains);
    }

    /** As a synopsis has it: {@code PORT...}, {@code [FROM]}. */
    public String shown() {
        String repeated = most > 1 ? label + "..." : label;
        return least == 0 ? "[" + repeated + "]" : repeated;
    }
}
