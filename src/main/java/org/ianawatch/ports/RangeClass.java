package org.ianawatch.ports;

import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Word;

/** The three ranges of ports and how each is assigned, RFC 6335 sections 6 and 8.1.2. */
public enum RangeClass implements Word {
    /** 0 to 1023, also known as well-known ports. */
    SYSTEM("System", 0, 1023, "well-known; assigned by IETF Review or IESG Approval"),
    /** 1024 to 49151, also known as registered ports. */
    USER("User", 1024, 49_151, "registered; assigned by Expert Review, or as System Ports are"),
    /** 49152 to 65535, also known as private or ephemeral ports. */
    DYNAMIC("Dynamic", 49_152, Ports.LAST, "private, ephemeral; never assigned");

    private final String word;
    private final int low;
    private final int high;
    private final String rule;

    RangeClass(String word, int low, int high, String rule) {
        this.word = word;
        this.low = low;
        this.high = high;
        this.rule = rule;
    }

    /** The class that a port belongs to. */
    public static RangeClass of(int port) {
        for (RangeClass rangeClass : values()) {
            if (rangeClass.ports().contains(port)) {
                return rangeClass;
            }
        }
        throw new IllegalArgumentException("there is no port " + port);
    }

    /** RFC 6335's word for it, capitalised. */
    @Override
    public String word() {
        return word;
    }

    /** Its ports. */
    public Span ports() {
        return new Span(low, high);
    }

    /** Its other names and how its ports are assigned, in a clause. */
    public String rule() {
        return rule;
    }
}
