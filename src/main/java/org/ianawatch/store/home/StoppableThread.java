package org.ianawatch.store.home;

/**
 * A thread that uses stores, and can be told to end. Java closes the files of a thread that is interrupted, so this one is
 * interrupted while it waits, and at no other time: what it has begun to write it writes to the end. Whoever waits for
 * something that may not come does so by {@link #waiting}.
 */
public final class StoppableThread extends Thread {
    /**
     * What takes its time, leaves the store alone, and ends when its thread is interrupted.
     *
     * @param <T> what is waited for
     * @param <E> what may come instead
     */
    @FunctionalInterface
    public interface Wait<T, E extends Exception> {
        /** Waits. */
        T get() throws E, InterruptedException;
    }

    private boolean isWaiting;
    private boolean isToEnd;

    /** A thread that is not started yet. It does not keep the program alive. */
    public StoppableThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /**
     * Waits for something, on any thread; not while waiting for something else.
     *
     * @throws InterruptedException when the thread was told to end, before or meanwhile
     */
    public static <T, E extends Exception> T waiting(Wait<T, E> wait) throws E, InterruptedException {
        if (!(Thread.currentThread() instanceof StoppableThread thread)) {
            return wait.get();
        }
        thread.begin();
        try {
            return wait.get();
        } finally {
            thread.end();
        }
    }

    /**
     * Does something that has no sense any more once the thread was told to end, on any thread: it is done before that, or not
     * at all.
     *
     * @throws InterruptedException when the thread was told to end before
     */
    public static void unlessTold(Runnable deed) throws InterruptedException {
        if (Thread.currentThread() instanceof StoppableThread thread) {
            thread.doUnlessTold(deed);
        } else {
            deed.run();
        }
    }

    /**
     * Has it end: at once where it waits, else where it would wait next.
     *
     * @param first what is done before; nothing of {@link #unlessTold} comes after it
     */
    public synchronized void tell(Runnable first) {
        first.run();
        isToEnd = true;
        if (isWaiting) {
            interrupt();
        }
    }

    private synchronized void begin() throws InterruptedException {
        goOn();
        isWaiting = true;
    }

    private synchronized void doUnlessTold(Runnable deed) throws InterruptedException {
        goOn();
        deed.run();
    }

    private void goOn() throws InterruptedException {
        if (isToEnd) {
            throw new InterruptedException(getName() + " was told to end");
        }
    }

    /** An interruption that came too late for the wait must not reach what is written after it. */
    private synchronized void end() {
        isWaiting = false;
        Thread.interrupted();
    }
}
