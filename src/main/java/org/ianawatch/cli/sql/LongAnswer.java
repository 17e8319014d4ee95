package org.ianawatch.cli.sql;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.ianawatch.cli.console.Paging;
import org.jspecify.annotations.Nullable;

/** Keeps an answer until it is longer than the screen, and then gives it to a pager; a shorter one is printed. */
final class LongAnswer implements Paging.Page {
    /** Below an answer stands the prompt. */
    private static final int LINES_OF_THE_PROMPT = 1;

    private final SqlScreen screen;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(new Lines(), false, StandardCharsets.UTF_8);
    private Paging.@Nullable Page page;
    private @Nullable PrintStream decided;
    private long lines;
    private long columns;

    LongAnswer(SqlScreen screen) {
        this.screen = screen;
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public boolean isLeft() {
        return page != null && page.isLeft();
    }

    @Override
    public void close() {
        out.flush();
        if (decided == null) {
            decide(screen.out());
        }
        if (page == null) {
            screen.out().flush();
        } else {
            page.close();
        }
    }

    private PrintStream decide(PrintStream chosen) {
        chosen.writeBytes(kept.toByteArray());
        decided = chosen;
        return chosen;
    }

    private PrintStream pageOrScreen() {
        page = screen.paging().open();
        return decide(page == null ? screen.out() : page.out());
    }

    /** Counts the lines of the screen: one that is wider than that takes several. */
    private final class Lines extends OutputStream {
        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            PrintStream chosen = decided;
            if (chosen == null) {
                for (int index = offset; index < offset + length; index++) {
                    count(bytes[index]);
                }
                kept.write(bytes, offset, length);
                if (lines + LINES_OF_THE_PROMPT > screen.height().getAsInt()) {
                    pageOrScreen();
                }
            } else {
                chosen.write(bytes, offset, length);
            }
        }

        private void count(byte value) {
            if (value == '\n') {
                lines += 1 + Math.max(0, columns - 1) / screen.width().getAsInt();
                columns = 0;
            } else if ((value & 0xc0) != 0x80) {
                // All but what goes on with a character of UTF-8.
                columns++;
            }
        }
    }
}
