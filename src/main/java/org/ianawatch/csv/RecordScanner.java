package org.ianawatch.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where records begin and end, by RFC 4180: a line end inside quotes belongs to the record. */
final class RecordScanner {
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_SEEN
    }

    /** How many records may be gone from one file to the next for the scanner to find its way at once. */
    private static final int NEAR = 32;

    private final byte[] bytes;
    private int position;

    /** A scanner of the bytes from an offset, counted from 0. */
    RecordScanner(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.position = offset;
    }

    /** All records up to the end, in order; the last may have no line end. */
    List<Slice> all() throws MalformedFileException {
        return all(List.of());
    }

    /** All records up to the end; where those of another file stand here, too, they are compared with it instead of scanned. */
    List<Slice> all(List<Slice> known) throws MalformedFileException {
        List<Slice> slices = new ArrayList<>(16_384);
        int expected = 0;
        while (position < bytes.length) {
            Slice same = expected < known.size() ? known.get(expected).at(bytes, position) : null;
            if (same != null) {
                position +=
                        same.length() + Objects.requireNonNull(same.lineEnd()).length();
                slices.add(same);
                expected++;
            } else {
                Slice other = Objects.requireNonNull(next());
                slices.add(other);
                expected = after(other, known, expected);
            }
        }
        return slices;
    }

    /** What is expected after a record that was not: what follows it among those that are near, if it is there. */
    private static int after(Slice found, List<Slice> known, int expected) {
        for (int index = expected; index < Math.min(expected + NEAR, known.size()); index++) {
            if (known.get(index).equals(found)) {
                return index + 1;
            }
        }
        return expected;
    }

    /** The next record, or null at the end. */
    @Nullable
    Slice next() throws MalformedFileException {
        if (position == bytes.length) {
            return null;
        }
        int start = position;
        State state = State.FIELD_START;
        while (position < bytes.length) {
            byte value = bytes[position];
            if ((value == '\n' || value == '\r') && state != State.QUOTED) {
                return end(start);
            }
            state = after(state, value, start);
            position++;
        }
        if (state == State.QUOTED) {
            throw new MalformedFileException(
                    MalformedFileException.Reason.TRUNCATED,
                    "it ends inside the quotes of the record that begins on line " + lineOf(start));
        }
        return new Slice(bytes, start, position - start, null);
    }

    private State after(State state, byte value, int start) throws MalformedFileException {
        return switch (state) {
            case QUOTED -> value == '"' ? State.QUOTE_SEEN : State.QUOTED;
            case FIELD_START -> value == '"' ? State.QUOTED : unquoted(value);
            case PLAIN -> unquoted(value);
            case QUOTE_SEEN -> afterQuote(value, start);
        };
    }

    private static State unquoted(byte value) {
        return value == ',' ? State.FIELD_START : State.PLAIN;
    }

    private State afterQuote(byte value, int start) throws MalformedFileException {
        if (value != '"' && value != ',') {
            throw new MalformedFileException(
                    MalformedFileException.Reason.RECORD,
                    "line " + lineOf(start) + ": text follows a closing quote in the record that begins here");
        }
        return value == '"' ? State.QUOTED : State.FIELD_START;
    }

    private Slice end(int start) {
        int length = position - start;
        LineEnd lineEnd = Objects.requireNonNull(LineEnd.at(bytes, position));
        position += lineEnd.length();
        return new Slice(bytes, start, length, lineEnd);
    }

    /** The line, counted from 1, on which an offset lies. */
    int lineOf(int offset) {
        int line = 1;
        for (int index = 0; index < offset; index++) {
            boolean lineFeed = bytes[index] == '\n';
            boolean loneReturn = bytes[index] == '\r' && (index + 1 == bytes.length || bytes[index + 1] != '\n');
            line += lineFeed || loneReturn ? 1 : 0;
        }
        return line;
    }
}
