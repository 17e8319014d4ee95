package org.ianawatch.ports.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs that list sockets, for machines whose kernel does not. */
final class SocketPrograms {
    /** In the order in which they are tried: the first one names processes everywhere. */
    static final List<List<String>> USUAL = List.of(
            List.of("lsof", "-nP", "-i"), List.of("ss", "-lntup"), List.of("netstat", isWindows() ? "-ano" : "-an"));

    private final List<List<String>> commands;
    private final Duration limit;

    /**
     * Programs to try.
     *
     * @param commands each with its arguments
     * @param limit how long each may take
     */
    SocketPrograms(List<List<String>> commands, Duration limit) {
        this.commands = commands;
        this.limit = limit;
    }

    /**
     * What the first program that is there says.
     *
     * @throws UnreadableListingException when there is none, or none that gives a list in time
     */
    Listing read() throws IOException, InterruptedException {
        List<String> failures = new ArrayList<>();
        for (List<String> command : commands) {
            Path output = Files.createTempFile("ianawatch", ".txt");
            try {
                run(command, output);
                return Listing.parse(Files.readAllBytes(output));
            } catch (UnreadableListingException unusable) {
                failures.add("'" + String.join(" ", command) + "': " + unusable.getMessage());
            } finally {
                Files.delete(output);
            }
        }
        throw new UnreadableListingException(String.join("; ", failures));
    }

    /** What it warns of goes the same way, and is counted among the lines that cannot be read. */
    private void run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException absent) {
            throw new UnreadableListingException("it is not there");
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnreadableListingException("it took more than " + limit.toSeconds() + " seconds");
            }
        } finally {
            Stream.concat(Stream.of(process.toHandle()), process.descendants()).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
