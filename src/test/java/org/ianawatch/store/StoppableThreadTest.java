package org.ianawatch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoppableThreadTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final List<String> diary = new CopyOnWriteArrayList<>();

    /** A work that writes down how it gets on. */
    private interface Work {
        void run() throws InterruptedException;
    }

    @Test
    void aWaitEndsAtOnce() throws Exception {
        run(() -> StoppableThread.waiting(() -> {
            reached.countDown();
            never.await();
            return true;
        }));

        assertEquals(List.of("ended"), diary);
    }

    @Test
    void whatIsNoWaitIsNotInterruptedAndTheNextWaitDoesNotBegin() throws Exception {
        run(() -> {
            reached.countDown();
            told.await();
            diary.add("wrote, " + Thread.currentThread().isInterrupted());
            StoppableThread.waiting(() -> diary.add("waited"));
        });

        assertEquals(List.of("wrote, false", "ended"), diary);
    }

    @Test
    void anInterruptionThatComesAsTheWaitEndsDoesNotReachWhatFollows() throws Exception {
        run(() -> {
            StoppableThread.waiting(() -> {
                reached.countDown();
                try {
                    never.await();
                } catch (InterruptedException swallowed) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
            diary.add("went on, " + Thread.currentThread().isInterrupted());
            StoppableThread.waiting(() -> diary.add("waited"));
        });

        assertEquals(List.of("went on, false", "ended"), diary);
    }

    @Test
    void onAnotherThreadAWaitIsJustAWait() throws Exception {
        assertEquals("what came", StoppableThread.waiting(() -> "what came"));
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> StoppableThread.waiting(() -> {
                    never.await();
                    return true;
                }));
    }

    /** Runs it until it has reached its place, tells it to end, and waits for that. */
    private void run(Work work) throws InterruptedException {
        StoppableThread thread = new StoppableThread(
                () -> {
                    try {
                        work.run();
                        diary.add("came to its end");
                    } catch (InterruptedException ended) {
                        diary.add("ended");
                    }
                },
                "test");
        thread.start();
        reached.await();
        thread.tell();
        told.countDown();
        thread.join();
    }
}
