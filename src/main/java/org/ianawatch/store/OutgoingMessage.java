package org.ianawatch.store;

import java.time.Instant;
import java.util.List;

/**
 * A message as the outbox takes it.
 *
 * @param id the same for all its deliveries and tries
 * @param createdAt when it was written
 * @param kind one word
 * @param rule the name of the rule that wants it
 * @param subject what it says, in one line
 * @param content the whole of it, in a form that the store need not understand
 * @param channels the names of those that are to carry it, each once
 */
public record OutgoingMessage(
        String id,
        Instant createdAt,
        String kind,
        String rule,
        String subject,
        String content,
        List<String> channels) {}
