package org.ianawatch.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.ianawatch.made.Tables;
import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Span;

/** The laws of the diff of any registry. */
class RegistryDifferProperties {
    private static ChangeSet diff(List<Edition> pair) {
        return RegistryDiffer.diff(null, pair.get(0), pair.get(1));
    }

    private static List<Edition> reversed(List<Edition> pair) {
        return List.of(pair.get(1), pair.get(0));
    }

    private static Roles roles(ChangeSet set) {
        return Objects.requireNonNull(set.compared()).roles();
    }

    @Provide
    Arbitrary<List<Edition>> pairs() {
        return Tables.pairs();
    }

    @Property(tries = 100)
    void nothingDiffersFromItself(@ForAll("pairs") List<Edition> pair) {
        assertTrue(diff(List.of(pair.get(0), pair.get(0))).isEmpty());
    }

    @Property(tries = 1000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void everyTransitionIsSaidOnceAndNothingElse(@ForAll("pairs") List<Edition> pair) {
        ChangeSet set = diff(pair);
        assertEquals(RegistryFacts.found(pair.get(0), pair.get(1), set), RegistryFacts.said(set));
        for (Kind kind : Kind.values()) {
            Statistics.label(kind.word())
                    .collect(set.changes().stream().anyMatch(change -> change.kind() == kind))
                    .coverage(coverage -> coverage.check(true).percentage(part -> part > 0.2));
        }
        Statistics.label("codes").collect(roles(set).areCoded()).coverage(coverage -> coverage.check(true)
                .percentage(part -> part > 20));
    }

    @Property(tries = 500)
    void theOtherWayRoundIsTheMirror(@ForAll("pairs") List<Edition> pair) {
        ChangeSet there = diff(pair);
        ChangeSet back = diff(reversed(pair));
        // What is half filled is asked of the newer side.
        Assume.that(roles(there).equals(roles(back)));
        assertEquals(RegistryFacts.found(pair.get(1), pair.get(0), back), RegistryFacts.said(back));
        assertEquals(amended(there, false), amended(back, true));
    }

    /** What is said of rows, one line for each, or what the other way round must say. */
    private static List<String> amended(ChangeSet set, boolean isReversed) {
        List<String> amended = new ArrayList<>();
        for (Change change : set.changes()) {
            if (change instanceof Change.Amended row) {
                List<FieldChange> fields = row.fields().stream()
                        .map(field ->
                                isReversed ? new FieldChange(field.column(), field.after(), field.before()) : field)
                        .toList();
                amended.add(Objects.requireNonNull(row.wording()).codes() + " " + row.name() + " " + fields);
            }
        }
        amended.sort(null);
        return amended;
    }

    @Property(tries = 300)
    void theRowsAppliedGiveTheOtherSide(@ForAll("pairs") List<Edition> pair) {
        ChangeSet set = diff(pair);
        List<List<String>> rows = new ArrayList<>(pair.get(0).table().rows());
        for (Entry row : set.removedRows()) {
            assertTrue(rows.remove(row.values()));
        }
        set.addedRows().forEach(row -> rows.add(row.values()));
        assertEquals(RowFacts.counted(pair.get(1).table().rows()), RowFacts.counted(rows));
    }

    @Property(tries = 300)
    void theSameInputGivesTheSameInTheOrderOfCodes(@ForAll("pairs") List<Edition> pair) {
        ChangeSet set = diff(pair);
        assertEquals(set, diff(List.copyOf(pair)));
        List<String> scopes = new ArrayList<>();
        for (Change change : set.changes()) {
            String scope = String.join(
                    "\u0001", Objects.requireNonNull(change.wording()).scope().values());
            if (roles(set).areCoded() && !scopes.contains(scope)) {
                scopes.add(scope);
            }
            assertTrue(scopes.isEmpty() || scopes.get(scopes.size() - 1).equals(scope), "scopes stand together");
        }
        assertEquals(scopes.stream().sorted().toList(), scopes);
    }

    @Property(tries = 300)
    void theValueReadsAsItsCodes(@ForAll("pairs") List<Edition> pair) {
        ChangeSet set = diff(pair);
        for (Change change : set.changes()) {
            Wording wording = Objects.requireNonNull(change.wording());
            Span span = change.span();
            if (span != null) {
                assertEquals(List.of(span), Notation.NUMBERS.read(wording.value()));
                assertEquals(span.toString(), wording.codes());
            }
        }
    }
}
