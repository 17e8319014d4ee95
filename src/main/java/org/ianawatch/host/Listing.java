package org.ianawatch.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The listening sockets of a machine.
 *
 * @param source where they were read: {@code /proc/net}, or what a program's output or a list is known by
 * @param sockets in the order in which they were found
 * @param unread the lines that could not be read
 * @param unseen how many of the sockets have a process that this user may not see; 0 where that is not known
 */
public record Listing(String source, List<ListeningSocket> sockets, List<UnreadLine> unread, int unseen) {
    /**
     * A line that could not be read.
     *
     * @param number counted from 1
     * @param text the line as it is
     */
    public record UnreadLine(int number, String text) {}

    /**
     * Reads what a program printed, or a list of ports; finds out which by the lines.
     *
     * @param bytes UTF-8, or UTF-16 with a byte order mark
     * @throws UnreadableListingException when no line is of a known format
     */
    public static Listing parse(byte[] bytes) throws UnreadableListingException {
        List<String> lines = ListingText.lines(bytes);
        ListingFormat format = formatOf(lines)
                .orElseThrow(() -> new UnreadableListingException(
                        lines.stream().allMatch(String::isBlank)
                                ? "it is empty"
                                : "no line is one of 'ss -lntup', 'netstat -an', 'lsof -i -nP' or a list of ports"
                                        + " (278, 278/tcp, 272-279/udp)"));
        List<ListeningSocket> sockets = new ArrayList<>();
        List<UnreadLine> unread = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (!line.isBlank() && !format.isHeading(line)) {
                Optional<List<ListeningSocket>> read = format.read(line);
                read.ifPresent(sockets::addAll);
                if (read.isEmpty()) {
                    unread.add(new UnreadLine(index + 1, line));
                }
            }
        }
        return new Listing(format.name(), sockets, unread, 0);
    }

    /** By the first line that any format can read; where there is none, by the headings, as on a machine where nothing listens. */
    private static Optional<ListingFormat> formatOf(List<String> lines) {
        for (String line : lines) {
            for (ListingFormat format : ListingFormat.ALL) {
                if (!line.isBlank() && format.read(line).isPresent()) {
                    return Optional.of(format);
                }
            }
        }
        return ListingFormat.ALL.stream()
                .filter(format -> lines.stream().anyMatch(line -> !line.isBlank() && format.isHeading(line)))
                .findFirst();
    }
}
