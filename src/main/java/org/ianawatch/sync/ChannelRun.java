package org.ianawatch.sync;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.Outcome;
import org.ianawatch.registry.Roles;
import org.ianawatch.store.Delivery;
import org.jspecify.annotations.Nullable;

/** What one channel has to carry in one run, oldest first, on a thread of its own. */
final class ChannelRun {
    /** What the thread tells. */
    sealed interface News {
        /** Whether no more come from this channel. */
        default boolean isLast() {
            return this instanceof End;
        }
    }

    /** A delivery was tried. */
    record Told(Delivery delivery, Outcome outcome) implements News {}

    /** The channel is through. */
    record End() implements News {}

    private final String name;
    private final Channel channel;
    private final List<Delivery> deliveries;
    private final Roles roles;
    private @Nullable Thread thread;

    ChannelRun(String name, Channel channel, List<Delivery> deliveries, Roles roles) {
        this.name = name;
        this.channel = channel;
        this.deliveries = deliveries;
        this.roles = roles;
    }

    /** Starts the thread. It does not keep the program alive. */
    void start(BlockingQueue<News> news) {
        Thread started = new Thread(() -> run(news), "channel " + name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Has it give up what it is trying, and end. */
    void end() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(BlockingQueue<News> news) {
        try {
            for (Delivery delivery : deliveries) {
                Outcome outcome = deliver(delivery);
                news.add(new Told(delivery, outcome));
                // What is down for one message is down for the next; those stay due.
                if (outcome instanceof Outcome.Failed) {
                    return;
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            news.add(new End());
        }
    }

    private Outcome deliver(Delivery delivery) throws InterruptedException {
        try {
            Message message = MessageJson.read(delivery.message().content(), roles);
            return channel.deliver(message);
        } catch (RuntimeException defect) {
            return new Outcome.Refused("a defect of the program: " + defect);
        }
    }
}
