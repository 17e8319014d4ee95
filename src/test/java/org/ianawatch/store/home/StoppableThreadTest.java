package org.ianawatch.store.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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

        assertEquals(List.of("told", "ended"), diary);
    }

    @Test
    void whatIsNoWaitIsNotInterruptedAndTheNextWaitDoesNotBegin() throws Exception {
        run(() -> {
            reached.countDown();
            told.await();
            diary.add("wrote, " + Thread.currentThread().isInterrupted());
            StoppableThread.waiting(() -> diary.add("waited"));
        });

        assertEquals(List.of("told", "wrote, false", "ended"), diary);
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

        assertEquals(List.of("told", "went on, false", "ended"), diary);
    }

    @Test
    void whatHasNoSenseOnceItWasToldIsNotDone() throws Exception {
        run(() -> {
            StoppableThread.unlessTold(() -> diary.add("did"));
            reached.countDown();
            told.await();
            StoppableThread.unlessTold(() -> diary.add("did it again"));
        });

        assertEquals(List.of("did", "told", "ended"), diary);
    }

    /** Many threads, each told to end in the midst of its deeds: none may come behind the words of the one who tells. */
    @Test
    void nothingOfItComesAfterTheWordsOfTheOneWhoTells() throws Exception {
        for (int round = 0; round < 200; round++) {
            List<String> said = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch begun = new CountDownLatch(1);
            StoppableThread thread = new StoppableThread(
                    () -> {
                        try {
                            while (true) {
                                StoppableThread.unlessTold(() -> said.add("deed"));
                                begun.countDown();
                                Thread.onSpinWait();
                            }
                        } catch (InterruptedException ended) {
                            said.add("end");
                        }
                    },
                    "test");
            thread.start();
            begun.await();
            thread.tell(() -> said.add("told"));
            thread.join();

            assertEquals(List.of("told", "end"), said.subList(said.size() - 2, said.size()));
            assertEquals(said.size() - 2, said.indexOf("told"));
        }
    }

    @Test
    void onAnotherThreadADeedIsJustDone() throws Exception {
        StoppableThread.unlessTold(() -> diary.add("did"));

        assertEquals(List.of("did"), diary);
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
        thread.tell(() -> diary.add("told"));
        told.countDown();
        thread.join();
    }
}
