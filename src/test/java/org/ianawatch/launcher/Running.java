package org.ianawatch.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A process that goes on until it is told to end, and what it said so far on standard error. */
final class Running implements AutoCloseable {
    private final Process process;
    private final BufferedReader errors;
    private final List<String> lines = new ArrayList<>();

    Running(Process process) {
        this.process = process;
        this.errors = process.errorReader();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for a line that contains this, and gives it. */
    String await(String part) throws IOException {
        String line;
        do {
            line = errors.readLine();
            if (line == null) {
                throw new IOException("it ended, and never said '" + part + "', but " + lines);
            }
            lines.add(line);
        } while (!line.contains(part));
        return line;
    }

    /** Sends a signal, as {@code kill} does. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("cannot send " + name + " to process " + pid());
        }
    }

    /** Waits for its end. */
    Outcome end() throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        errors.lines().forEach(lines::add);
        return new Outcome(process.waitFor(), output, String.join("\n", lines));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
