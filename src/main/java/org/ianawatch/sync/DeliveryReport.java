package org.ianawatch.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ianawatch.alert.Outcome;
import org.ianawatch.store.Delivery;

/**
 * What came of a run of deliveries.
 *
 * @param delivered how many were accepted
 * @param failures those that were not, in words: the delivery's number, its channel, and why
 * @param pending how many wait for a later run
 */
public record DeliveryReport(int delivered, List<String> failures, long pending) {
    /** Nothing was due. */
    static final DeliveryReport EMPTY = new DeliveryReport(0, List.of(), 0);

    static DeliveryReport of(List<ChannelRun.Told> told) {
        int delivered = 0;
        List<String> failures = new ArrayList<>();
        List<ChannelRun.Told> inOrder = new ArrayList<>(told);
        inOrder.sort(Comparator.comparing(each -> each.delivery().number()));
        for (ChannelRun.Told each : inOrder) {
            Delivery delivery = each.delivery();
            String which = "delivery " + delivery.number() + " by " + delivery.channel();
            if (each.outcome() instanceof Outcome.Delivered) {
                delivered++;
            } else if (each.outcome() instanceof Outcome.Failed failed) {
                failures.add(which + " failed: " + failed.reason() + "; a later run tries again");
            } else {
                failures.add(which + " was refused: " + ((Outcome.Refused) each.outcome()).reason()
                        + "; 'ianawatch deliveries list' shows it");
            }
        }
        return new DeliveryReport(delivered, List.copyOf(failures), 0);
    }

    DeliveryReport and(DeliveryReport other) {
        List<String> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new DeliveryReport(delivered + other.delivered, List.copyOf(all), pending + other.pending);
    }

    DeliveryReport withPending(long count) {
        return new DeliveryReport(delivered, failures, count);
    }
}
