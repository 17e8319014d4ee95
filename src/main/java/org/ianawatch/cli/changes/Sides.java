package org.ianawatch.cli.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.answer.Answers;
import org.ianawatch.cli.console.CommonOptions;
import org.ianawatch.cli.console.Console;
import org.ianawatch.cli.console.UnreadableFileException;
import org.ianawatch.cli.console.UsageException;
import org.ianawatch.csv.CsvFile;
import org.ianawatch.csv.CsvReader;
import org.ianawatch.csv.MalformedFileException;
import org.ianawatch.csv.TableReader;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.Differ;
import org.ianawatch.diff.RegistryDiffer;
import org.ianawatch.ports.PortRegistry;
import org.ianawatch.registry.Edition;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Sha256;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Snapshot;
import org.ianawatch.report.TerminalText;
import org.ianawatch.store.SnapshotSelector;
import org.ianawatch.store.TimeSpan;
import org.ianawatch.store.home.StoreBusyException;
import org.ianawatch.xml.GroupReader;
import org.jspecify.annotations.Nullable;

/** Reads the two sides of a diff; the store is asked only when one of them is in it. */
final class Sides {
    private static final String STANDARD_INPUT = "-";

    private final Console console;
    private final CommonOptions common;
    private final CsvReader reader = new CsvReader(PortRegistry.ROLES);
    private final Map<String, byte[]> files = new HashMap<>();
    private @Nullable Answers answers;

    Sides(Console console, CommonOptions common) {
        this.console = console;
        this.common = common;
    }

    /** Both sides as files of a group, or null where neither is one. */
    @Nullable
    GroupSides groups(String from, String to) throws IOException {
        byte[] older = selector(from) == null ? bytes(from) : null;
        byte[] newer = selector(to) == null ? bytes(to) : null;
        boolean isOlder = older != null && GroupReader.isMeant(older);
        boolean isNewer = newer != null && GroupReader.isMeant(newer);
        if (isOlder != isNewer) {
            throw new UsageException("'" + (isOlder ? from : to) + "' is the XML of a group, and '"
                    + (isOlder ? to : from) + "' is not: compare two of a kind");
        }
        return older == null || newer == null || !isOlder ? null : new GroupSides(from, older, to, newer);
    }

    /**
     * What differs between two sides, of which each is a snapshot that a person named by number or date, or a path. Two files that are
     * not of ports are compared as editions of whatever registry they are of.
     *
     * @param registry what a person says that it is, or null
     */
    ChangeSet diff(String from, String to, Registry.@Nullable Id registry)
            throws IOException, StoreBusyException, InterruptedException {
        byte[] older = selector(from) == null ? bytes(from) : null;
        byte[] newer = selector(to) == null ? bytes(to) : null;
        if (older != null && newer != null && reader.isOfAnother(older) && reader.isOfAnother(newer)) {
            return RegistryDiffer.diff(
                    registry == null ? RegistryPath.of(from, to) : registry, edition(from, older), edition(to, newer));
        }
        if (registry != null) {
            throw new UsageException("--registry goes with two files that are not of ports");
        }
        return Differ.diff(
                older == null ? stored(from) : parse(from, older), newer == null ? stored(to) : parse(to, newer));
    }

    private Snapshot stored(String name) throws IOException, StoreBusyException, InterruptedException {
        Answers open = answers == null ? common.answers(console) : answers;
        answers = open;
        return open.read(open.find(Objects.requireNonNull(selector(name), "it is no path")));
    }

    /** What this site uses, where a side was in the store: two files need none. */
    List<SiteUse> uses() {
        return answers == null ? List.of() : answers.site().uses();
    }

    /** Whether two different names are the same snapshot of the store. */
    boolean haveTwoNames(String older, String newer) {
        return !older.equals(newer) && selector(older) != null && selector(newer) != null;
    }

    private @Nullable SnapshotSelector selector(String name) {
        try {
            return SnapshotSelector.parse(name, console.clock().instant());
        } catch (IllegalArgumentException path) {
            return null;
        }
    }

    private byte[] bytes(String name) throws IOException {
        byte[] known = files.get(name);
        if (known == null) {
            known = read(name);
            files.put(name, known);
        }
        return known;
    }

    private byte[] read(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return console.in().readAllBytes();
        }
        try {
            Path path = Path.of(name);
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return Files.readAllBytes(path);
            }
        } catch (InvalidPathException noPath) {
            throw new UsageException(noPath);
        }
        throw new UsageException(
                "'" + name + "' is no file, and names no snapshot: write a number (12), latest, latest~3, the"
                        + " path of a CSV file, or a date: " + TimeSpan.EXAMPLES);
    }

    private static Edition edition(String name, byte[] bytes) throws IOException {
        try {
            return new Edition(name, Sha256.of(bytes), TableReader.read(bytes));
        } catch (MalformedFileException malformed) {
            throw new UnreadableFileException(
                    name + " cannot be read as a registry: " + malformed.getMessage(), malformed);
        }
    }

    private Snapshot parse(String name, byte[] bytes) throws IOException {
        try {
            CsvFile file = reader.read(bytes);
            file.unreadableCodes()
                    .forEach(cell -> console.say("warning: " + TerminalText.safe(name + ": " + cell.message())
                            + "; its row stands without a port"));
            return file.snapshot(name, Sha256.of(bytes));
        } catch (MalformedFileException malformed) {
            throw new UnreadableFileException(
                    name + " cannot be read as the registry: " + malformed.getMessage(), malformed);
        }
    }
}
