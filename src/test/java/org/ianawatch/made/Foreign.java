package org.ianawatch.made;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Column.Content;
import org.ianawatch.registry.Notation;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.StatusWords;

/** Three made registries that have no ports, in the shapes that IANA's have. */
public final class Foreign {
    /** Codes in hexadecimal, some of them ranges. */
    public static final Registry SUITES = registry(
            "made-parameters",
            "made-suites",
            Notation.NUMBERS,
            new Roles.Key(List.of(0), 0),
            List.of(1),
            Column.of("Value"),
            Column.of("Description", Content.PROSE),
            Column.of("Recommended"),
            Column.of("Reference", Content.REFERENCE));

    /** Names without codes. */
    public static final Registry METHODS = registry(
            "made-methods",
            "made-methods",
            Notation.NUMBERS,
            new Roles.Key(List.of(0), null),
            List.of(1),
            Column.of("Method Name"),
            Column.of("Safe"),
            Column.of("Reference", Content.REFERENCE));

    /** Codes that are counted anew within each type: four columns. */
    public static final Registry OPTIONS = registry(
            "made-parameters",
            "made-options",
            Notation.NUMBERS,
            new Roles.Key(List.of(0, 1), 1),
            List.of(2),
            Column.of("Type"),
            Column.of("Code"),
            Column.of("Meaning", Content.PROSE),
            Column.of("Reference", Content.REFERENCE));

    private Foreign() {}

    private static Registry registry(
            String group, String name, Notation notation, Roles.Key key, List<Integer> labels, Column... columns) {
        return new Registry(
                new Registry.Id(group, name),
                new Roles(List.of(columns), false, key, labels, notation, StatusWords.RFC_8126, List.of(Space.NONE)));
    }

    /** A file of a registry. */
    public static CsvFile file(Registry registry, String text) {
        try {
            return new CsvReader(registry.roles()).read(bytes(text));
        } catch (MalformedFileException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    /** What a file says. */
    public static Snapshot snapshot(Registry registry, String text) {
        return file(registry, text).snapshot("made", Sha256.of(bytes(text)));
    }

    /** The bytes of a text. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
