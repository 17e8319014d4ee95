package org.ianawatch.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.ianawatch.made.Cells;
import org.ianawatch.made.Registries;
import org.ianawatch.made.Rows;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Span;

/** The laws of the diff. */
class DifferProperties {
    @Property(tries = 100)
    void nothingDiffersFromItself(@ForAll("rows") List<Entry> rows) {
        assertTrue(diff(rows, rows).isEmpty());
    }

    @Property(tries = 1000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void everyTransitionOfACellIsSaidOnceAndNothingElse(@ForAll("pairs") List<List<Entry>> pair) {
        List<Entry> before = pair.get(0);
        List<Entry> after = last(pair);
        List<Change> changes = diff(before, after).changes();
        assertEquals(Facts.found(before, after), Facts.said(changes));
        for (Kind kind : Kind.OF_PORTS) {
            Statistics.label(kind.word())
                    .collect(changes.stream().anyMatch(change -> change.kind() == kind))
                    .coverage(coverage -> coverage.check(true).percentage(part -> part > 2));
        }
        Statistics.label("an assigned port inside a block")
                .collect(isAssignedInsideABlock(before))
                .coverage(coverage -> coverage.check(true).percentage(part -> part > 10));
    }

    @Property(tries = 1000)
    void everyChangeOfARowIsSaidOnceAndNothingElse(@ForAll("pairs") List<List<Entry>> pair) {
        assertEquals(
                RowFacts.found(pair.get(0), last(pair)),
                RowFacts.said(diff(pair.get(0), last(pair)).changes()));
    }

    @Property(tries = 1000)
    void duplicatesArePairedInFileOrder(@ForAll("duplicates") List<List<Entry>> pair) {
        assertEquals(
                RowFacts.found(pair.get(0), last(pair)),
                RowFacts.said(diff(pair.get(0), last(pair)).changes()));
    }

    @Property(tries = 1000)
    void duplicatesHaveAMirrorToo(@ForAll("duplicates") List<List<Entry>> pair) {
        theOtherWayRoundIsTheMirror(pair);
    }

    @Property(tries = 300)
    void theBlockIsARowThatHeldTheCell(@ForAll("pairs") List<List<Entry>> pair) {
        for (Change change : diff(pair.get(0), last(pair)).changes()) {
            Span ports = change.span();
            if (ports == null || !(change instanceof Change.Assigned assigned)) {
                continue;
            }
            for (int port = ports.low(); port <= ports.high(); port++) {
                String transport = change.spaces().get(0).name();
                List<String> blocks = Cells.of(pair.get(0), port, transport).blocks();
                String expected = blocks.isEmpty() ? null : blocks.get(0);
                assertEquals(expected, assigned.block() == null ? null : String.valueOf(assigned.block()));
            }
        }
    }

    @Property(tries = 500)
    void theOtherWayRoundIsTheMirror(@ForAll("pairs") List<List<Entry>> pair) {
        List<Change> there = diff(pair.get(0), last(pair)).changes();
        List<Change> back = diff(last(pair), pair.get(0)).changes();
        List<String> mirrored = Facts.found(last(pair), pair.get(0));
        assertEquals(mirrored, Facts.said(back));
        assertEquals(Mirror.of(there), Mirror.plain(back));
    }

    @Property(tries = 300)
    void theRowsAppliedGiveTheOtherSide(@ForAll("pairs") List<List<Entry>> pair) {
        ChangeSet set = diff(pair.get(0), last(pair));
        List<Entry> rows = new ArrayList<>(pair.get(0));
        for (Entry row : set.removedRows()) {
            assertTrue(rows.remove(row));
        }
        rows.addAll(set.addedRows());
        assertEquals(RowFacts.counted(last(pair)), RowFacts.counted(rows));
        assertTrue(set.addedRows().stream().noneMatch(set.removedRows()::contains));
    }

    @Property(tries = 300)
    void changesStandInPortOrder(@ForAll("pairs") List<List<Entry>> pair) {
        ChangeSet set = diff(pair.get(0), last(pair));
        assertEquals(set, diff(List.copyOf(pair.get(0)), List.copyOf(last(pair))));
        List<Span> ports = set.changes().stream()
                .map(Change::span)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(ports.stream().sorted().toList(), ports);
        assertTrue(set.changes().stream().skip(ports.size()).allMatch(change -> change.span() == null));
    }

    @Property(tries = 300)
    void theOrderOfTheRowsSaysNothingOfCells(@ForAll("pairs") List<List<Entry>> pair, @ForAll long seed) {
        List<String> facts = Facts.said(diff(pair.get(0), last(pair)).changes());
        List<Entry> before = new ArrayList<>(pair.get(0));
        List<Entry> after = new ArrayList<>(last(pair));
        Collections.shuffle(before, new Random(seed));
        Collections.shuffle(after, new Random(seed + 1));
        assertEquals(facts, Facts.said(diff(before, after).changes()));
    }

    @Property(tries = 300)
    void neighboursWithTheSameChangeAreOne(@ForAll("pairs") List<List<Entry>> pair) {
        List<Change> changes = diff(pair.get(0), last(pair)).changes();
        for (Change one : changes) {
            for (Change other : changes) {
                boolean plain = one.kind() == Kind.RESERVED || one.kind() == Kind.UNASSIGNED;
                Span ports = one.span();
                Span others = other.span();
                if (plain && one.kind() == other.kind() && one != other && ports != null && others != null) {
                    boolean touching =
                            ports.high() + 1 == others.low() && one.spaces().equals(other.spaces());
                    assertTrue(!touching && !ports.equals(others), one + " and " + other);
                }
            }
        }
    }

    private static boolean isAssignedInsideABlock(List<Entry> rows) {
        return rows.stream()
                .filter(row -> row.span() != null && !row.name().isEmpty())
                .anyMatch(row -> rows.stream()
                        .anyMatch(block -> block.span() != null
                                && block.name().isEmpty()
                                && block.span().size() > 1
                                && block.span().overlaps(Objects.requireNonNull(row.span()))));
    }

    private static List<Entry> last(List<List<Entry>> pair) {
        return pair.get(pair.size() - 1);
    }

    private static ChangeSet diff(List<Entry> before, List<Entry> after) {
        return Differ.diff(Rows.snapshot(before), Rows.snapshot(after));
    }

    @Provide
    Arbitrary<List<Entry>> rows() {
        return Registries.rows();
    }

    @Provide
    Arbitrary<List<List<Entry>>> duplicates() {
        return Registries.pairsOfDuplicates();
    }

    @Provide
    Arbitrary<List<List<Entry>>> pairs() {
        return Registries.pairs();
    }
}
