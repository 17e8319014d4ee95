package org.ianawatch.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long changes gather before they are told. Days and weeks are those of UTC; a week begins on Monday (ISO 8601). */
public enum DigestPeriod {
    /** They do not: each snapshot has its own message. */
    AT_ONCE(0),
    /** For a day. */
    DAILY(1),
    /** For a week. */
    WEEKLY(7);

    private final int days;

    DigestPeriod(int days) {
        this.days = days;
    }

    /** The words in lower case, as a configuration has them. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The first moment of the day or week that a moment lies in; the moment itself for what does not gather. */
    public Instant startOf(Instant moment) {
        if (this == AT_ONCE) {
            return moment;
        }
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        LocalDate first = this == WEEKLY ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after the day or week that a moment lies in; the moment itself for what does not gather. */
    Instant endOf(Instant moment) {
        return this == AT_ONCE
                ? moment
                : LocalDate.ofInstant(startOf(moment), ZoneOffset.UTC)
                        .plusDays(days)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }
}
