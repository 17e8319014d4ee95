package org.ianawatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ianawatch.report.TerminalText;

/**
 * A failure of the job itself. It is told once, and once more when it is over.
 *
 * @param kind which
 * @param since when it began; the same for as long as it lasts
 * @param number of the refused download in the quarantine; 0 where there is none
 * @param reason what is wrong, in a clause; may be empty
 */
public record Trouble(Kind kind, Instant since, long number, String reason) {
    /** The name under which messages on the job itself go. */
    public static final String OPERATORS = "operators";

    /** What can fail. */
    public enum Kind {
        /** The source could not be read for days. */
        UNREADABLE(
                "the registry's source cannot be read",
                "the registry's source can be read",
                "'ianawatch sync' tries again."),
        /** The guard refused a download. */
        QUARANTINED(
                "a download of the registry was refused",
                "no download of the registry waits in quarantine",
                "'ianawatch quarantine show %d' shows it."),
        /** A channel refuses deliveries. */
        PARKED("deliveries are refused", "no delivery is parked", "'ianawatch deliveries list' shows them.");

        private final String trouble;
        private final String recovery;
        private final String advice;

        Kind(String trouble, String recovery, String advice) {
            this.trouble = trouble;
            this.recovery = recovery;
            this.advice = advice;
        }

        /** In lower case, by which it is known between runs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The trouble that a source is in when it has not been read for days.
     *
     * @param lastSuccess when it was read last
     * @param days how many may pass
     */
    public static Optional<Trouble> unreadable(Instant lastSuccess, Instant now, int days, String reason) {
        return now.isBefore(lastSuccess.plus(Duration.ofDays(days)))
                ? Optional.empty()
                : Optional.of(new Trouble(Kind.UNREADABLE, lastSuccess, 0, reason));
    }

    /** The message that it is there. */
    public Message message(String registry, Instant now) {
        String why = reason.isEmpty() ? "" : ": " + TerminalText.safe(reason);
        return message(
                registry,
                now,
                Message.Kind.TROUBLE,
                kind.trouble,
                "Since " + seconds(since) + why + ". " + String.format(Locale.ROOT, kind.advice, number));
    }

    /** The message that it is over. */
    public Message recovery(String registry, Instant now) {
        return message(
                registry,
                now,
                Message.Kind.RECOVERY,
                kind.recovery + ": well again",
                "The trouble began " + seconds(since) + ".");
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private Message message(String registry, Instant now, Message.Kind about, String subject, String lead) {
        String id = MessageId.of(List.of(registry, OPERATORS, kind.name(), since.toString(), about.name()));
        String thread = MessageId.of(List.of(registry, OPERATORS, kind.name(), since.toString()));
        return new Message(id, now, about, registry, List.of(OPERATORS), thread, subject, lead, List.of());
    }
}
