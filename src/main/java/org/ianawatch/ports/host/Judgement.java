package org.ianawatch.ports.host;

import java.util.Locale;
import org.ianawatch.registry.Word;

/** What is to be thought of a listener, the worst first. RFC 7605 section 7.2 calls the first one squatting. */
public enum Judgement implements Word {
    /** On a User or System Port that nobody was assigned, and that anybody may be. */
    SQUATS,
    /** On a port that IANA holds back. */
    RESERVED,
    /** On a port that was assigned to something else, as far as names tell. */
    DIFFERS,
    /** On an assigned port; the process is not known, or could serve anything. */
    ASSIGNED,
    /** The name of the process resembles that of the assigned service. */
    MATCHES,
    /** On a Dynamic Port, or on one that the machine gives to sockets that ask for none. */
    DYNAMIC;

    /** The word in lower case. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person should look at it. */
    public boolean matters() {
        return compareTo(ASSIGNED) <= 0;
    }
}
