package org.ianawatch.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ianawatch.store.home.StoreException;
import org.jspecify.annotations.Nullable;

/** Statements on one connection; the cause of a failure has its statement. Not for use by several threads. */
public final class Sql {
    /**
     * Reads one row.
     *
     * @param <T> what it makes of the row
     */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at one row. */
    public interface Look {
        void at(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    /** On a connection that is open. */
    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** The connection, for what gives its results to others. */
    public Connection connection() {
        return connection;
    }

    /** Closes the connection. */
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            SqlFailures.ofDisk(failed).ifPresent(disk -> {
                throw disk;
            });
            throw new StoreException("the store could not be closed: " + SqlFailures.withoutNoise(failed), failed);
        }
    }

    /** What is made of every row, in their order. */
    public <T> List<T> list(String statement, Row<T> row, @Nullable Object... parameters) {
        List<T> list = new ArrayList<>();
        each(statement, found -> list.add(row.read(found)), parameters);
        return list;
    }

    /** Shows every row, for a reading that keeps few of many. */
    public void each(String statement, Look look, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters);
                ResultSet rows = prepared.executeQuery()) {
            while (rows.next()) {
                look.at(rows);
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** What is made of the first row, where there is one. */
    public <T> Optional<T> first(String statement, Row<T> row, @Nullable Object... parameters) {
        return list(statement, row, parameters).stream().findFirst();
    }

    /** A whole number that the statement must give, such as a count. */
    public long number(String statement, @Nullable Object... parameters) {
        return list(statement, row -> row.getLong(1), parameters).get(0);
    }

    /** Runs a statement that changes something; the answer is the number of rows. */
    public int update(String statement, @Nullable Object... parameters) {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** Runs the statement once for each list of parameters. */
    public void batch(String statement, List<? extends @Nullable Object[]> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : parameters) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** Adds a row for each list of parameters; the answer is the ids that they got, in the same order. */
    public List<Long> insert(String statement, List<? extends @Nullable Object[]> parameters) {
        List<Long> ids = new ArrayList<>(parameters.size());
        if (parameters.isEmpty()) {
            return ids;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement, new String[] {"id"})) {
            for (@Nullable Object[] row : parameters) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
            try (ResultSet given = prepared.getGeneratedKeys()) {
                while (given.next()) {
                    ids.add(given.getLong(1));
                }
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
        return ids;
    }

    /** Runs all of the work in one transaction, or none of it. */
    public void transaction(Runnable work) {
        try {
            if (!connection.getAutoCommit()) {
                // Within another one, which ends for both.
                work.run();
                return;
            }
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** The time in a column that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The time in a column; null for SQL's null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The number in a column; null for SQL's null. */
    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private PreparedStatement prepare(String statement, @Nullable Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        bind(prepared, parameters);
        return prepared;
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            Object value = parameters[index];
            prepared.setObject(index + 1, value instanceof Instant instant ? time(instant) : value);
        }
    }

    /** To the millisecond, as the columns have it: H2 would round up, too, to times that are still to come. */
    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static RuntimeException failure(SQLException failed) {
        return SqlFailures.ofDisk(failed)
                .<RuntimeException>map(disk -> disk)
                .orElseGet(() -> new StoreException(
                        "the store could not be read or written: " + SqlFailures.withoutNoise(failed),
                        "; 'ianawatch verify' tells whether the store is sound",
                        failed));
    }
}
