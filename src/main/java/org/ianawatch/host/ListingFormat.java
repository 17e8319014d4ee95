package org.ianawatch.host;

import java.util.List;
import java.util.Optional;

/** How a program lists sockets, a line each. */
interface ListingFormat {
    /** All of them; the first that knows a line of the input reads all of it. */
    List<ListingFormat> ALL = List.of(
            new LsofFormat(), new SsFormat(), new WindowsNetstatFormat(), new NetstatFormat(), new PortListFormat());

    /** What people know it by. */
    String name();

    /** Whether the line is one of the titles that the program prints itself. */
    boolean isHeading(String line);

    /**
     * The sockets of a line that listen: none where it is understood and speaks of something else, such as a connection.
     * Empty where the line cannot be read.
     *
     * @param line neither blank nor a heading
     */
    Optional<List<ListeningSocket>> read(String line);
}
