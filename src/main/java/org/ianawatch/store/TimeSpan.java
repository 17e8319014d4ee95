package org.ianawatch.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a person names: {@code 2019-12-22}, {@code 2019-12}, {@code 2019}, {@code yesterday}, {@code 30d} for the moment
 * 30 days ago, or a time. Days, months and years are those of UTC.
 *
 * @param start its first moment
 * @param end its last moment, inclusive, to the millisecond; the first one where it is a moment
 */
public record TimeSpan(Instant start, Instant end) {
    /** What can be written, for the end of a sentence. */
    public static final String EXAMPLES =
            "2019-12-22, 2019-12, 2019, yesterday, 30d (ago), or a time in UTC" + " (2021-08-12T17:05:09Z)";

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhdw])");
    private static final Pattern YEAR = Pattern.compile("(?:19|2[01])\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final DateTimeFormatter COMPACT_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Reads one.
     *
     * @param now from when on it is counted back
     * @throws IllegalArgumentException when the text names no time, with what is possible
     */
    public static TimeSpan parse(String text, Instant now) {
        try {
            Matcher ago = AGO.matcher(text);
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            if (ago.matches()) {
                return moment(now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1)))));
            }
            if (isYear(text)) {
                Year year = Year.parse(text);
                return days(year.atDay(1), year.plusYears(1).atDay(1));
            }
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return days(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            return switch (text) {
                case "today" -> days(today, today.plusDays(1));
                case "yesterday" -> days(today.minusDays(1), today);
                default -> dayOrMoment(text);
            };
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("'" + text + "' is no date: write " + EXAMPLES, wrong);
        }
    }

    /** Whether the text is the number of a year, from 1900 to 2199. */
    static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    private static TimeSpan dayOrMoment(String text) {
        if (text.indexOf('T') < 0) {
            LocalDate day = LocalDate.parse(text);
            return days(day, day.plusDays(1));
        }
        String time = text.replaceFirst("T(\\d\\d:\\d\\d)Z$", "T$1:00Z");
        return moment(time.indexOf(':') < 0 ? Instant.from(COMPACT_TIME.parse(time)) : Instant.parse(time));
    }

    private static TimeSpan days(LocalDate first, LocalDate next) {
        return new TimeSpan(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                next.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
    }

    private static TimeSpan moment(Instant time) {
        Instant stored = time.truncatedTo(ChronoUnit.MILLIS);
        return new TimeSpan(stored, stored);
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
