package org.ianawatch.diff;

import java.util.Locale;
import org.ianawatch.registry.Word;

/** What a change of any registry means beyond its kind, in the order in which they are said. */
public enum Mark implements Word {
    /** The row is an early allocation (RFC 7120), and on what was there before did not say so. */
    TEMPORARY,
    /** An early allocation went since its time had come. */
    EXPIRED,
    /** The row's Status is provisional. */
    PROVISIONAL,
    /** An early allocation is one no longer, and stays. */
    PERMANENT,
    /** An early allocation has other dates. */
    EXTENDED,
    /** The row has come to say that it is deprecated, obsolete, historic, withdrawn or discouraged. */
    DEPRECATED,
    /** The row says so no more. */
    REINSTATED,
    /** An RFC took the place of a draft. */
    PUBLISHED,
    /** Both names have the same letters and digits. */
    SPELLING,
    /** Nothing but references, and perhaps dates, differs. */
    REFERENCE,
    /** Nothing but dates differs. */
    DATE,
    /** Nothing but people, and perhaps dates, differs. */
    PEOPLE,
    /** Whether it is recommended differs (RFC 9847). */
    RECOMMENDATION,
    /** The row's Status differs. */
    STATUS;

    /** Whether it says how a row stands, and not only which values differ. */
    public boolean isOfStanding() {
        return compareTo(SPELLING) < 0;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
