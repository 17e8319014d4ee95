package org.ianawatch.cli.console;

import org.ianawatch.cli.command.Option;
import org.ianawatch.cli.command.Reading;
import org.ianawatch.registry.Space;
import org.ianawatch.store.SnapshotSelector;

/** Options that say the same in several commands. */
public final class SharedOptions {
    /** Which snapshot answers. */
    public static final Option<SnapshotSelector> AT = Option.timed(
                    "--at",
                    "DATE",
                    SnapshotSelector::parse,
                    "A date (what was known then), a snapshot's number, or latest~3; the newest unless set.")
            .unlessSet("latest");

    /** How a list is written. */
    public static final Option<ListFormat> FORMAT = Option.choice(
                    "--format", "FORMAT", ListFormat.class, "text or json; text unless set.")
            .unlessSet("text");

    /** How a list is written that may be a table. */
    public static final Option<TableFormat> TABLE_FORMAT = Option.choice(
                    "--format", "FORMAT", TableFormat.class, "text, json or csv; text unless set.")
            .unlessSet("text");

    /** Which transports are meant. */
    public static final Option<String> TRANSPORTS = Option.of(
                    "--transport", "NAME", Reading.text(), "Only by this transport: tcp, udp, sctp, dccp.")
            .offering(Space.ALL.stream().map(Space::name).toList())
            .list();

    /** For commands that say nothing when all is well. */
    public static final Option<Boolean> QUIET =
            Option.flag("--quiet", "Print only what went wrong.").or("-q");

    /** For commands that say nothing when nothing changed and all is well. */
    public static final Option<Boolean> QUIET_WITHOUT_CHANGES = Option.flag(
                    "--quiet", "Print only when something changed or went wrong.")
            .or("-q");

    private SharedOptions() {}
}
