package org.ianawatch.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ianawatch.csv.LineEnd;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Roles;
import org.ianawatch.store.StoredRow;

/**
 * Writes the rows of all snapshots, and what finds them by ports, by names and by what they say. It keeps of each row what an index
 * has of it, and of those in force what they say.
 */
final class RowsWriter {
    /** Stands behind each value of a text: no search goes across it. */
    private static final char APART = '\0';

    private final AnswerFileWriter file;
    private final List<Column> searched;
    private final RowTable table = new RowTable();
    private final NamesWriter names = new NamesWriter();
    private final Output textStarts = new Output();
    private final Output texts = new Output();
    private final Output content = new Output();
    private final Output record = new Output();
    private boolean areInForce = true;

    /**
     * A writer to a file, of which it writes the first sections.
     *
     * @param roles what the columns of the registry mean
     */
    RowsWriter(AnswerFileWriter file, Roles roles) {
        this.file = file;
        this.searched =
                SearchColumns.of(roles).all().stream().map(roles.columns()::get).toList();
        file.begin(Section.ROWS_IN_FORCE);
    }

    /** Adds a row, in any order, but those in force before those that have ended. */
    void add(StoredRow row) throws IOException {
        if (areInForce && !row.isInForce()) {
            areInForce = false;
            file.begin(Section.ROWS_ENDED);
        }
        Entry registration = row.record().registration();
        LineEnd lineEnd = row.record().lineEnd();
        content.clear().texts(registration.values()).textOrNull(row.record().text());
        content.textOrNull(lineEnd == null ? null : lineEnd.name());
        if (row.isInForce()) {
            textStarts.integer(texts.size()).integer(table.size());
            texts.raw(text(registration).getBytes(StandardCharsets.UTF_8));
        }
        table.add(row, file.place(), names.number(registration.name()));
        file.write(record.toRecord(content));
    }

    private String text(Entry registration) {
        StringBuilder text = new StringBuilder();
        for (Column column : searched) {
            text.append(registration.value(column.title())).append(APART);
        }
        return Folding.of(text.toString().toLowerCase(Locale.ROOT));
    }

    /** Writes the indexes, after all rows. */
    void finish() throws IOException {
        if (areInForce) {
            file.begin(Section.ROWS_ENDED);
        }
        int[] order = table.order();
        table.write(order, file);
        names.write(order, table, file);
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        Output starts = new Output();
        Input added = new Input(textStarts.toBytes());
        for (int row = 0; row < textStarts.size() / (2 * Integer.BYTES); row++) {
            starts.integer(added.integer()).integer(ranks[added.integer()]);
        }
        file.write(Section.TEXT_STARTS, starts);
        file.write(Section.TEXT, texts);
    }
}
