package org.ianawatch.ports.host;

import java.util.ArrayList;
import java.util.Comparator;
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
    /** Of two that know as many lines the first counts. */
    private static final List<ListingFormat> FORMATS = List.of(
            new LsofFormat(), new SsFormat(), new WindowsNetstatFormat(), new NetstatFormat(), new PortListFormat());

    /**
     * A line that could not be read.
     *
     * @param number counted from 1
     * @param text the line as it is
     */
    public record UnreadLine(int number, String text) {}

    /**
     * Reads what a program printed, or a list of ports; finds out which by the lines. The titles of columns alone are what
     * a program prints where nothing listens.
     *
     * @param bytes UTF-8, or UTF-16 with a byte order mark
     * @throws UnreadableListingException when no line is of a known format
     */
    public static Listing parse(byte[] bytes) throws UnreadableListingException {
        List<String> lines = ListingText.lines(bytes);
        if (lines.stream().allMatch(String::isBlank)) {
            throw new UnreadableListingException("it is empty");
        }
        List<Attempt> attempts =
                FORMATS.stream().map(format -> new Attempt(format, lines)).toList();
        return attempts.stream()
                .filter(Attempt::succeeded)
                .min(Attempt.BEST_FIRST)
                .orElseThrow(() -> unreadable(attempts))
                .listing();
    }

    private static UnreadableListingException unreadable(List<Attempt> attempts) {
        boolean some = attempts.stream().anyMatch(attempt -> attempt.understood > 0);
        return new UnreadableListingException((some ? "most lines are none of" : "no line is one of")
                + " 'ss -lntup', 'netstat -an', 'lsof -i -nP' or a list of ports (278, 278/tcp, 272-279/udp)");
    }

    /** What one format makes of all lines. */
    private static final class Attempt {
        static final Comparator<Attempt> BEST_FIRST = Comparator.comparingInt((Attempt attempt) -> -attempt.understood)
                .thenComparingInt(attempt -> attempt.unread.size());

        private final ListingFormat format;
        private final List<ListeningSocket> sockets = new ArrayList<>();
        private final List<UnreadLine> unread = new ArrayList<>();
        private boolean hasTitles;
        private int understood;

        Attempt(ListingFormat format, List<String> lines) {
            this.format = format;
            for (int index = 0; index < lines.size(); index++) {
                add(index + 1, lines.get(index));
            }
        }

        private void add(int number, String line) {
            if (format.namesColumns(line)) {
                hasTitles = true;
                return;
            }
            if (line.isBlank() || format.isBeside(line)) {
                return;
            }
            Optional<List<ListeningSocket>> read = format.read(line);
            if (read.isPresent()) {
                understood++;
                sockets.addAll(read.get());
            } else {
                unread.add(new UnreadLine(number, line));
            }
        }

        boolean succeeded() {
            boolean told = format.isToldByOneLine() ? understood > 0 : understood > 0 && understood >= unread.size();
            return told || (hasTitles && unread.isEmpty());
        }

        Listing listing() {
            return new Listing(format.name(), sockets, unread, 0);
        }
    }
}
