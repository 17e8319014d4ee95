package org.ianawatch.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Space;
import org.ianawatch.store.MadeStore;
import org.ianawatch.store.SnapshotEntry;
import org.ianawatch.store.SnapshotSelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds, and in which order. */
class SearchTest {
    private static final String ALIAS = "Added.\nThis entry is an alias to \"whoispp\".\nThis entry is now historic.";

    private static Entry whois() {
        return Entry.of(
                PortRegistry.ROLES,
                "whois++",
                "63",
                "tcp",
                "Who is (NICNAME)",
                "[Example_Org]",
                "[Jane_Doe]",
                "",
                "",
                "[RFC1834]",
                "",
                "",
                ALIAS);
    }

    private static Entry row(String service, String ports, String transport, String description) {
        return Entry.of(PortRegistry.ROLES, service, ports, transport, description, "", "", "", "", "", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "63, PORT",
        "6, ",
        "whois++, NAME",
        "WHOIS++, NAME",
        "whoispp, ALIAS",
        "whois, PREFIX",
        "whoisp, PREFIX",
        "who*, GLOB",
        "who?s++, GLOB",
        "*pp, GLOB",
        "nic*, ",
        "Nicname, WORDS",
        "who is, WORDS",
        "is nicname, WORDS",
        "nicname who+, ",
        "jane, OTHER_WORDS",
        "nicname jane, OTHER_WORDS",
        "rfc1834, OTHER_WORDS",
        "historic, OTHER_WORDS",
        "istori, PART",
        "nicname istori, PART",
        "nicname absent, ",
        "ICNAME, PART",
        "70000, "
    })
    void aRegistrationFits(String text, Match expected) {
        assertEquals(
                expected,
                SearchQuery.of(text, Set.of(), PortRegistry.ROLES)
                        .match(whois().values().toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "whoispp, Service Name, ALIAS",
        "whoispp, Assignment Notes, OTHER_WORDS",
        "whoispp, Description, ",
        "nicname, Description, WORDS",
        "nicname, Service Name, ",
        "org, Assignee, OTHER_WORDS",
        "org, Contact, ",
        "doe, Contact, OTHER_WORDS",
        "rfc1834, Reference, OTHER_WORDS",
        "rfc1834, Assignment Notes, ",
        "63, Service Name, ",
    })
    void aColumnFits(String text, String title, Match expected) {
        Column column = Objects.requireNonNull(PortRegistry.ROLES.column(title));
        assertEquals(
                expected,
                SearchQuery.of(text, Set.of(column), PortRegistry.ROLES)
                        .match(whois().values().toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsNotSearchedFor(String text) {
        assertThrows(IllegalArgumentException.class, () -> SearchQuery.of(text, Set.of(), PortRegistry.ROLES));
    }

    @Test
    void globsNeedNames() {
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> SearchQuery.of("s*", Set.of(PortRegistry.ASSIGNMENT_NOTES), PortRegistry.ROLES));
        assertTrue(refused.getMessage().contains("names only"), refused.getMessage());
    }

    @Test
    void theBestStandsFirstAndTheFilesOrderDecidesAmongEquals() {
        List<Entry> rows = List.of(
                row("unfinished", "1", "tcp", "A sshd"),
                row("other", "2", "tcp", "About ssh"),
                row("ssh-b", "3", "tcp", "B"),
                row("ssh-a", "4", "tcp", "A"),
                row("ssh", "22", "tcp", "Shell"),
                row("ssh", "22", "udp", "Shell"),
                row("ssh", "22", "sctp", "Another"));
        assertEquals(
                List.of("ssh tcp,udp", "ssh sctp", "ssh-b tcp", "ssh-a tcp", "other tcp", "unfinished tcp"),
                found(List.of(rows), SearchQuery.of("ssh", Set.of(), PortRegistry.ROLES), 1));
    }

    @Test
    void whatIsGoneIsFoundWithWhen() {
        Entry old = row("old", "5", "tcp", "Old");
        Entry oldByUdp = row("old", "5", "udp", "Old");
        Entry other = row("x", "6", "tcp", "X");
        try (MadeStore made = MadeStore.of(List.of(List.of(old), List.of(old, oldByUdp), List.of(other)))) {
            made.ask(answers -> {
                SearchQuery query = SearchQuery.of("old", Set.of(), PortRegistry.ROLES);
                assertEquals(List.of(), answers.search(query, answers.find(SnapshotSelector.latest())));
                assertEquals(
                        List.of(
                                new Found(Match.NAME, 1, 3, List.of(old)),
                                new Found(Match.NAME, 2, 3, List.of(oldByUdp))),
                        answers.searchEverywhere(query));
            });
        }
    }

    private static List<String> found(List<List<Entry>> series, SearchQuery query, int snapshot) {
        List<String> lines = new ArrayList<>();
        try (MadeStore made = MadeStore.of(series)) {
            made.ask(answers -> {
                SnapshotEntry entry = answers.find(SnapshotSelector.number(snapshot));
                for (Found found : answers.search(query, entry)) {
                    List<String> names =
                            found.transports().stream().map(Space::name).toList();
                    lines.add(found.first().name() + " " + String.join(",", names));
                }
            });
        }
        return lines;
    }
}
