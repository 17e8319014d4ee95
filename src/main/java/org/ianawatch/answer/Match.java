package org.ianawatch.answer;

import java.util.Locale;
import org.ianawatch.registry.Word;

/** How well a registration fits what was searched for, the best first. */
public enum Match implements Word {
    /** The number that was asked is one of its ports. */
    PORT,
    /** Its service name is what was asked. */
    NAME,
    /** IANA's note calls it an alias of the name that was asked. */
    ALIAS,
    /** Its service name, or that of which it is an alias, begins so. */
    PREFIX,
    /** Its service name is like the glob. */
    GLOB,
    /** Its service name or its description has the words. */
    WORDS,
    /** Another of its values has the words. */
    OTHER_WORDS,
    /** The text stands somewhere within longer words. */
    PART;

    /** How JSON and CSV spell it. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The one that fits less. */
    Match worse(Match other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** The one that fits better. */
    Match better(Match other) {
        return compareTo(other) < 0 ? this : other;
    }
}
