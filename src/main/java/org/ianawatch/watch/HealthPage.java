package org.ianawatch.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ianawatch.report.Json;
import org.ianawatch.store.SyncRun;
import org.jspecify.annotations.Nullable;

/** Says whether the last success is young enough: with 200 when it is, with 503 when it is not, and why. */
public final class HealthPage implements Page {
    private static final int WELL = 200;
    private static final int UNWELL = 503;

    private final Board board;
    private final Clock clock;
    private final Duration maximumAge;

    /**
     * A page on a watch.
     *
     * @param maximumAge how old the last success may be
     */
    public HealthPage(Board board, Clock clock, Duration maximumAge) {
        this.board = board;
        this.clock = clock;
        this.maximumAge = maximumAge;
    }

    @Override
    public Answer answer(@Nullable String accept) {
        Instant now = clock.instant();
        Standing standing = board.figures().standing();
        String trouble = trouble(standing, now);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("healthy", trouble == null);
        object.put("reason", trouble == null ? age(standing, now) : trouble);
        object.putAll(StandingJson.of(standing, now, maximumAge));
        object.put("next_check_at", board.nextCheck());
        byte[] body = (Json.compact(object) + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(trouble == null ? WELL : UNWELL, "application/json", body);
    }

    private @Nullable String trouble(Standing standing, Instant now) {
        if (standing.age(now) == null) {
            return standing.success(now) + (standing.lastSuccess() == null ? lastCheck(standing) : "");
        }
        return standing.isStale(now, maximumAge) ? age(standing, now) + lastCheck(standing) : null;
    }

    private String age(Standing standing, Instant now) {
        return standing.success(now) + ", at most " + Standing.words(maximumAge) + " are allowed";
    }

    private static String lastCheck(Standing standing) {
        SyncRun check = standing.lastCheck();
        if (check == null || check.equals(standing.lastSuccess())) {
            return "";
        }
        String message = check.message();
        return "; the last check: " + check.outcome().word() + (message == null ? "" : ": " + message);
    }
}
