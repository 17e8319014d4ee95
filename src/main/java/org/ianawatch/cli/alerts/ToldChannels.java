package org.ianawatch.cli.alerts;

import java.util.Set;
import java.util.TreeSet;
import org.ianawatch.alert.Outcome;
import org.ianawatch.store.Delivery;
import org.ianawatch.sync.DeliveryListener;

/** The channels that took a message in one run. */
final class ToldChannels implements DeliveryListener {
    private final DeliveryListener next;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();

    /** Nobody else hears of it. */
    ToldChannels() {
        this(NONE);
    }

    /** Hands on all that it hears. */
    ToldChannels(DeliveryListener next) {
        this.next = next;
    }

    @Override
    public void tried(Delivery delivery, Outcome outcome) {
        if (outcome instanceof Outcome.Delivered) {
            names.add(delivery.channel());
        } else {
            failed.add(delivery.channel());
        }
        next.tried(delivery, outcome);
    }

    /** {@code Told chat, ops.}, and who was not told beside them; empty where no channel was. */
    String sentence() {
        if (names.isEmpty()) {
            return "";
        }
        return "Told " + String.join(", ", names) + "."
                + (failed.isEmpty() ? "" : " Not told: " + String.join(", ", failed) + ".");
    }
}
