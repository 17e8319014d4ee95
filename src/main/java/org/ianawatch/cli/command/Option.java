package org.ianawatch.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An option of a command. Where it is given more than once, the last one counts; a list takes them all.
 *
 * @param names with their hyphens, the long one last
 * @param label what stands for its value in texts, or null where it takes none
 * @param reading how the value is read; each of them where it is a list
 * @param standard the value where none is given, or null for none
 * @param choices all values that there are, or none where they cannot be listed
 * @param isList whether it takes several values, by commas or given again
 * @param isRequired whether the command needs it
 * @param description sentences that end with a full stop
 * @param <T> what a value says
 */
public record Option<T>(
        List<String> names,
        @Nullable String label,
        Reading<T> reading,
        @Nullable String standard,
        List<String> choices,
        boolean isList,
        boolean isRequired,
        String description) {
    /** An option without a value. */
    public static Option<Boolean> flag(String name, String description) {
        return new Option<>(
                List.of(name), null, Reading.of(Boolean::parseBoolean), null, List.of(), false, false, description);
    }

    /** An option with a value. */
    public static <T> Option<T> of(String name, String label, Function<String, T> reading, String description) {
        return timed(name, label, Reading.of(reading), description);
    }

    /** An option with a value that may say how long ago something was. */
    public static <T> Option<T> timed(String name, String label, Reading<T> reading, String description) {
        return new Option<>(List.of(name), label, reading, null, List.of(), false, false, description);
    }

    /** An option whose value is one of the words of an enumeration, in lower case and with hyphens. */
    public static <E extends Enum<E>> Option<E> choice(String name, String label, Class<E> type, String description) {
        return choice(name, label, List.of(type.getEnumConstants()), description);
    }

    /** An option whose value is one of the words of some constants, in lower case and with hyphens. */
    public static <E extends Enum<E>> Option<E> choice(
            String name, String label, List<E> constants, String description) {
        return new Option<>(
                List.of(name),
                label,
                Reading.of(Choice.reading(constants)),
                null,
                Choice.words(constants),
                false,
                false,
                description);
    }

    /** The same with a short name, such as {@code -q}. */
    public Option<T> or(String shortName) {
        List<String> all = new ArrayList<>(names);
        all.add(0, shortName);
        return new Option<>(List.copyOf(all), label, reading, standard, choices, isList, isRequired, description);
    }

    /** The same with a value where none is given. */
    public Option<T> unlessSet(String value) {
        return new Option<>(names, label, reading, value, choices, isList, isRequired, description);
    }

    /** The same for several values. */
    public Option<T> list() {
        return new Option<>(names, label, reading, standard, choices, true, isRequired, description);
    }

    /** The same, which the command needs. */
    public Option<T> required() {
        return new Option<>(names, label, reading, standard, choices, isList, true, description);
    }

    /** The same with completions: words that a shell offers, among others that the reading takes. */
    public Option<T> offering(List<String> words) {
        return new Option<>(names, label, reading, standard, words, isList, isRequired, description);
    }

    /** The long name, such as {@code --quiet}. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** Whether it takes a value. */
    public boolean takesValue() {
        return label != null;
    }

    /** The long name with what stands for its value, as texts have it. */
    public String shown() {
        return takesValue() ? name() + " " + label : name();
    }

    /** What a missing value is called. */
    String wanted() {
        return Objects.requireNonNullElse(label, "");
    }
}
