package org.ianawatch.answer;

import java.io.IOException;
import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.store.RecordedChange;
import org.jspecify.annotations.Nullable;

/** Writes changes, as {@link Changes} reads them. */
final class ChangesWriter {
    private final Output directory = new Output();
    private final AnswerFileWriter file;
    private final PortIndexWriter ports = new PortIndexWriter();
    private final Output content = new Output();
    private final Output record = new Output();

    ChangesWriter(AnswerFileWriter file) {
        this.file = file;
        file.begin(Section.CHANGE_RECORDS);
    }

    /** How many there are. */
    int size() {
        return directory.size() / Integer.BYTES;
    }

    /** Adds the next one. */
    void add(RecordedChange recorded) throws IOException {
        Change change = recorded.change();
        ports.add(change.span(), size());
        content.clear().integer(recorded.snapshot()).text(change.kind().name());
        span(change.span());
        content.count(change.spaces().size());
        for (Space transport : change.spaces()) {
            content.text(transport.name());
        }
        change.accept(new Particulars());
        directory.integer(file.place());
        file.write(record.toRecord(content));
    }

    private void span(@Nullable Span span) {
        content.flag(span != null);
        if (span != null) {
            content.flag(span.isSmall());
            if (span.isSmall()) {
                content.integer(span.low()).integer(span.high());
            } else {
                content.text(span.first().toString()).text(span.last().toString());
            }
        }
    }

    private void fields(List<FieldChange> fields) {
        content.count(fields.size());
        for (FieldChange field : fields) {
            content.text(field.column().title()).text(field.before()).text(field.after());
        }
    }

    /** Writes the indexes, after all changes. */
    void finish() throws IOException {
        file.write(Section.CHANGES, directory);
        ports.write(Section.CHANGE_PORTS, file);
    }

    /** What a change of each kind has beside ports and transports. */
    private final class Particulars implements Change.Visitor<Output> {
        @Override
        public Output assigned(Change.Assigned change) {
            content.text(change.name()).text(change.was().name());
            span(change.block());
            return content.texts(change.entry().values());
        }

        @Override
        public Output deassigned(Change.Deassigned change) {
            content.text(change.name()).text(change.now().name());
            return content.texts(change.entry().values());
        }

        @Override
        public Output renamed(Change.Renamed change) {
            content.text(change.before()).text(change.name());
            fields(change.fields());
            return content;
        }

        @Override
        public Output reclassified(Change.Reclassified change) {
            return content.text(change.was().name());
        }

        @Override
        public Output amended(Change.Amended change) {
            content.text(change.name());
            fields(change.fields());
            return content;
        }
    }
}
