package org.ianawatch.alert.channel;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.report.JsonReader;
import org.jspecify.annotations.Nullable;

/** Which bodies of an answer of 2xx mean success: some services say in it that they failed, and some networks answer for all. */
enum Success {
    /** A receiver of one's own may say what it likes. */
    ANY(""),
    /** Slack's. */
    OK(", and not 'ok'"),
    /** Discord and ntfy answer with what they took, which has an id; who has to log in to a network first is given a page. */
    ID(", which is no success"),
    /**
     * Connectors of Teams answer 200 in any case, with 1 where Teams took the message, and else with a text that may name Teams'
     * own status. Workflows answer nothing, or JSON.
     */
    TEAMS(", which is no success");

    /** What is assumed of a failure without a status of its own: it may pass. */
    private static final int UNKNOWN = 503;

    private static final int BAD_REQUEST = 400;

    private static final Pattern STATUS = Pattern.compile("HTTP error ([45]\\d\\d)\\b");
    private static final Pattern NOT_ACCEPTED = Pattern.compile("Summary or Text is required|Bad payload received");
    private static final Pattern BLANKS_BEFORE = Pattern.compile("^[\\s\\uFEFF\\u00A0]+");

    private final String complaint;

    Success(String complaint) {
        this.complaint = complaint;
    }

    /** A body without blanks around it, and without the mark that some servers put before UTF-8. */
    static String bare(String body) {
        return BLANKS_BEFORE.matcher(body).replaceFirst("").strip();
    }

    /** Whether a body, without blanks around it, means success. */
    boolean isMetBy(String body) {
        return switch (this) {
            case ANY -> true;
            case OK -> body.equals("ok");
            case ID ->
                !body.startsWith("<")
                        && !(json(body) instanceof Map<?, ?> members
                                && !members.containsKey("id")
                                && (members.containsKey("code") || members.containsKey("error")));
            case TEAMS -> body.isEmpty() || body.equals("1") || isWithoutError(json(body));
        };
    }

    private static boolean isWithoutError(@Nullable Object json) {
        return json instanceof Map<?, ?> members
                ? !members.containsKey("error") && !Boolean.FALSE.equals(members.get("ok"))
                : json instanceof List<?>;
    }

    private static @Nullable Object json(String body) {
        try {
            return JsonReader.read(body);
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    /** What to say behind a body that does not. */
    String complaint() {
        return complaint;
    }

    /** The status of HTTP that a body amounts to which does not. */
    int statusOf(String body) {
        Matcher named = STATUS.matcher(body);
        if (this == TEAMS && named.find()) {
            return Integer.parseInt(named.group(1));
        }
        return this == TEAMS && NOT_ACCEPTED.matcher(body).find() ? BAD_REQUEST : UNKNOWN;
    }
}
