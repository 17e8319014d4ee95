package org.ianawatch.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file that a person wrote: UTF-8, without the byte order mark that some editors put before it. */
public final class WrittenText {
    /** The bytes of a file are no text; the message is a clause that says why, and repeats nothing of them. */
    public static final class NoTextException extends IOException {
        private static final long serialVersionUID = 1L;

        NoTextException(String why) {
            super(why);
        }
    }

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int FF = 0xff;
    private static final int FE = 0xfe;

    private WrittenText() {}

    /**
     * The text.
     *
     * @throws NoTextException when it is not UTF-8
     */
    public static String of(byte[] bytes) throws NoTextException {
        if (isUtf16(bytes)) {
            throw new NoTextException("it is UTF-16, as '>' of Windows PowerShell writes it; save it as UTF-8");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw new NoTextException("it is not UTF-8; save it as UTF-8");
        }
    }

    /** By the mark at its beginning, or by its first character, which is of ASCII in every such file. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & FF;
        int second = bytes[1] & FF;
        return (first == FF && second == FE) || (first == FE && second == FF) || (first == 0) != (second == 0);
    }
}
