package org.ianawatch.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ianawatch.store.jdbc.Sql;

/** The troubles of the job that operators know of, and do not yet know to be over; at most one of a kind. */
public final class Troubles {
    private final Sql sql;
    private final int source;

    Troubles(Sql sql, int source) {
        this.sql = sql;
        this.source = source;
    }

    /** Since when there is trouble of a kind, where there is. */
    public Optional<Instant> since(String kind) {
        return sql.first(
                "SELECT since FROM store.trouble WHERE source_id = ? AND kind = ?",
                row -> Sql.instant(row, "since"),
                source,
                kind);
    }

    /** All of them, by kind. */
    public List<Trouble> all() {
        return sql.list(
                "SELECT kind, since FROM store.trouble WHERE source_id = ? ORDER BY kind",
                row -> new Trouble(row.getString("kind"), Sql.instant(row, "since")),
                source);
    }

    /** Notes that operators know of it; inside {@link WritableStore#commit}. */
    public void begin(String kind, Instant since) {
        sql.update("INSERT INTO store.trouble (source_id, kind, since) VALUES (?, ?, ?)", source, kind, since);
    }

    /** Notes that operators know that it is over; inside {@link WritableStore#commit}. */
    public void end(String kind) {
        sql.update("DELETE FROM store.trouble WHERE source_id = ? AND kind = ?", source, kind);
    }
}
