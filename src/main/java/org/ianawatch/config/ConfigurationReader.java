package org.ianawatch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ianawatch.alert.Rule;
import org.ianawatch.alert.channel.ChannelSettings;
import org.ianawatch.registry.CodeRange;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reads a file of TOML 1.0 (toml.io), and refuses it with all that is wrong in it. */
public final class ConfigurationReader {
    private static final String SITE = "site";
    private static final String SOURCE = "source";
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?!https?:)[a-z][a-z0-9+.-]*://", Pattern.CASE_INSENSITIVE);
    private static final String RULES = "rules";
    private static final String CHANNELS = "channels";
    private static final String OPERATORS = "operators";
    private static final List<String> KEYS = List.of(SITE, SOURCE, RULES, CHANNELS, OPERATORS);
    private static final String SOURCE_VARIABLE = "IANAWATCH_SOURCE";
    private static final int UNREADABLE_AFTER_DAYS = 3;
    private static final int A_YEAR = 365;

    private final Map<String, String> environment;
    private final String standardSource;
    private final List<CodeRange> ranges;

    /**
     * A reader.
     *
     * @param environment where {@code ${NAME}} comes from
     * @param standardSource where the registry is read when neither the file nor the environment says so
     * @param ranges by which of its ranges of codes a rule can choose
     */
    public ConfigurationReader(Map<String, String> environment, String standardSource, List<CodeRange> ranges) {
        this.environment = environment;
        this.standardSource = standardSource;
        this.ranges = ranges;
    }

    /**
     * Reads all of a file.
     *
     * @param file null for what is in force without a file
     * @throws ConfigurationException when anything is wrong
     */
    public Configuration read(@Nullable Path file) throws IOException, ConfigurationException {
        Inspection inspection = new Inspection(file, environment);
        TomlTable table = parse(inspection, file);
        String site = site(table(inspection, table, SITE));
        SourceSettings source = source(inspection, table(inspection, table, SOURCE));
        List<Rule> rules = rules(inspection, table);
        Map<String, ChannelSettings> channels = channels(inspection, table);
        Operators operators = operators(table(inspection, table, OPERATORS), names(table));
        for (String key : table.keySet()) {
            if (!KEYS.contains(key)) {
                inspection.wrong(line(table, key), "unknown key '" + key + "' at the top" + Nearest.hint(key, KEYS));
            }
        }
        inspection.refuse();
        return new Configuration(file, site, source, rules, channels, operators, inspection.settings());
    }

    /**
     * Reads the rules of a file, and no secret: channels need no more than a name.
     *
     * @throws ConfigurationException when anything is wrong with the rules
     */
    public List<Rule> readRules(Path file) throws IOException, ConfigurationException {
        Inspection inspection = new Inspection(file, environment);
        List<Rule> rules = rules(inspection, parse(inspection, file));
        inspection.refuse();
        return rules;
    }

    private static TomlTable parse(Inspection inspection, @Nullable Path file)
            throws IOException, ConfigurationException {
        String text = "";
        try {
            text = file == null ? "" : WrittenText.of(Files.readAllBytes(file));
        } catch (WrittenText.NoTextException wrong) {
            inspection.wrong(1, "this is no text: " + wrong.getMessage());
        }
        TomlParseResult table = Toml.parse(text);
        for (TomlParseError error : table.errors()) {
            inspection.wrong(Inspection.line(error.position()), SyntaxMessage.of(error));
        }
        inspection.refuse();
        return table;
    }

    private static @Nullable String site(Section section) {
        String name = section.value("name", Conversions.TEXT);
        section.end();
        return name;
    }

    /** What no scheme tells is a file's path. */
    private static String source(Object raw) {
        String text = Conversions.TEXT.of(raw);
        if (OTHER_SCHEME.matcher(text).lookingAt()) {
            throw new IllegalArgumentException("'" + text + "' is no URL of http or https, no file, and not -");
        }
        return text;
    }

    private SourceSettings source(Inspection inspection, Section section) {
        String url = section.value("url", ConfigurationReader::source, standardSource);
        String contact = section.value("contact", Conversions.TEXT);
        section.end();
        String variable = environment.getOrDefault(SOURCE_VARIABLE, "");
        if (variable.isEmpty()) {
            return new SourceSettings(url, contact);
        }
        inspection.override(SOURCE + ".url", variable, "environment " + SOURCE_VARIABLE);
        return new SourceSettings(variable, contact);
    }

    private List<Rule> rules(Inspection inspection, TomlTable table) {
        return new RuleReader(inspection, names(table), ranges).read(table.get(List.of(RULES)), line(table, RULES));
    }

    private static Collection<String> names(TomlTable table) {
        return table.get(List.of(CHANNELS)) instanceof TomlTable channels ? channels.keySet() : Set.of();
    }

    private static Map<String, ChannelSettings> channels(Inspection inspection, TomlTable table) {
        Map<String, ChannelSettings> channels = new LinkedHashMap<>();
        if (!(table.get(List.of(CHANNELS)) instanceof TomlTable all)) {
            if (table.contains(List.of(CHANNELS))) {
                inspection.wrong(line(table, CHANNELS), "'channels': begin each channel with a line [channels.NAME]");
            }
            return channels;
        }
        ChannelReader reader = new ChannelReader(inspection);
        for (String name : all.keySet()) {
            ChannelSettings channel = reader.read(name, all.get(List.of(name)), line(all, name));
            if (channel != null) {
                channels.put(name, channel);
            }
        }
        return channels;
    }

    private static Operators operators(Section section, Collection<String> channels) {
        Operators operators = new Operators(
                section.list(CHANNELS, RuleReader.channel(channels)),
                section.value("unreadable_after_days", Conversions.number(1, A_YEAR), (long) UNREADABLE_AFTER_DAYS));
        section.end();
        return operators;
    }

    /** A table at the top; one that is not there is empty. */
    private static Section table(Inspection inspection, TomlTable table, String key) {
        Object raw = table.get(List.of(key));
        if (raw != null && !(raw instanceof TomlTable)) {
            inspection.wrong(line(table, key), "'" + key + "': begin it with a line [" + key + "]");
        }
        TomlTable found = raw instanceof TomlTable given ? given : Toml.parse("");
        return new Section(inspection, found, "[" + key + "]", key + ".", line(table, key));
    }

    private static int line(TomlTable table, String key) {
        return Inspection.line(table.inputPositionOf(List.of(key)));
    }
}
