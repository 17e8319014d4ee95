package org.ianawatch.report;

import java.util.List;
import java.util.Locale;

/** Makes some words of a text bold, wherever they stand, whatever their case. */
public final class Emphasis {
    private final Style style;
    private final List<String> words;

    /** An emphasis on words that are not empty. */
    public Emphasis(Style style, List<String> words) {
        this.style = style;
        this.words = words.stream()
                .map(word -> TerminalText.safe(word).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The text, which is safe for a terminal already, with the words in bold. */
    public String on(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (style == Style.PLAIN || lowerCase.length() != text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            int length = longestAt(lowerCase, index);
            if (length == 0) {
                out.append(text.charAt(index++));
            } else {
                out.append(style.bold(text.substring(index, index + length)));
                index += length;
            }
        }
        return out.toString();
    }

    private int longestAt(String text, int index) {
        return words.stream()
                .filter(word -> text.startsWith(word, index))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
