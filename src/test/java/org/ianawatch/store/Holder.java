package org.ianawatch.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.ianawatch.answer.AnswerPublisher;
import org.ianawatch.made.Hang;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.WriterLock;

/** Another process that holds a store until it is told to stop, or killed. */
public final class Holder implements AutoCloseable {
    private final Process process;

    private Holder(Process process) {
        this.process = process;
    }

    /** Holds the writer's lock, and the database too if asked. */
    public static Holder of(Home home, boolean database) throws IOException {
        return of(home, database ? "writing" : "locking");
    }

    /** Reads the database. */
    public static Holder reading(Home home) throws IOException {
        return of(home, "reading");
    }

    private static Holder of(Home home, String what) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        home.directory().toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != '+') {
            throw new IOException("the holder could not hold " + home);
        }
        return new Holder(process);
    }

    long pid() {
        return process.pid();
    }

    /** Lets go of all, in order. */
    public void stop() throws Exception {
        process.getOutputStream().close();
        end();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws Exception {
        process.destroyForcibly();
        end();
    }

    private void end() throws Exception {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other process: holds, says so with a plus, and ends with its input. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]), PortRegistry.REGISTRY);
        if (arguments[1].equals("reading")) {
            try (Store store = Stores.open(home, Hang.LIMIT)) {
                untilTold();
                store.snapshots();
            }
            return;
        }
        try (WriterLock lock = WriterLock.acquire(home, "sync", Instant.parse("2026-11-01T06:00:00Z"), Hang.LIMIT)) {
            if (arguments[1].equals("writing")) {
                try (WritableStore store = WritableStore.open(lock, home, new AnswerPublisher(), Hang.LIMIT)) {
                    untilTold();
                    store.sync();
                }
            } else {
                untilTold();
            }
        }
    }

    private static void untilTold() throws IOException {
        System.out.write('+');
        System.out.flush();
        if (System.in.read() >= 0) {
            throw new IOException("nobody has anything to say to a holder");
        }
    }
}
