package org.ianawatch.cli;

import java.util.Locale;
import org.ianawatch.store.Statements;
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
        boolean isWhole = line.isBlank() || meant(line).startsWith("\\") || Statements.isComplete(line);
        if (context == ParseContext.ACCEPT_LINE && !isWhole) {
            throw new EOFError(-1, -1, "a statement ends with a semicolon");
        }
        return super.parse(line, cursor, context);
    }

    /**
     * What is to be run of the lines that were typed. A last line that begins with a backslash gives up the statement before
     * it; the words by which people leave other prompts leave this one.
     */
    static String meant(String typed) {
        String whole = typed.strip();
        String last = whole.substring(whole.lastIndexOf('\n') + 1).strip();
        return switch (whole.replaceFirst(";$", "").toLowerCase(Locale.ROOT)) {
            case "quit", "exit" -> SqlMetaCommands.LEAVE;
            case "help" -> SqlMetaCommands.HELPS;
            default -> last.startsWith("\\") ? last : whole;
        };
    }

    @Override
    public boolean isDelimiterChar(CharSequence line, int position) {
        char character = line.charAt(position);
        return !Character.isLetterOrDigit(character) && character != '_' && character != '\\' && character != '@';
    }
}
