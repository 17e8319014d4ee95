package org.ianawatch.alert.channel;

import java.time.Duration;
import java.util.List;

/**
 * A program that takes messages.
 *
 * @param command the program, by a path or to be found in {@code PATH}, and its arguments; no shell reads them. Not shown,
 *     since arguments may be secret
 * @param input what it reads
 * @param limit after which it is ended
 */
public record CommandSettings(List<String> command, Input input, Duration limit) {
    /** What a command reads from its standard input, in UTF-8. */
    public enum Input {
        /** The message as JSON, on one line. */
        JSON,
        /** What a mail would say as text. */
        TEXT
    }

    /**
     * Settings that can be used.
     *
     * @throws IllegalArgumentException when there is no program, or no time
     */
    public CommandSettings {
        command = List.copyOf(command);
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new IllegalArgumentException("a command has a program at least");
        }
        if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a command cannot have NUL characters");
        }
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the time limit of a command must be above zero, and is " + limit);
        }
    }

    @Override
    public String toString() {
        return "CommandSettings[program=" + command.get(0) + ", input=" + input + ", limit=" + limit + "]";
    }
}
