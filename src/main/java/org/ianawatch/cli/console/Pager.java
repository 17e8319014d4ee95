package org.ianawatch.cli.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Shows an answer page by page, as git does: {@code IANAWATCH_PAGER}, else {@code PAGER}, else {@code less} reads it. It is
 * started with the first byte, so that until there is an answer Ctrl-C ends the program. A pager that cannot be found is
 * replaced by {@code cat}, and one that ends early has seen enough. For one thread.
 */
public final class Pager implements Paging.Page {
    private static final String LESS = "command -v less >/dev/null || exec cat\nexec less";
    /** What a shell that found no command, or none that it may run, ends with. */
    private static final String ELSE_CAT = "\ncase $? in 126|127) exec cat ;; esac";

    private static final String INTERRUPT = "INT";

    private final String command;
    private final Map<String, String> environment;
    private final PrintStream out =
            new PrintStream(new BufferedOutputStream(new Input()), false, StandardCharsets.UTF_8);
    private @Nullable Process process;
    private @Nullable Object formerHandler;
    private boolean isLeft;

    private Pager(String command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /** A pager that is to be closed, or null where none is wanted: nobody watches, or the environment says so. */
    public static @Nullable Pager of(Console console) {
        return console.outIsTerminal() ? of(console.environment()) : null;
    }

    /**
     * A pager for a terminal, or null: it is dumb, or {@code IANAWATCH_PAGER}, or else {@code PAGER}, is empty or {@code cat}.
     *
     * @param environment what the pager gets beside that of the process, and {@code LESS=FRX} and {@code LV=-c} unless set
     */
    public static @Nullable Pager of(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "dumb");
        String wanted = environment.getOrDefault("IANAWATCH_PAGER", environment.get("PAGER"));
        if (terminal.equals("dumb") || (wanted != null && (wanted.isBlank() || wanted.equals("cat")))) {
            return null;
        }
        return new Pager(wanted == null ? LESS : wanted + ELSE_CAT, environment);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    /** Whether the pager ended before the answer did, as far as a write has met it. */
    @Override
    public boolean isLeft() {
        return isLeft;
    }

    /** Ends the answer, and waits until the pager has shown it; an interruption ends the wait, and stays. */
    @Override
    public void close() {
        out.close();
        if (process == null) {
            return;
        }
        try {
            process.waitFor();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        if (formerHandler != null) {
            Signals.unregister(INTERRUPT, formerHandler);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("LESS", "FRX");
        builder.environment().putIfAbsent("LV", "-c");
        Process started = builder.start();
        // Ctrl-C is the pager's, which goes on; a program that ended would leave it without its terminal.
        formerHandler = Signals.register(INTERRUPT, () -> {});
        return started;
    }

    /** The pager's standard input. */
    private final class Input extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (isLeft) {
                return;
            }
            if (process == null) {
                process = start();
            }
            try {
                process.getOutputStream().write(bytes, offset, length);
            } catch (IOException left) {
                isLeft = true;
            }
        }

        @Override
        public void flush() {
            try {
                if (process != null && !isLeft) {
                    process.getOutputStream().flush();
                }
            } catch (IOException left) {
                isLeft = true;
            }
        }

        @Override
        public void close() {
            try {
                if (process != null) {
                    process.getOutputStream().close();
                }
            } catch (IOException left) {
                isLeft = true;
            }
        }
    }
}
