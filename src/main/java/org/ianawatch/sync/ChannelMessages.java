package org.ianawatch.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ianawatch.alert.DigestPeriod;
import org.ianawatch.alert.Due;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.MessageJson;
import org.ianawatch.alert.MessageWriter;
import org.ianawatch.alert.Observation;
import org.ianawatch.alert.Rule;
import org.ianawatch.store.OutgoingMessage;
import org.ianawatch.store.WritableStore;

/**
 * The messages of rules, one for each channel, where rules share channels: what is due of them at the same time is one
 * message. Channels with the same message share it. Not for several threads.
 */
final class ChannelMessages {
    /** Rules that gather alike have the same snapshot, day or week in one message. */
    private record Time(DigestPeriod period, Instant start, int snapshot) {
        static Time of(Due due) {
            DigestPeriod period = due.rule().digest();
            Observation first = due.observations().get(0);
            boolean gathers = period != DigestPeriod.AT_ONCE;
            return new Time(period, period.startOf(first.observedAt()), gathers ? 0 : first.snapshot());
        }
    }

    private final Map<String, List<Rule>> byChannel = new LinkedHashMap<>();
    private final Map<Time, List<Due>> dues = new TreeMap<>(
            Comparator.comparing(Time::period).thenComparing(Time::snapshot).thenComparing(Time::start));

    /** No message yet of these rules. */
    ChannelMessages(List<Rule> rules) {
        for (Rule rule : rules) {
            rule.channels().stream().distinct().forEach(channel -> byChannel
                    .computeIfAbsent(channel, unused -> new ArrayList<>())
                    .add(rule));
        }
    }

    /** Takes up what is due of a rule. */
    void take(Due due) {
        dues.computeIfAbsent(Time.of(due), unused -> new ArrayList<>()).add(due);
    }

    /** The messages of what was taken up, oldest first, each with the names of its channels. */
    Map<Message, List<String>> changes(MessageWriter writer) {
        Map<Message, List<String>> messages = new LinkedHashMap<>();
        for (List<Due> together : dues.values()) {
            messages.putAll(messages(rules -> writer.changes(
                    together.stream().filter(due -> rules.contains(due.rule())).toList())));
        }
        return messages;
    }

    /** The messages of much at once, each with the names of its channels. */
    Map<Message, List<String>> summaries(Function<List<Rule>, Optional<Message>> summary) {
        return messages(summary);
    }

    /** Writes a message into the outbox, for channels of these names; inside {@link WritableStore#commit}. */
    static void send(WritableStore store, Message message, List<String> channels, Instant now) {
        store.outbox()
                .add(
                        new OutgoingMessage(
                                message.id(),
                                message.createdAt(),
                                message.kind().word(),
                                message.rule(),
                                message.subject(),
                                MessageJson.write(message),
                                channels.stream().distinct().toList()),
                        now);
    }

    private Map<Message, List<String>> messages(Function<List<Rule>, Optional<Message>> writer) {
        Map<String, Message> byId = new LinkedHashMap<>();
        Map<String, List<String>> channels = new LinkedHashMap<>();
        byChannel.forEach((channel, rules) -> writer.apply(rules).ifPresent(message -> {
            byId.putIfAbsent(message.id(), message);
            channels.computeIfAbsent(message.id(), unused -> new ArrayList<>()).add(channel);
        }));
        Map<Message, List<String>> messages = new LinkedHashMap<>();
        byId.forEach((id, message) -> messages.put(message, channels.getOrDefault(id, List.of())));
        return messages;
    }
}
