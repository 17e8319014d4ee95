package org.ianawatch.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.ianawatch.store.jdbc.Sql;

/** Until when each rule was told of what was observed. */
public final class RuleProgress {
    private final Sql sql;
    private final int source;

    RuleProgress(Sql sql, int source) {
        this.sql = sql;
        this.source = source;
    }

    /** The rule was told of all that was observed before this; empty for a rule that is new. */
    public Optional<Instant> toldUntil(String rule) {
        return sql.first(
                "SELECT told_until FROM store.rule_told WHERE source_id = ? AND rule = ?",
                row -> Sql.instant(row, "told_until"),
                source,
                rule);
    }

    /** Notes until when a rule was told, exclusive; inside {@link WritableStore#commit}. */
    public void tellUntil(String rule, Instant until) {
        int known = sql.update(
                "UPDATE store.rule_told SET told_until = ? WHERE source_id = ? AND rule = ?", until, source, rule);
        if (known == 0) {
            sql.update(
                    "INSERT INTO store.rule_told (source_id, rule, told_until) VALUES (?, ?, ?)", source, rule, until);
        }
    }

    /** Forgets all rules but these; inside {@link WritableStore#commit}. One that comes back later is new. */
    public void keepOnly(Collection<String> rules) {
        sql.update("DELETE FROM store.rule_told WHERE source_id = ? AND NOT rule = ANY(?)", source, rules.toArray());
    }
}
