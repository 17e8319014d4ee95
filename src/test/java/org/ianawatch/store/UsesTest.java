package org.ianawatch.store;

import static org.ianawatch.made.Rows.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Use;
import org.ianawatch.store.home.WriterLock;
import org.junit.jupiter.api.Test;

class UsesTest {
    private static final Instant FIRST = Instant.parse("2020-01-05T08:00:00.123Z");
    private static final Instant LATER = Instant.parse("2020-01-06T08:00:00Z");
    private static final List<SiteUse> SOME = List.of(
            new SiteUse(Use.parse("272-279/tcp"), "lab telemetry", FIRST),
            new SiteUse(Use.parse("278"), "", LATER),
            new SiteUse(Use.parse("ntp/udp"), "clocks, \"exact\"", FIRST),
            new SiteUse(Use.parse("ssh"), "", FIRST));

    @Test
    void givesBackWhatWasWrittenDownInOrder() {
        try (MadeStore made = new MadeStore()) {
            putSome(made);
            made.read(store -> {
                assertEquals(SOME, store.uses().all());
                assertEquals(SOME.subList(0, 2), store.uses().overlapping(Use.parse("278/tcp")));
                assertEquals(SOME.subList(0, 1), store.uses().overlapping(Use.parse("279-300")));
                for (SiteUse siteUse : SOME) {
                    assertEquals(Optional.of(siteUse), store.uses().find(siteUse.use()));
                }
                assertEquals(Optional.empty(), store.uses().find(Use.parse("272-279")));
                assertEquals(Optional.empty(), store.uses().find(Use.parse("ntp")));
            });
        }
    }

    @Test
    void whatIsThereKeepsItsDateAndGetsTheNewNote() {
        try (MadeStore made = new MadeStore()) {
            putSome(made);
            made.write(store -> store.commit(() -> {
                assertEquals(
                        Optional.of(SOME.get(0)), store.uses().put(SOME.get(0).use(), "racks", LATER));
                assertEquals(
                        Optional.of(SOME.get(2)), store.uses().put(SOME.get(2).use(), null, LATER));
            }));
            made.read(store -> assertEquals(
                    List.of(new SiteUse(SOME.get(0).use(), "racks", FIRST), SOME.get(1), SOME.get(2), SOME.get(3)),
                    store.uses().all()));
        }
    }

    @Test
    void onlyTheVeryUseIsRemoved() {
        try (MadeStore made = new MadeStore()) {
            putSome(made);
            made.write(store -> store.commit(() -> {
                store.uses().remove(Use.parse("278/tcp"));
                store.uses().remove(Use.parse("278"));
                store.uses().remove(Use.parse("ssh"));
            }));
            made.read(store ->
                    assertEquals(List.of(SOME.get(0), SOME.get(2)), store.uses().all()));
        }
    }

    @Test
    void aBadNoteTakesTheWholeTransactionBack() {
        try (MadeStore made = new MadeStore()) {
            made.write(store -> assertThrows(
                    IllegalArgumentException.class,
                    () -> store.commit(() -> {
                        store.uses().put(Use.parse("278"), "fine", FIRST);
                        store.uses().put(Use.parse("279"), "two\nlines", FIRST);
                    })));
            made.read(store -> assertEquals(List.of(), store.uses().all()));
        }
    }

    @Test
    void theViewShowsThem() {
        try (MadeStore made = new MadeStore()) {
            putSome(made);
            assertEquals(
                    List.of(
                            List.of("272", "279", "-", "tcp", "lab telemetry"),
                            List.of("278", "278", "-", "-", ""),
                            List.of("-", "-", "ntp", "udp", "clocks, \"exact\""),
                            List.of("-", "-", "ssh", "-", "")),
                    made.query(
                            "SELECT COALESCE(CAST(port_low AS VARCHAR), '-'), COALESCE(CAST(port_high AS VARCHAR), '-'),"
                                    + " COALESCE(service_name, '-'), COALESCE(transport, '-'), note FROM site_use"
                                    + " WHERE registry = 'service-names-port-numbers' ORDER BY port_low NULLS LAST, service_name"));
        }
    }

    @Test
    void aStoreThatIsMadeAnewKeepsThem() {
        try (MadeStore made = MadeStore.of(List.of(List.of(row("ssh", "22", "tcp", "Ssh"))))) {
            putSome(made);
            made.read(old -> {
                try (WriterLock lock = WriterLock.acquire(made.home(), "test", FIRST, MadeStore.NO_WAIT);
                        WritableStore target = WritableStore.openBeside(lock, made.home(), Publisher.NONE)) {
                    target.commit(() -> target.copyChecks(old, Map.of(1, 1)));
                    target.takePlace();
                }
            });
            made.read(store -> {
                assertEquals(Optional.empty(), store.newest());
                assertEquals(SOME, store.uses().all());
            });
        }
    }

    @Test
    void namesAreFoundWhateverTheirCase() {
        Entry ssh = row("SSH", "22", "tcp", "Ssh");
        Entry bare = row("bare", "", "tcp", "Bare");
        List<Entry> rows = List.of(ssh, row("echo", "7", "tcp", "Echo"), bare, row("", "8", "tcp", "Reserved"));
        try (MadeStore made = MadeStore.of(List.of(rows, List.of(bare)))) {
            made.read(store -> {
                SnapshotEntry first = store.find(SnapshotSelector.number(1));
                SnapshotEntry second = store.find(SnapshotSelector.number(2));
                assertEquals(List.of(ssh, bare), store.named(List.of("bare", "ssh", "none"), first));
                assertEquals(List.of(bare), store.named(List.of("bare", "ssh"), second));
                assertEquals(List.of(), store.named(List.of(), first));
            });
        }
    }

    private static void putSome(MadeStore made) {
        made.write(store -> store.commit(() -> {
            for (int index = SOME.size() - 1; index >= 0; index--) {
                SiteUse siteUse = SOME.get(index);
                assertEquals(
                        Optional.empty(),
                        store.uses()
                                .put(
                                        siteUse.use(),
                                        siteUse.note().isEmpty() ? null : siteUse.note(),
                                        siteUse.addedAt()));
            }
        }));
    }
}
