package org.ianawatch.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ianawatch.store.SourceState;
import org.ianawatch.store.SyncRun;
import org.ianawatch.store.Validated;

/** What is known of each source. There may be thousands, of which most who ask want one: the others are passed over. */
public final class SourceStates {
    private final byte[] states;

    SourceStates(byte[] states) {
        this.states = states;
    }

    static SourceStates of(List<SourceState> all) {
        Output states = new Output();
        for (SourceState state : all) {
            states.text(state.address()).block(written(state));
        }
        return new SourceStates(states.toBytes());
    }

    /** As they stand in a file. */
    byte[] toBytes() {
        return states;
    }

    /** That of the source with an address; nothing is known of one that is not among them. */
    public SourceState find(String address) {
        Input in = new Input(states);
        while (in.hasMore()) {
            if (in.text().equals(address)) {
                return read(address, new Input(in.block()));
            }
            in.skipBlock();
        }
        return SourceState.unknown(address);
    }

    private static byte[] written(SourceState state) {
        Output out = new Output().wide(state.revision());
        optional(state.newest(), newest -> SnapshotsWriter.record(newest, out), out);
        optional(state.lastCheck(), run -> run(run, out), out);
        optional(state.lastSuccess(), run -> run(run, out), out);
        optional(
                state.validated(),
                validated -> out.text(validated.source())
                        .textOrNull(validated.entityTag())
                        .textOrNull(validated.lastModified())
                        .text(validated.sha256()),
                out);
        return out.toBytes();
    }

    private static SourceState read(String address, Input in) {
        return new SourceState(
                address,
                in.wide(),
                optional(in, () -> Snapshots.read(in)),
                optional(in, () -> run(in)),
                optional(in, () -> run(in)),
                optional(in, () -> new Validated(in.text(), in.textOrNull(), in.textOrNull(), in.text())));
    }

    private static <T> void optional(Optional<T> value, Consumer<T> write, Output out) {
        out.flag(value.isPresent());
        value.ifPresent(write);
    }

    private static <T> Optional<T> optional(Input in, Supplier<T> read) {
        return in.flag() ? Optional.of(read.get()) : Optional.empty();
    }

    private static void run(SyncRun run, Output out) {
        out.time(run.startedAt())
                .time(run.finishedAt())
                .text(run.source())
                .text(run.outcome().name())
                .integerOrNull(run.snapshot())
                .textOrNull(run.message());
    }

    private static SyncRun run(Input in) {
        return new SyncRun(
                in.time(),
                in.time(),
                in.text(),
                SyncRun.Outcome.valueOf(in.text()),
                in.integerOrNull(),
                in.textOrNull());
    }
}
