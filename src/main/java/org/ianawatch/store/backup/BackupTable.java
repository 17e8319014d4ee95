package org.ianawatch.store.backup;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.h2.message.DbException;
import org.h2.tools.Csv;
import org.ianawatch.store.jdbc.SqlFailures;
import org.jspecify.annotations.Nullable;

/** A table of a portable backup, read row by row, so that a large one needs no memory. */
final class BackupTable {
    /** A row of a message has far fewer. */
    private static final int ROW_LIMIT_CHARACTERS = 16 << 20;

    /** What a row of a source belonged to in the schemas until 11: then a registry was all that its file had. */
    private static final String FORMER_OWNER = "registry_id";

    private static final String OWNER = "source_id";

    /**
     * A row.
     *
     * @param file the table's name
     * @param number counted from 1
     * @param cells by the names of their columns in lower case; null for SQL's null
     */
    record Row(String file, long number, Map<String, @Nullable String> cells) {
        String value(String column) throws IOException {
            String value = cells.get(column);
            if (value == null) {
                throw new IOException(place() + " has no " + column);
            }
            return value;
        }

        String place() {
            return file + ", row " + number + ",";
        }
    }

    /** What is done with a row. */
    interface Use {
        void of(Row row) throws IOException;
    }

    private BackupTable() {}

    /**
     * Reads a table.
     *
     * @param columns those that it may have
     * @throws IOException when it is damaged, is no table, has other columns, or its use throws it
     */
    static void read(BackupArchive archive, String name, Collection<String> columns, Use use) throws IOException {
        try (RowReader text = new RowReader(
                        name, new InputStreamReader(archive.open(name), StandardCharsets.UTF_8.newDecoder()));
                ResultSet rows = new Csv().read(text, null)) {
            List<String> titles = titles(name, rows.getMetaData(), columns);
            text.nextRow();
            for (long number = 1; rows.next(); number++) {
                Map<String, @Nullable String> cells = new LinkedHashMap<>();
                for (int index = 0; index < titles.size(); index++) {
                    cells.put(titles.get(index), rows.getString(index + 1));
                }
                use.of(new Row(name, number, cells));
                text.nextRow();
            }
        } catch (CharacterCodingException damaged) {
            throw new IOException(name + " cannot be read: it is no UTF-8", damaged);
        } catch (SQLException | DbException damaged) {
            if (damaged.getCause() instanceof IOException unreadable) {
                throw new IOException(String.valueOf(unreadable.getMessage()), unreadable);
            }
            throw new IOException(
                    name + " cannot be read: " + SqlFailures.withoutNoise(String.valueOf(damaged.getMessage())),
                    damaged);
        }
    }

    private static List<String> titles(String name, ResultSetMetaData description, Collection<String> columns)
            throws SQLException, IOException {
        List<String> titles = new ArrayList<>();
        for (int column = 1; column <= description.getColumnCount(); column++) {
            String title =
                    Objects.requireNonNull(description.getColumnLabel(column)).toLowerCase(Locale.ROOT);
            titles.add(title.equals(FORMER_OWNER) && !columns.contains(title) ? OWNER : title);
        }
        if (titles.isEmpty()) {
            throw new IOException(name + " is empty");
        }
        for (String title : titles) {
            if (!columns.contains(title)) {
                throw new IOException(
                        name + " has a column '" + title + "', which is none of " + String.join(", ", columns));
            }
        }
        if (new HashSet<>(titles).size() < titles.size()) {
            throw new IOException(name + " has a column twice");
        }
        return titles;
    }

    /** Characters of which no row takes too many. */
    private static final class RowReader extends FilterReader {
        private final String name;
        private long ofRow;

        RowReader(String name, Reader in) {
            super(in);
            this.name = name;
        }

        void nextRow() {
            ofRow = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            ofRow += Math.max(count, 0);
            if (ofRow > ROW_LIMIT_CHARACTERS) {
                throw new IOException(name + " has a row of more than " + ROW_LIMIT_CHARACTERS + " characters");
            }
            return count;
        }
    }
}
