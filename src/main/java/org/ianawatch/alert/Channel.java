package org.ianawatch.alert;

/** A way to tell somebody. For one thread at a time. */
public interface Channel {
    /**
     * Hands a message over, once, within the channel's time limit. What the outcome says of a failure is for a person, and
     * holds no secret.
     */
    Outcome deliver(Message message) throws InterruptedException;
}
