package org.ianawatch.ports.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Span;

/** The machine that this runs on. */
public final class ThisMachine {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ProcNet kernel;
    private final SocketPrograms programs;

    ThisMachine(Path proc, List<List<String>> commands, Duration limit) {
        this.kernel = new ProcNet(proc);
        this.programs = new SocketPrograms(commands, limit);
    }

    /** Reads {@code /proc} where it is, and else asks {@code lsof}, {@code ss} or {@code netstat}. */
    public ThisMachine() {
        this(Path.of("/proc"));
    }

    /** The same, with what is {@code /proc} elsewhere, as within a container. */
    public ThisMachine(Path proc) {
        this(proc, SocketPrograms.USUAL, LIMIT);
    }

    /**
     * What listens.
     *
     * @throws UnreadableListingException when nothing on this machine tells
     */
    public Listing read() throws IOException, InterruptedException {
        return kernel.isThere() ? kernel.read() : programs.read();
    }

    /** What listens on some ports, where the kernel tells; no program is asked. */
    public Listing read(Span ports) throws IOException {
        return kernel.isThere() ? kernel.read(ports) : new Listing("", List.of(), List.of(), 0);
    }

    /** The ports that the kernel gives to sockets that ask for none; the Dynamic Ports where it does not say. */
    public Span ephemeralPorts() throws IOException {
        return kernel.ephemeralPorts().orElse(PortRegistry.DYNAMIC_PORTS.codes());
    }
}
