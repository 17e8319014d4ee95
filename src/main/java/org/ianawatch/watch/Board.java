package org.ianawatch.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ianawatch.alert.Outcome;
import org.ianawatch.store.Delivery;
import org.ianawatch.sync.DeliveryListener;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a watch, so that whoever asks need not wait for it or for its store. For any number of threads.
 */
public final class Board implements DeliveryListener {
    private static final String DELIVERED = "delivered";
    private static final String FAILED = "failed";
    private static final String REFUSED = "refused";
    private static final List<String> OUTCOMES = List.of(DELIVERED, FAILED, REFUSED);

    /**
     * Deliveries that ended alike.
     *
     * @param channel its name
     * @param outcome {@code delivered}, {@code failed} or {@code refused}
     */
    record Tries(String channel, String outcome) {}

    private final Map<CheckOutcome, Long> checks = new EnumMap<>(CheckOutcome.class);
    private final Map<Tries, Long> tries =
            new TreeMap<>(Comparator.comparing(Tries::channel).thenComparing(Tries::outcome));
    private Figures figures = Figures.NONE;
    private @Nullable Instant nextCheck;
    private boolean isConfigurationGood = true;

    /** A board of a watch that has done nothing yet. */
    public Board() {
        Arrays.stream(CheckOutcome.values()).forEach(outcome -> checks.put(outcome, 0L));
    }

    /** Counts a check. */
    public synchronized void checked(CheckOutcome outcome) {
        checks.merge(outcome, 1L, Long::sum);
    }

    @Override
    public synchronized void tried(Delivery delivery, Outcome outcome) {
        String how =
                outcome instanceof Outcome.Delivered ? DELIVERED : outcome instanceof Outcome.Failed ? FAILED : REFUSED;
        tries.merge(new Tries(delivery.channel(), how), 1L, Long::sum);
    }

    /** Notes that the configuration could be used when it was read last, and the names of its channels. */
    public synchronized void configured(Collection<String> channels) {
        isConfigurationGood = true;
        for (String channel : channels) {
            OUTCOMES.forEach(outcome -> tries.putIfAbsent(new Tries(channel, outcome), 0L));
        }
    }

    /** Notes that the configuration could not be used when it was read last. */
    public synchronized void misconfigured() {
        isConfigurationGood = false;
    }

    synchronized void show(Figures latest) {
        figures = latest;
    }

    synchronized void plan(Instant check) {
        nextCheck = check.truncatedTo(ChronoUnit.MILLIS);
    }

    synchronized Figures figures() {
        return figures;
    }

    synchronized @Nullable Instant nextCheck() {
        return nextCheck;
    }

    synchronized boolean isConfigurationGood() {
        return isConfigurationGood;
    }

    synchronized Map<CheckOutcome, Long> checks() {
        return new EnumMap<>(checks);
    }

    synchronized Map<Tries, Long> tries() {
        return new LinkedHashMap<>(tries);
    }
}
