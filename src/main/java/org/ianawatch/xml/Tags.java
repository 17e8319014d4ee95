package org.ianawatch.xml;

/**
 * Finds the tags in a well-formed text without a document type, since the JDK's parser does not say exactly where they stand: from
 * its second buffer on it is out by one.
 */
final class Tags {
    private final String text;
    private int begin;
    private int end;

    /** Stands where the document begins in the text. */
    Tags(String text, int begin) {
        this.text = text;
        this.begin = begin;
        end = begin;
    }

    /** Goes on to the next tag, which must be there. */
    void next() {
        begin = text.indexOf('<', end);
        while (text.charAt(begin + 1) == '!' || text.charAt(begin + 1) == '?') {
            begin = text.indexOf('<', endOfOther());
        }
        end = begin + 1;
        char quote = 0;
        for (char character = text.charAt(end); quote != 0 || character != '>'; character = text.charAt(end)) {
            if (character == quote) {
                quote = 0;
            } else if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            }
            end++;
        }
        end++;
    }

    /** The end of what begins like a tag and is none: a comment, whose two ends may not share their dashes, or another. */
    private int endOfOther() {
        if (text.startsWith("<!--", begin)) {
            return text.indexOf("-->", begin + 4);
        }
        return text.indexOf(text.charAt(begin + 1) == '?' ? "?>" : "]]>", begin);
    }

    /** Where the tag begins. */
    int begin() {
        return begin;
    }

    /** Where the tag ends, exclusive. */
    int end() {
        return end;
    }

    /** Whether the tag is an element by itself. */
    boolean isEmptyElement() {
        return text.charAt(end - 2) == '/';
    }

    /** The line, counted from 1, on which the tag begins. */
    int line() {
        return 1
                + (int) text.chars()
                        .limit(begin)
                        .filter(character -> character == '\n')
                        .count();
    }
}
