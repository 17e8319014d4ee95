package org.ianawatch.alert.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ianawatch.alert.Outcome;
import org.ianawatch.report.TerminalText;

/** One run of another program, and what its exit code means for what it was given. */
final class Program {
    /** Those of {@code sysexits.h} that no repetition mends, and those by which a shell says that it cannot run something. */
    private static final Set<Integer> PERMANENT = Set.of(64, 65, 66, 67, 68, 69, 76, 77, 78, 126, 127);

    private static final int FIRST_SIGNAL = 128;
    private static final int MOST_ERROR_BYTES = 4_096;
    private static final int LONGEST_EXCERPT = 200;
    private static final Duration END = Duration.ofSeconds(1);

    private Program() {}

    /**
     * Runs it, and ends it together with what it has started when the time is over. Code 0 is delivered; codes by which it
     * says that trying again is in vain are refused; all others, 75 ({@code EX_TEMPFAIL}) among them, may pass.
     *
     * @param environment in addition to this program's own
     * @param input its standard input; it need not read it
     */
    static Outcome run(List<String> command, Map<String, String> environment, byte[] input, Duration limit)
            throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        String name = TerminalText.safe(command.get(0));
        Process process;
        try {
            process = builder.start();
        } catch (IOException failed) {
            return new Outcome.Refused("cannot start " + name + "; check that it is there and may be run");
        }
        try {
            start("input", () -> feed(process, input));
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            Thread reading = start("errors", () -> drain(process, errors));
            if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Outcome.Failed(name + " did not end within " + seconds(limit), null);
            }
            // What it has started may hold the stream open.
            reading.join(END.toMillis());
            return outcome(name, process.exitValue(), errors);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Outcome outcome(String name, int code, ByteArrayOutputStream errors) {
        if (code == 0) {
            return new Outcome.Delivered();
        }
        String how = code > FIRST_SIGNAL ? " was ended by signal " + (code - FIRST_SIGNAL) : " ended with code " + code;
        String reason = name + how + excerpt(errors);
        return PERMANENT.contains(code)
                ? new Outcome.Refused(reason + "; that code says that trying again is in vain")
                : new Outcome.Failed(reason, null);
    }

    /** The last line says most. */
    private static String excerpt(ByteArrayOutputStream errors) {
        String text;
        synchronized (errors) {
            text = errors.toString(StandardCharsets.UTF_8).strip();
        }
        String last = text.substring(text.lastIndexOf('\n') + 1).strip();
        return last.isEmpty() ? "" : " (" + Cut.to(LONGEST_EXCERPT, TerminalText.safe(last)) + ")";
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException unread) {
            // It may end without having read all; its exit code says whether that was right.
        }
    }

    private static void drain(Process process, ByteArrayOutputStream errors) {
        byte[] buffer = new byte[MOST_ERROR_BYTES];
        try (InputStream stderr = process.getErrorStream()) {
            for (int read = stderr.read(buffer); read >= 0; read = stderr.read(buffer)) {
                synchronized (errors) {
                    errors.write(buffer, 0, Math.min(read, MOST_ERROR_BYTES - errors.size()));
                }
            }
        } catch (IOException closed) {
            // The program was ended; what it said so far is kept.
        }
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
