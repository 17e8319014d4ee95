package org.ianawatch.store.backup;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Space;
import org.ianawatch.store.CompanionTable;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Origin;
import org.ianawatch.store.QuarantineEntry;
import org.ianawatch.store.Store;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the tables of a backup may have, whoever made it: those that the commands write, and that leave room for more.
 * Rows come in the order of {@link CompanionTable}, after all snapshots; what may not be is refused with an {@link
 * IllegalArgumentException}, which names the column and what is wrong.
 */
final class RestoredRows {
    /** Of rows, which are counted up; each one more must have a number too. */
    static final long LAST_ID = 1_000_000_000_000L;
    /** Of what is counted in an {@code int}, with as much room above. */
    private static final int MOST_TIMES = 1_000_000_000;

    private static final int ID_CHARACTERS = 100;

    private static final List<String> OUTCOMES =
            Arrays.stream(SyncRun.Outcome.values()).map(SyncRun.Outcome::word).toList();
    private static final List<String> QUARANTINE_STATES = Arrays.stream(QuarantineEntry.State.values())
            .map(QuarantineEntry.State::word)
            .toList();
    private static final List<String> DELIVERY_STATES =
            Arrays.stream(Delivery.State.values()).map(Delivery.State::word).toList();
    private static final List<String> TRANSPORTS =
            Space.ALL.stream().map(Space::name).toList();

    private final Store store;
    private final RestoredWords words;
    private final Map<CompanionTable, Set<String>> keys = new EnumMap<>(CompanionTable.class);
    private final Set<String> deliveries = new HashSet<>();
    private final Set<String> uses = new HashSet<>();
    private @Nullable Set<String> names;
    private int snapshots = -1;

    RestoredRows(Store store, RestoredWords words) {
        this.store = store;
        this.words = words;
    }

    /** Checks the row of the registry itself. */
    static void registry(RestoredCells row) {
        for (String column : List.of("title", "source", "entity_tag", "last_modified")) {
            if (!row.isNull(column)) {
                row.line(column);
            }
        }
        if (!row.isNull("validated_sha256")) {
            row.sha256("validated_sha256");
        }
    }

    /** Checks what is said of a snapshot; its content is verified by itself. */
    static void snapshot(RestoredCells row) {
        row.number("number", 1, Integer.MAX_VALUE);
        row.time("observed_at");
        row.word("origin", Origin.WORDS);
        row.line("source");
        row.sha256("sha256");
        if (!row.isNull("last_updated")) {
            row.line("last_updated");
        }
    }

    /** Checks the next row of a table. */
    void check(CompanionTable table, RestoredCells row) {
        String owner = table.owner();
        if (owner != null) {
            int number = owner.equals("registry_id") ? store.registryNumber() : store.sourceNumber();
            row.number(owner, number, number);
        }
        switch (table) {
            case SYNC_RUN -> syncRun(row);
            case QUARANTINE -> quarantine(row);
            case SITE_USE -> siteUse(row);
            case MESSAGE -> message(row);
            case DELIVERY -> delivery(row);
            case RULE_TOLD -> {
                row.line("rule");
                row.time("told_until");
                once(keys(table), row, "rule");
            }
            case TROUBLE -> {
                row.word("kind", words.troubles());
                row.time("since");
                once(keys(table), row, "kind");
            }
        }
    }

    private void syncRun(RestoredCells row) {
        id(CompanionTable.SYNC_RUN, row);
        row.time("started_at");
        row.time("finished_at");
        row.line("source");
        row.word("outcome", OUTCOMES);
        if (!row.isNull("snapshot_number")) {
            if (snapshots < 0) {
                snapshots = store.snapshots().size();
            }
            row.number("snapshot_number", 1, snapshots);
        }
        row.sentencesOrNull("message");
    }

    private void quarantine(RestoredCells row) {
        id(CompanionTable.QUARANTINE, row);
        row.sha256("sha256");
        row.number("byte_count", 0, Integer.MAX_VALUE);
        row.line("source");
        row.word("reason", words.refusals());
        row.sentences("message");
        row.time("first_seen_at");
        row.time("last_seen_at");
        row.number("times_seen", 1, MOST_TIMES);
        row.word("state", QUARANTINE_STATES);
    }

    private void siteUse(RestoredCells row) {
        id(CompanionTable.SITE_USE, row);
        if (row.isNull("service_name")) {
            long low = row.number("port_low", 0, Ports.LAST);
            row.number("port_high", low, Ports.LAST);
        } else if (!row.isNull("port_low") || !row.isNull("port_high")) {
            throw row.wrong("service_name", "stands beside a port: a use is of ports or of a service name");
        } else {
            serviceName(row);
        }
        if (!row.isNull("transport")) {
            row.word("transport", TRANSPORTS);
        }
        row.line("note");
        row.time("added_at");
        once(uses, row, "port_low", "port_high", "service_name", "transport");
    }

    private void serviceName(RestoredCells row) {
        String name = row.line("service_name");
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw row.wrong("service_name", "is not in lower case, in which uses are kept");
        }
        if (!words.isName().test(name) && !names().contains(name)) {
            throw row.wrong(
                    "service_name",
                    "is no service name: a name has " + words.nameRule() + ", unless the registry has an older one");
        }
    }

    private Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            known = store.names().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            names = known;
        }
        return known;
    }

    private void message(RestoredCells row) {
        if (row.line("id").length() > ID_CHARACTERS) {
            throw row.wrong("id", "has more than " + ID_CHARACTERS + " characters");
        }
        once(keys(CompanionTable.MESSAGE), row, "id");
        row.time("created_at");
        row.word("kind", words.messages());
        row.line("rule");
        row.sentences("subject");
        if (store.sql().number("SELECT COUNT(*) WHERE CAST(? AS VARCHAR) IS JSON OBJECT", row.text("content")) == 0) {
            throw row.wrong("content", "is no JSON object");
        }
    }

    private void delivery(RestoredCells row) {
        id(CompanionTable.DELIVERY, row);
        if (!keys(CompanionTable.MESSAGE).contains(row.line("message_id"))) {
            throw row.wrong("message_id", "is the id of no message");
        }
        row.line("channel");
        String state = row.word("state", DELIVERY_STATES);
        row.number("tries", 0, MOST_TIMES);
        boolean isPending = state.equals(Delivery.State.PENDING.word());
        if (isPending) {
            row.time("next_try_at");
        } else if (!row.isNull("next_try_at")) {
            throw row.wrong("next_try_at", "only a pending delivery has");
        }
        row.sentencesOrNull("reason");
        row.time("changed_at");
        once(deliveries, row, "message_id", "channel");
    }

    private void id(CompanionTable table, RestoredCells row) {
        String id = Long.toString(row.number("id", 1, LAST_ID));
        if (!keys(table).add(id)) {
            throw row.wrong("id", "another row has too");
        }
    }

    private Set<String> keys(CompanionTable table) {
        return keys.computeIfAbsent(table, unused -> new HashSet<>());
    }

    private static void once(Set<String> before, RestoredCells row, String... columns) {
        String key = Arrays.stream(columns)
                .map(column -> Objects.toString(row.cells().get(column), ""))
                .collect(Collectors.joining("\0"));
        if (!before.add(key)) {
            throw new IllegalArgumentException("it has the same " + String.join(", ", columns) + " as a row before");
        }
    }
}
