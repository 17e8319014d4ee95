package org.ianawatch.host;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a recorded output; PowerShell's {@code >} writes UTF-16, which its byte order mark tells. */
final class ListingText {
    private static final String MARK = "\ufeff";

    private ListingText() {}

    static List<String> lines(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        return (text.startsWith(MARK) ? text.substring(1) : text).lines().toList();
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        boolean bigEndian = bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff;
        return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
