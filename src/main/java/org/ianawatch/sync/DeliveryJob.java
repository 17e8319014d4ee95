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
import org.ianawatch.registry.Roles;
import org.ianawatch.store.Delivery;
import org.ianawatch.store.Outbox;
import org.ianawatch.store.Store;
import org.ianawatch.store.home.StoreBusyException;

/**
 * Sends what is due. Each channel has a thread of its own, so one that hangs holds up no other. The store is let go while they
 * take long, so that others can use it; each outcome is on the disk before it is told.
 */
public final class DeliveryJob implements Sender {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Function<String, Optional<Channel>> channels;
    private final Clock clock;
    private final OperatorAlerts operators;
    private final DeliveryListener listener;

    /**
     * A job that runs once.
     *
     * @param channels by their names, each asked for only when it has something to carry; what one that is not there is to
     *     carry is parked
     * @param operators who is told of deliveries that are parked
     * @param listener hears of each try
     */
    public DeliveryJob(
            Function<String, Optional<Channel>> channels,
            Clock clock,
            OperatorAlerts operators,
            DeliveryListener listener) {
        this.channels = channels;
        this.clock = clock;
        this.operators = operators;
        this.listener = listener;
    }

    /**
     * Sends all that is due, until each channel is through or has failed once.
     *
     * @throws StoreBusyException when others are using the store and do not end; what was sent meanwhile is sent again
     *     by a later run, under the same message id
     * @throws InterruptedException when it is to end; what the channels have accepted until then is recorded
     */
    @Override
    public DeliveryReport send(StoreWriter writer) throws StoreBusyException, InterruptedException {
        if (!writer.home().hasStore()) {
            return DeliveryReport.EMPTY;
        }
        Store store = writer.store();
        List<Delivery> due = store.outbox().due(clock.instant());
        if (due.isEmpty() && !operators.knowOfDeliveries(store)) {
            return DeliveryReport.EMPTY.withPending(pending(store));
        }
        DeliveryReport report = send(writer, due).and(send(writer, toOperators(writer)));
        return report.withPending(pending(writer.store()));
    }

    private static long pending(Store store) {
        return store.outbox().count(Delivery.State.PENDING);
    }

    private DeliveryReport send(StoreWriter writer, List<Delivery> due)
            throws StoreBusyException, InterruptedException {
        List<ChannelRun> runs = start(due, writer.home().registry().roles());
        BlockingQueue<ChannelRun.News> news = new LinkedBlockingQueue<>();
        runs.forEach(run -> run.start(news));
        DeliveryReport report = DeliveryReport.EMPTY;
        int running = runs.size();
        while (running > 0) {
            List<ChannelRun.News> batch = new ArrayList<>();
            try {
                batch.add(writer.next(news));
            } catch (InterruptedException ended) {
                runs.forEach(ChannelRun::end);
                record(writer, lastOf(news, running));
                throw ended;
            }
            news.drainTo(batch);
            running -= ended(batch);
            report = report.and(record(writer, batch));
        }
        return report;
    }

    /** What operators are told of what was sent just now. */
    private List<Delivery> toOperators(StoreWriter writer) throws StoreBusyException, InterruptedException {
        Instant now = clock.instant();
        return writer.write(store -> {
                    long known = store.outbox().lastNumber();
                    store.commit(() -> operators.tellOfDeliveries(store, now));
                    return store.outbox().due(now).stream()
                            .filter(delivery -> delivery.number() > known)
                            .toList();
                })
                .orElse(List.of());
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

    private List<ChannelRun> start(List<Delivery> due, Roles roles) {
        Map<String, List<Delivery>> byChannel = new LinkedHashMap<>();
        due.forEach(delivery -> byChannel
                .computeIfAbsent(delivery.channel(), unused -> new ArrayList<>())
                .add(delivery));
        List<ChannelRun> runs = new ArrayList<>();
        byChannel.forEach((name, deliveries) -> runs.add(new ChannelRun(
                name, channels.apply(name).orElseGet(() -> new UnknownChannel(name)), deliveries, roles)));
        return runs;
    }

    private DeliveryReport record(StoreWriter writer, List<ChannelRun.News> batch)
            throws StoreBusyException, InterruptedException {
        List<ChannelRun.Told> told = batch.stream()
                .filter(ChannelRun.Told.class::isInstance)
                .map(ChannelRun.Told.class::cast)
                .toList();
        if (told.isEmpty()) {
            return DeliveryReport.EMPTY;
        }
        Instant now = clock.instant();
        writer.write(store -> {
            store.commit(() -> told.forEach(each -> record(store.outbox(), each.delivery(), each.outcome(), now)));
            return told;
        });
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
