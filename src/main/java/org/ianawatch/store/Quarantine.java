package org.ianawatch.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ianawatch.registry.Sha256;
import org.ianawatch.store.QuarantineEntry.State;
import org.ianawatch.store.home.Home;
import org.ianawatch.store.home.UnreadableStoreException;
import org.ianawatch.store.home.UnusableStoreException;
import org.ianawatch.store.home.UnwritableStoreException;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** The downloads that the guard refused: their bytes as files, what is known of them in the database. */
public final class Quarantine {
    private static final String SELECT = "SELECT * FROM store.quarantine WHERE source_id = ?";

    private final Sql sql;
    private final int source;
    private final Home home;

    Quarantine(Sql sql, int source, Home home) {
        this.sql = sql;
        this.source = source;
        this.home = home;
    }

    /** All entries, newest first. */
    public List<QuarantineEntry> newestFirst() {
        return sql.list(SELECT + " ORDER BY id DESC", this::entry, source);
    }

    /**
     * What waits for a decision, newest first: what the guard refused and the source gave when it was asked last. All that
     * counts or tells what waits goes by this.
     */
    public List<QuarantineEntry> waiting() {
        return newestFirst().stream()
                .filter(entry -> entry.state() == State.WAITING)
                .toList();
    }

    /** The entry of that number. */
    public Optional<QuarantineEntry> find(long number) {
        return sql.first(SELECT + " AND id = ?", this::entry, source, number);
    }

    /** The entry of these bytes about which nobody decided yet. */
    public Optional<QuarantineEntry> open(String sha256) {
        return sql.list(SELECT + " AND sha256 = ? ORDER BY id DESC", this::entry, source, sha256).stream()
                .filter(entry -> entry.state().isOpen())
                .findFirst();
    }

    /**
     * Keeps a refused download, or notes that one came again. One that comes again after a break begins anew.
     *
     * @param reason one word
     * @param message a sentence
     */
    public QuarantineEntry keep(
            byte[] bytes, String sha256, String source, String reason, String message, Instant now) {
        Optional<QuarantineEntry> known = open(sha256);
        home.refuseUnusableQuarantine();
        long number = known.isPresent()
                ? known.get().number()
                : sql.insert(
                                "INSERT INTO store.quarantine (source_id, sha256, byte_count, source, reason, message,"
                                        + " first_seen_at, last_seen_at, times_seen, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
                                List.<@Nullable Object[]>of(new Object[] {
                                    this.source,
                                    sha256,
                                    bytes.length,
                                    OneLine.of(source),
                                    reason,
                                    message,
                                    now,
                                    now,
                                    State.WAITING.word()
                                }))
                        .get(0);
        write(bytes, file(number, sha256));
        if (known.isPresent()) {
            Instant first = known.get().firstSeenAt();
            // The clock was ahead then, and what waits must not wait for it.
            Instant since = known.get().state() == State.GONE || first.isAfter(now) ? now : first;
            sql.update(
                    "UPDATE store.quarantine SET first_seen_at = ?, last_seen_at = ?, times_seen = times_seen + 1, state = ?,"
                            + " reason = ?, message = ? WHERE id = ?",
                    since,
                    now,
                    State.WAITING.word(),
                    reason,
                    message,
                    number);
        }
        return find(number).orElseThrow();
    }

    /**
     * Notes that the source gives something else now than what waits, unless that has this hash; inside
     * {@link WritableStore#commit}. What is gone and cannot be accepted expires.
     *
     * @param unreadable the reason of what cannot be read, which nobody can accept
     */
    public void gone(String exceptSha256, String unreadable) {
        sql.update(
                "UPDATE store.quarantine SET state = ? WHERE source_id = ? AND state = ? AND sha256 <> ?",
                State.GONE.word(),
                source,
                State.WAITING.word(),
                exceptSha256);
        newestFirst().stream()
                .filter(entry -> entry.state() == State.GONE)
                .filter(entry -> entry.reason().equals(unreadable) || !Files.exists(entry.file()))
                .forEach(entry -> end(entry, State.EXPIRED));
    }

    /** Whether nothing was ever refused. */
    public boolean isEmpty() {
        return sql.first(SELECT + " FETCH FIRST ROW ONLY", row -> true, source).isEmpty();
    }

    /** Notes that the newest snapshot has this hash: the same in quarantine expires. */
    public void stored(String sha256) {
        newestFirst().stream()
                .filter(entry -> entry.state().isOpen() && entry.sha256().equals(sha256))
                .forEach(entry -> end(entry, State.EXPIRED));
    }

    /** Notes that a snapshot was appended: what the source has taken back is older than it, and expires. */
    void outdate() {
        newestFirst().stream().filter(entry -> entry.state() == State.GONE).forEach(entry -> end(entry, State.EXPIRED));
    }

    /** Removes the files of entries that ended by themselves, once that is on the disk. */
    public void removeExpired() {
        if (Files.isDirectory(home.quarantine())) {
            newestFirst().stream()
                    .filter(entry -> entry.state() == State.EXPIRED)
                    .forEach(this::removeFile);
        }
    }

    /** Ends an entry; its file stays until {@link #removeFile}. */
    public void end(QuarantineEntry entry, State state) {
        sql.update("UPDATE store.quarantine SET state = ? WHERE id = ?", state.word(), entry.number());
    }

    /**
     * The bytes of an entry about which nobody decided yet.
     *
     * @throws UnusableStoreException when its file is gone, or is no longer what was downloaded
     */
    public byte[] bytes(QuarantineEntry entry) {
        try {
            byte[] bytes = Files.readAllBytes(entry.file());
            if (Sha256.of(bytes).digits().equals(entry.sha256())) {
                return bytes;
            }
        } catch (NoSuchFileException gone) {
            throw new UnusableStoreException("quarantine " + entry.number() + ": its file " + entry.file()
                    + " is gone; 'ianawatch quarantine drop " + entry.number() + "' removes it from the list");
        } catch (IOException unreadable) {
            throw new UnreadableStoreException(entry.file(), unreadable);
        }
        throw new UnusableStoreException(entry.file() + " is not what was downloaded, its SHA-256 is another one;"
                + " 'ianawatch quarantine drop " + entry.number() + "' removes it");
    }

    /** Removes the file of an entry whose end is on the disk. */
    public void removeFile(QuarantineEntry entry) {
        try {
            Files.deleteIfExists(entry.file());
        } catch (IOException failed) {
            throw UnwritableStoreException.of("cannot remove " + entry.file(), failed);
        }
    }

    private Path file(long number, String sha256) {
        return home.quarantine().resolve(number + "-" + sha256.substring(0, 12) + ".csv");
    }

    /** What a file is before all of it is written. */
    public static Path half(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** Writes a file that is on the disk, and whole, when this returns; for the other rooms of the store, too. */
    public static void write(byte[] bytes, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path half = half(file);
            Files.write(half, bytes);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw UnwritableStoreException.of("cannot keep the refused download as " + file, failed);
        }
    }

    QuarantineEntry entry(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        long number = row.getLong("id");
        return new QuarantineEntry(
                number,
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("message"),
                row.getString("source"),
                sha256,
                row.getInt("byte_count"),
                Sql.instant(row, "first_seen_at"),
                Sql.instant(row, "last_seen_at"),
                row.getInt("times_seen"),
                file(number, sha256));
    }
}
