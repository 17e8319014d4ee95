package org.ianawatch.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Outcome;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Home;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.StoppableThread;
import org.ianawatch.store.Store;
import org.ianawatch.store.StoreBusyException;
import org.ianawatch.store.WritableStore;
import org.ianawatch.store.WriterLock;

/**
 * Sends what is due. Each channel has a thread of its own, so one that hangs holds up no other. The store is not held open
 * while they send, so that others can read; each outcome is on the disk before it is told.
 */
public final class DeliveryJob {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Function<String, Optional<Channel>> channels;
    private final Clock clock;
    private final Home home;
    private final Duration patience;
    private final OperatorAlerts operators;
    private final DeliveryListener listener;

    /**
     * A job that runs once.
     *
     * @param channels by their names, each asked for only when it has something to carry; what one that is not there is to
     *     carry is parked
     * @param patience how long to wait for processes that are reading
     * @param operators who is told of deliveries that are parked
     * @param listener hears of each try
     */
    public DeliveryJob(
            Function<String, Optional<Channel>> channels,
            Clock clock,
            Home home,
            Duration patience,
            OperatorAlerts operators,
            DeliveryListener listener) {
        this.channels = channels;
        this.clock = clock;
        this.home = home;
        this.patience = patience;
        this.operators = operators;
        this.listener = listener;
    }

    /**
     * Sends all that is due, until each channel is through or has failed once.
     *
     * @param lock the right to change the store
     * @throws StoreBusyException when others are reading the store and do not end; what was sent meanwhile is sent again
     *     by a later run, under the same message id
     * @throws InterruptedException when it is to end; what the channels have accepted until then is recorded
     */
    public DeliveryReport run(WriterLock lock) throws StoreBusyException, InterruptedException {
        Due due = due();
        if (due.deliveries().isEmpty() && !due.isTrouble()) {
            return DeliveryReport.EMPTY.withPending(due.pending());
        }
        DeliveryReport report = send(lock, due.deliveries()).and(send(lock, toOperators(lock)));
        return report.withPending(pending());
    }

    private DeliveryReport send(WriterLock lock, List<Delivery> due) throws StoreBusyException, InterruptedException {
        List<ChannelRun> runs = start(due);
        BlockingQueue<ChannelRun.News> news = new LinkedBlockingQueue<>();
        runs.forEach(run -> run.start(news));
        DeliveryReport report = DeliveryReport.EMPTY;
        int running = runs.size();
        while (running > 0) {
            List<ChannelRun.News> batch = new ArrayList<>();
            try {
                batch.add(StoppableThread.waiting(news::take));
            } catch (InterruptedException ended) {
                runs.forEach(ChannelRun::end);
                record(lock, lastOf(news, running));
                throw ended;
            }
            news.drainTo(batch);
            running -= ended(batch);
            report = report.and(record(lock, batch));
        }
        return report;
    }

    /** What operators are told of what was sent just now. */
    private List<Delivery> toOperators(WriterLock lock) throws StoreBusyException, InterruptedException {
        Instant now = clock.instant();
        try (WritableStore store = WritableStore.open(lock, home, patience)) {
            long known = store.outbox().lastNumber();
            store.commit(() -> operators.tellOfDeliveries(store, now));
            return store.outbox().due(now).stream()
                    .filter(delivery -> delivery.number() > known)
                    .toList();
        }
    }

    /** What channels that are to end have delivered; each gets a moment to end what it has started. */
    private static List<ChannelRun.News> lastOf(BlockingQueue<ChannelRun.News> news, int running)
            throws InterruptedException {
        List<ChannelRun.News> last = new ArrayList<>();
        ChannelRun.News next = null;
        do {
            next = news.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                last.add(next);
            }
        } while (next != null && ended(last) < running);
        // Another outcome may have come of the ending alone.
        last.removeIf(each -> each instanceof ChannelRun.Told told && !(told.outcome() instanceof Outcome.Delivered));
        return last;
    }

    private static int ended(List<ChannelRun.News> news) {
        return (int) news.stream().filter(ChannelRun.News::isLast).count();
    }

    private List<ChannelRun> start(List<Delivery> due) {
        Map<String, List<Delivery>> byChannel = new LinkedHashMap<>();
        due.forEach(delivery -> byChannel
                .computeIfAbsent(delivery.channel(), unused -> new ArrayList<>())
                .add(delivery));
        List<ChannelRun> runs = new ArrayList<>();
        byChannel.forEach((name, deliveries) -> runs.add(
                new ChannelRun(name, channels.apply(name).orElseGet(() -> new UnknownChannel(name)), deliveries)));
        return runs;
    }

    private record Due(List<Delivery> deliveries, boolean isTrouble, long pending) {}

    private Due due() throws StoreBusyException, InterruptedException {
        if (!home.hasStore()) {
            return new Due(List.of(), false, 0);
        }
        try (Store store = Store.open(home, patience)) {
            return new Due(
                    store.outbox().due(clock.instant()),
                    operators.knowOfDeliveries(store),
                    store.outbox().count(Delivery.State.PENDING));
        }
    }

    private long pending() throws StoreBusyException, InterruptedException {
        try (Store store = Store.open(home, patience)) {
            return store.outbox().count(Delivery.State.PENDING);
        }
    }

    private DeliveryReport record(WriterLock lock, List<ChannelRun.News> batch)
            throws StoreBusyException, InterruptedException {
        List<ChannelRun.Told> told = batch.stream()
                .filter(ChannelRun.Told.class::isInstance)
                .map(ChannelRun.Told.class::cast)
                .toList();
        if (told.isEmpty()) {
            return DeliveryReport.EMPTY;
        }
        Instant now = clock.instant();
        try (WritableStore store = WritableStore.open(lock, home, patience)) {
            Outbox outbox = store.outbox();
            store.commit(() -> told.forEach(each -> record(outbox, each.delivery(), each.outcome(), now)));
        }
        told.forEach(each -> listener.tried(each.delivery(), each.outcome()));
        return DeliveryReport.of(told);
    }

    private static void record(Outbox outbox, Delivery delivery, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Delivered) {
            outbox.delivered(delivery, now);
        } else if (outcome instanceof Outcome.Failed failed) {
            outbox.postponed(delivery, failed.reason(), RetryPause.nextTry(now, delivery.tries(), failed), now);
        } else {
            outbox.parked(delivery, ((Outcome.Refused) outcome).reason(), now);
        }
    }
}
