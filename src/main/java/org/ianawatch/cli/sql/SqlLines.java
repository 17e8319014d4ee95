package org.ianawatch.cli.sql;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Tells the prompt where a statement ends, and what its words are. */
final class SqlLines extends DefaultParser {
    SqlLines() {
        setQuoteChars(new char[0]);
        setEscapeChars(new char[0]);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !SqlScript.typed(line).isReady()) {
            throw new EOFError(-1, -1, "a statement ends with a semicolon");
        }
        return super.parse(line, cursor, context);
    }

    @Override
    public boolean isDelimiterChar(CharSequence line, int position) {
        char character = line.charAt(position);
        return !Character.isLetterOrDigit(character) && character != '_' && character != '\\' && character != '@';
    }
}
