package org.ianawatch.ports.host;

import java.util.List;
import java.util.Optional;

/** How a program lists sockets, a line each. */
interface ListingFormat {
    /** What people know it by. */
    String name();

    /** Whether one line tells it. What is written as a port may stand in any text. */
    default boolean isToldByOneLine() {
        return true;
    }

    /** Whether the line is that of the columns' titles: with it alone, nothing listens. */
    boolean namesColumns(String line);

    /** Whether the line is another title, a comment, or about what has no ports. It tells nothing about the input. */
    boolean isBeside(String line);

    /**
     * The sockets of a line that listen: none where it is understood and speaks of something else, such as a connection.
     * Empty where the line cannot be read.
     *
     * @param line one that is not blank, no title and not beside
     */
    Optional<List<ListeningSocket>> read(String line);
}
