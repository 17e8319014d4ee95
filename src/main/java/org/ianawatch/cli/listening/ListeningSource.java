package org.ianawatch.cli.listening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.ports.host.Listing;
import org.ianawatch.ports.host.ThisMachine;
import org.ianawatch.ports.host.UnreadableListingException;
import org.ianawatch.registry.Span;
import org.ianawatch.report.TerminalText;
import org.jspecify.annotations.Nullable;

/** Where {@code listening} reads: this machine, a file, or standard input. */
final class ListeningSource {
    private static final String STANDARD_INPUT = "-";
    private static final int WIDEST_LINE = 60;
    /** What Linux gives out unless its {@code ip_local_port_range} is changed (ip(7)). */
    private static final Span EPHEMERAL_PORTS_OF_LINUX = new Span(32_768, 60_999);

    private final Console console;
    private final @Nullable String input;

    /**
     * A source.
     *
     * @param input a path, {@code -} for standard input, or null for this machine
     */
    ListeningSource(Console console, @Nullable String input) {
        this.console = console;
        this.input = input;
    }

    /** What listens; tells on standard error what could not be read. */
    Listing read() throws IOException, InterruptedException {
        Listing listing = input == null ? thisMachine() : parse(input);
        if (!listing.unread().isEmpty()) {
            Listing.UnreadLine first = listing.unread().get(0);
            int count = listing.unread().size();
            console.say(count + (count == 1 ? " line" : " lines") + " could not be read as " + listing.source()
                    + (count == 1 ? ": line " : ", the first is line ") + first.number() + ", '"
                    + TerminalText.cut(TerminalText.safe(first.text().strip()), WIDEST_LINE) + "'");
        }
        if (listing.unseen() > 0) {
            int count = listing.unseen();
            console.say(
                    "the process of " + count + (count == 1 ? " socket" : " sockets")
                            + " cannot be seen: it is another user's, another container's, or the kernel itself; root sees most");
        }
        return listing;
    }

    /** The ports that the machine gives to sockets that ask for none; of another machine, those of Linux. */
    Span ephemeralPorts() throws IOException {
        return input == null ? new ThisMachine().ephemeralPorts() : EPHEMERAL_PORTS_OF_LINUX;
    }

    private static Listing thisMachine() throws IOException, InterruptedException {
        try {
            return new ThisMachine().read();
        } catch (UnreadableListingException unknown) {
            throw new UnreadableFileException(
                    "cannot find out what listens on this machine (" + unknown.getMessage()
                            + "): give the output of such a program with --input",
                    unknown);
        }
    }

    private Listing parse(String name) throws IOException {
        try {
            byte[] bytes =
                    name.equals(STANDARD_INPUT) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(name));
            return Listing.parse(bytes);
        } catch (UnreadableListingException unreadable) {
            throw new UnreadableFileException(
                    (name.equals(STANDARD_INPUT) ? "standard input" : name) + " lists no sockets: "
                            + unreadable.getMessage(),
                    unreadable);
        } catch (NoSuchFileException absent) {
            throw new UnreadableFileException(
                    "there is no file " + name + " to read sockets from; - is standard input", absent);
        } catch (InvalidPathException noPath) {
            throw new UsageException(noPath);
        }
    }
}
