package org.ianawatch.store.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.ianawatch.store.home.Patience;
import org.ianawatch.store.home.StoreException;
import org.ianawatch.store.jdbc.SqlFailures;
import org.jspecify.annotations.Nullable;

/** The rows that a query gave, one after the other. Not for several threads. */
public final class QueryResult implements AutoCloseable {
    /**
     * A column of the result.
     *
     * @param name in lower case, unless the query quotes it
     * @param isNumber whether its values are numbers
     */
    public record Column(String name, boolean isNumber) {}

    /** Of an array as rows: the first column has the index. */
    private static final int ELEMENT = 2;

    private final String statement;
    private final ResultSet rows;
    private final boolean isPlan;
    private final Deque<List<@Nullable Object>> lines = new ArrayDeque<>();
    private final QueryLimits limits;
    private final Patience patience;
    private final List<Column> columns = new ArrayList<>();
    private final int[] types;
    private int count;

    /**
     * A result.
     *
     * @param isPlan whether it has one text, of which each line is to be a row
     * @param patience began with the query
     */
    QueryResult(String statement, ResultSet rows, boolean isPlan, QueryLimits limits, Patience patience)
            throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.isPlan = isPlan;
        this.limits = limits;
        this.patience = patience;
        ResultSetMetaData description = rows.getMetaData();
        types = new int[description.getColumnCount()];
        for (int index = 0; index < types.length; index++) {
            types[index] = description.getColumnType(index + 1);
            columns.add(new Column(name(description.getColumnLabel(index + 1)), isNumber(types[index])));
        }
    }

    /** The columns in their order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The next row, of a plan the next line: text, {@code Integer}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code Boolean}, {@code
     * Instant}, a list of such, or null; null when there are no more.
     *
     * @throws QueryException when there are more rows than the limit, or it took longer than that
     */
    public @Nullable List<@Nullable Object> next() throws QueryException {
        try {
            if (!lines.isEmpty()) {
                return lines.remove();
            }
            if (!rows.next()) {
                return null;
            }
            if (patience.isOver()) {
                throw QueryErrors.late(statement, limits.time());
            }
            if (count++ == limits.rows()) {
                throw new QueryException(
                        statement,
                        "the result has more than " + limits.rows()
                                + " rows, and no more were written: narrow the query, or raise --max-rows");
            }
            List<@Nullable Object> row = new ArrayList<>(types.length);
            for (int index = 0; index < types.length; index++) {
                row.add(value(rows, index + 1, types[index]));
            }
            if (isPlan) {
                String.valueOf(row.get(0)).lines().forEach(line -> lines.add(List.of(line)));
                return lines.remove();
            }
            return row;
        } catch (SQLException failed) {
            throw QueryErrors.of(statement, failed, List.of());
        } catch (OutOfMemoryError tooMuch) {
            throw QueryErrors.of(statement, tooMuch);
        }
    }

    /** Says for how long the output kept the query waiting, which does not count. */
    public void waited(long nanoseconds) {
        patience.extend(nanoseconds);
    }

    private static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
        Object value =
                switch (type) {
                    case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
                    case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> rows.getInt(column);
                    case Types.BIGINT -> rows.getLong(column);
                    case Types.REAL, Types.FLOAT, Types.DOUBLE -> rows.getDouble(column);
                    case Types.NUMERIC, Types.DECIMAL -> rows.getBigDecimal(column);
                    case Types.BOOLEAN -> rows.getBoolean(column);
                    case Types.ARRAY -> rows.getArray(column);
                    default -> rows.getString(column);
                };
        if (rows.wasNull()) {
            return null;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return value instanceof Array array ? list(array) : value;
    }

    /** Element by element as a result has them: as an object, a date would be one in the time zone of the machine. */
    private static List<@Nullable Object> list(Array array) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        try (ResultSet elements = array.getResultSet()) {
            int type = elements.getMetaData().getColumnType(ELEMENT);
            while (elements.next()) {
                list.add(value(elements, ELEMENT, type));
            }
        }
        return list;
    }

    private static String name(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT)) ? label.toLowerCase(Locale.ROOT) : label;
    }

    private static boolean isNumber(int type) {
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.NUMERIC,
                    Types.DECIMAL -> true;
            default -> false;
        };
    }

    @Override
    public void close() {
        try {
            rows.getStatement().close();
        } catch (SQLException failed) {
            throw new StoreException("a result could not be closed: " + SqlFailures.withoutNoise(failed), failed);
        }
    }
}
