package org.ianawatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ianawatch.store.Delivery.State;
import org.ianawatch.store.jdbc.Sql;
import org.jspecify.annotations.Nullable;

/** The messages that are to be delivered, each on each of its channels, and those that were. */
public final class Outbox {
    static final String SELECT = "SELECT d.*, m.created_at, m.kind, m.rule, m.subject, m.content"
            + " FROM store.delivery d JOIN store.message m ON m.id = d.message_id WHERE m.source_id = ?";
    private static final String CHANGE =
            "UPDATE store.delivery SET state = ?, tries = ?, next_try_at = ?, reason = ?, changed_at = ? WHERE id = ?";

    private final Sql sql;
    private final int source;

    Outbox(Sql sql, int source) {
        this.sql = sql;
        this.source = source;
    }

    /**
     * Adds a message, due at once on each of its channels; inside {@link WritableStore#commit}. One whose id is there
     * already is left as it is.
     *
     * @param now from when on it is due
     */
    public void add(OutgoingMessage message, Instant now) {
        if (message.channels().isEmpty()
                || sql.number("SELECT COUNT(*) FROM store.message WHERE id = ?", message.id()) > 0) {
            return;
        }
        sql.update(
                "INSERT INTO store.message (id, source_id, created_at, kind, rule, subject, content) VALUES (?, ?, ?, ?, ?, ?, ?)",
                message.id(),
                source,
                message.createdAt(),
                message.kind(),
                message.rule(),
                message.subject(),
                message.content());
        for (String channel : message.channels()) {
            sql.update(
                    "INSERT INTO store.delivery (message_id, channel, state, tries, next_try_at, changed_at) VALUES (?, ?, ?, 0, ?, ?)",
                    message.id(),
                    channel,
                    State.PENDING.word(),
                    now,
                    now);
        }
    }

    /** The number of the newest delivery, 0 where there is none. */
    public long lastNumber() {
        return sql.number("SELECT COALESCE(MAX(id), 0) FROM store.delivery");
    }

    /** All deliveries, newest first. */
    public List<Delivery> newestFirst() {
        return sql.list(SELECT + " ORDER BY d.id DESC", Outbox::delivery, source);
    }

    /** The delivery of that number. */
    public Optional<Delivery> find(long number) {
        return sql.first(SELECT + " AND d.id = ?", Outbox::delivery, source, number);
    }

    /**
     * The pending deliveries that are due at a time, oldest first. One that was put off at a time that is still to come is
     * among them: the clock was wrong then.
     */
    public List<Delivery> due(Instant now) {
        return sql.list(
                SELECT + " AND d.next_try_at IS NOT NULL AND (d.next_try_at <= ? OR d.changed_at > ?) ORDER BY d.id",
                Outbox::delivery,
                source,
                now,
                now);
    }

    /** The delivery that has been parked for the longest time. */
    public Optional<Delivery> firstParked() {
        return sql.first(
                SELECT + " AND d.state = ? ORDER BY d.changed_at, d.id LIMIT 1",
                Outbox::delivery,
                source,
                State.PARKED.word());
    }

    /** The times at which pending deliveries are due, or were, each once, oldest first. */
    public List<Instant> tries() {
        return sql.list(
                "SELECT DISTINCT d.next_try_at FROM store.delivery d JOIN store.message m ON m.id = d.message_id"
                        + " WHERE m.source_id = ? AND d.next_try_at IS NOT NULL ORDER BY d.next_try_at",
                row -> Sql.instant(row, "next_try_at"),
                source);
    }

    /** How many deliveries are in a state. */
    public long count(State state) {
        return sql.number(
                "SELECT COUNT(*) FROM store.delivery d JOIN store.message m ON m.id = d.message_id"
                        + " WHERE m.source_id = ? AND d.state = ?",
                source,
                state.word());
    }

    /** Notes that the channel accepted it; inside {@link WritableStore#commit}, as are all that follow. */
    public void delivered(Delivery delivery, Instant now) {
        change(delivery, State.DELIVERED, delivery.tries() + 1, null, null, now);
    }

    /** Notes a try that failed, and when the next one is due. */
    public void postponed(Delivery delivery, String reason, Instant nextTryAt, Instant now) {
        change(delivery, State.PENDING, delivery.tries() + 1, nextTryAt, reason, now);
    }

    /** Notes a try that cannot succeed until a person changes something. */
    public void parked(Delivery delivery, String reason, Instant now) {
        change(delivery, State.PARKED, delivery.tries() + 1, null, reason, now);
    }

    /** Makes a delivery due at once. */
    public void retry(Delivery delivery, Instant now) {
        change(delivery, State.PENDING, delivery.tries(), now, delivery.reason(), now);
    }

    /** Ends a delivery that shall not be tried again. */
    public void drop(Delivery delivery, Instant now) {
        change(delivery, State.DROPPED, delivery.tries(), null, delivery.reason(), now);
    }

    private void change(
            Delivery delivery,
            State state,
            int tries,
            @Nullable Instant nextTryAt,
            @Nullable String reason,
            Instant now) {
        sql.update(CHANGE, state.word(), tries, nextTryAt, reason, now, delivery.number());
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        OutgoingMessage message = new OutgoingMessage(
                row.getString("message_id"),
                Sql.instant(row, "created_at"),
                row.getString("kind"),
                row.getString("rule"),
                row.getString("subject"),
                row.getString("content"),
                List.of(channel));
        State state = State.ofWord(row.getString("state"));
        return new Delivery(
                row.getLong("id"),
                message,
                channel,
                state,
                row.getInt("tries"),
                state == State.PENDING ? Sql.instant(row, "next_try_at") : null,
                row.getString("reason"),
                Sql.instant(row, "changed_at"));
    }
}
