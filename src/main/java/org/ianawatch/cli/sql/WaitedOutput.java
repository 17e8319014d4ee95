package org.ianawatch.cli.sql;

import java.io.IOException;
import java.util.function.LongConsumer;

/** An output that tells for how long it kept who writes waiting: a pager does so until its reader goes on. */
final class WaitedOutput implements Appendable {
    private final Appendable out;
    private final LongConsumer waitedNanoseconds;

    WaitedOutput(Appendable out, LongConsumer waitedNanoseconds) {
        this.out = out;
        this.waitedNanoseconds = waitedNanoseconds;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        long begin = System.nanoTime();
        out.append(text, start, end);
        waitedNanoseconds.accept(System.nanoTime() - begin);
        return this;
    }

    @Override
    public Appendable append(char character) throws IOException {
        long begin = System.nanoTime();
        out.append(character);
        waitedNanoseconds.accept(System.nanoTime() - begin);
        return this;
    }
}
