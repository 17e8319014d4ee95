package org.ianawatch.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.RuleFilter;
import org.ianawatch.alert.Trouble;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.CodeRange;
import org.ianawatch.registry.Space;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Reads {@code [[rules]]}. */
final class RuleReader {
    private final Inspection inspection;
    private final Collection<String> channels;
    private final List<CodeRange> ranges;
    private final Set<String> names = new HashSet<>();

    /**
     * Reads rules.
     *
     * @param channels the names of those that there are
     */
    RuleReader(Inspection inspection, Collection<String> channels, List<CodeRange> ranges) {
        this.inspection = inspection;
        this.channels = channels;
        this.ranges = ranges;
    }

    List<Rule> read(@Nullable Object raw, int line) {
        List<Rule> rules = new ArrayList<>();
        if (raw == null) {
            return rules;
        }
        if (!(raw instanceof TomlArray array) || !array.toList().stream().allMatch(TomlTable.class::isInstance)) {
            inspection.wrong(line, "'rules': begin each rule with a line [[rules]]");
            return rules;
        }
        for (int index = 0; index < array.size(); index++) {
            rules.add(rule(array.getTable(index), index + 1, Inspection.line(array.inputPositionOf(index))));
        }
        return rules;
    }

    private Rule rule(TomlTable table, int number, int line) {
        Object named = table.get(List.of("name"));
        String label = named instanceof String text ? text : Integer.toString(number);
        Section section = new Section(inspection, table, "[[rules]] " + label, "rules." + label + ".", line);
        String name = section.required("name", Conversions.NAMES);
        if (name != null && !names.add(name)) {
            section.wrong("name", "another rule has this name");
        }
        if (Trouble.OPERATORS.equals(name)) {
            section.wrong("name", "messages on the job itself have this name: choose another");
        }
        RuleFilter filter = filter(section);
        Rule rule = new Rule(
                name == null ? label : name,
                filter,
                section.value("cosmetic", Conversions.TRUTH, false),
                section.requiredList("channels", "ops", channel(channels)),
                section.value(
                        "digest",
                        Conversions.oneOf(Arrays.asList(DigestPeriod.values()), DigestPeriod::words),
                        DigestPeriod.AT_ONCE.words()));
        section.end();
        return rule;
    }

    private RuleFilter filter(Section section) {
        ChangeFilter change = new ChangeFilter(
                section.list("ports", Conversions.PORTS),
                Set.copyOf(section.list("kinds", Conversions.oneOf(Kind.OF_PORTS, Kind::word))),
                section.list("services", Conversions.GLOB));
        return new RuleFilter(
                change,
                Set.copyOf(section.list("transports", Conversions.oneOf(Space.ALL, Space::name))),
                section.list("assignee", Conversions.GLOB),
                section.list("text", Conversions.TEXT),
                section.list("range_class", Conversions.oneOf(ranges, RuleReader::word)).stream()
                        .map(CodeRange::codes)
                        .collect(Collectors.toUnmodifiableSet()),
                section.value("silent", Conversions.TRUTH),
                section.value("uses", Conversions.TRUTH, false));
    }

    private static String word(CodeRange range) {
        return range.word().toLowerCase(Locale.ROOT);
    }

    /** The name of a channel that there is. */
    static Conversion<String> channel(Collection<String> channels) {
        return raw -> {
            String name = Conversions.TEXT.of(raw);
            if (channels.contains(name)) {
                return name;
            }
            throw new IllegalArgumentException("there is no channel '" + name + "'"
                    + (channels.isEmpty()
                            ? ": begin one with a line [channels." + name + "]"
                            : Nearest.hint(name, channels)));
        };
    }
}
