package org.ianawatch.answer;

import java.util.List;
import org.ianawatch.store.SourceState;
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
        SiteForm.optional(state.newest(), newest -> SnapshotsWriter.record(newest, out), out);
        SiteForm.optional(state.lastCheck(), run -> SiteForm.run(run, out), out);
        SiteForm.optional(state.lastSuccess(), run -> SiteForm.run(run, out), out);
        SiteForm.optional(
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
                SiteForm.optional(in, () -> Snapshots.read(in)),
                SiteForm.optional(in, () -> SiteForm.run(in)),
                SiteForm.optional(in, () -> SiteForm.run(in)),
                SiteForm.optional(in, () -> new Validated(in.text(), in.textOrNull(), in.textOrNull(), in.text())));
    }
}
