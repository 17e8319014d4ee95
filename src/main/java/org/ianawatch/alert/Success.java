package org.ianawatch.alert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bodies of an answer of 2xx mean success: some services say in it that they failed, and some networks answer for all. */
enum Success {
    /** A receiver of one's own may say what it likes. */
    ANY(""),
    /** Slack's. */
    OK(", and not 'ok'"),
    /** Discord and ntfy answer in JSON; who has to log in to a network first is given a page. */
    NO_PAGE(", a web page in place of an answer"),
    /** Connectors of Teams answer 200 in any case, and name Teams' own status in the text. */
    TEAMS(", which is no success");

    /** What is assumed of a failure without a status of its own: it may pass. */
    private static final int UNKNOWN = 503;

    private static final Pattern STATUS = Pattern.compile("HTTP error ([45]\\d\\d)\\b");

    private final String complaint;

    Success(String complaint) {
        this.complaint = complaint;
    }

    /** Whether a body, without blanks around it, means success. */
    boolean isMetBy(String body) {
        return switch (this) {
            case ANY -> true;
            case OK -> body.equals("ok");
            case NO_PAGE -> !body.startsWith("<");
            case TEAMS ->
                !body.startsWith("<")
                        && !body.contains("delivery failed")
                        && !STATUS.matcher(body).find();
        };
    }

    /** What to say behind a body that does not. */
    String complaint() {
        return complaint;
    }

    /** The status of HTTP that a body amounts to which does not. */
    int statusOf(String body) {
        Matcher named = STATUS.matcher(body);
        return this == TEAMS && named.find() ? Integer.parseInt(named.group(1)) : UNKNOWN;
    }
}
