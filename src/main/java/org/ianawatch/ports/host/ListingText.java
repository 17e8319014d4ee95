package org.ianawatch.ports.host;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of an output, whatever bytes are in it: what is no character becomes U+FFFD. PowerShell's {@code >} writes
 * UTF-16, which its byte order mark tells.
 */
final class ListingText {
    private static final String MARK = "\ufeff";
    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    private ListingText() {}

    static List<String> lines(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        // A carriage return alone ends no line: a process may have one in its name.
        return LINE_END.splitAsStream(text.startsWith(MARK) ? text.substring(1) : text)
                .toList();
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        boolean bigEndian = bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
