package org.ianawatch.sync;

import org.ianawatch.alert.Channel;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Outcome;

/** Stands for a channel that was taken out of the configuration while something was pending on it. */
record UnknownChannel(String name) implements Channel {
    @Override
    public Outcome deliver(Message message) {
        return new Outcome.Refused("the configuration has no channel '" + name
                + "'; add it and run 'ianawatch deliveries retry', or 'ianawatch deliveries drop'");
    }
}
