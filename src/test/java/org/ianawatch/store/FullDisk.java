package org.ianawatch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.WriterLock;

/** Another process, which can write no byte into any file, and tries to take a writer's lock. */
final class FullDisk {
    private FullDisk() {}

    /** What it was told by each of some tries, one after the other. */
    static List<String> refusals(Home home, int tries) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 0; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDisk.class.getName(),
                        home.directory().toString(),
                        String.valueOf(tries))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("it failed, and said " + output);
        }
        return output.lines().toList();
    }

    /** The other process. */
    public static void main(String[] arguments) throws Exception {
        Home home = new Home(Path.of(arguments[0]), PortRegistry.REGISTRY);
        for (int left = Integer.parseInt(arguments[1]); left > 0; left--) {
            try {
                WriterLock.acquire(home, "test", Instant.parse("2026-11-01T06:00:00Z"), Duration.ZERO)
                        .close();
                System.out.println("it was taken");
            } catch (StoreBusyException | UnusableStoreException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
