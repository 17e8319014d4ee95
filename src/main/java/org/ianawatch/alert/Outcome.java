package org.ianawatch.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a try to deliver a message ended. */
public sealed interface Outcome {
    /** It was accepted; it is never sent again. */
    record Delivered() implements Outcome {}

    /**
     * It may succeed later.
     *
     * @param reason what went wrong, in a clause
     * @param retryAfter how long the other side wants to be left alone, or null where it said nothing
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements Outcome {}

    /**
     * It cannot succeed until a person changes something.
     *
     * @param reason what went wrong and what to do, in a clause
     */
    record Refused(String reason) implements Outcome {}
}
