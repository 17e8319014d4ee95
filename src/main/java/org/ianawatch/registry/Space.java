package org.ianawatch.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What codes are of, where a registry counts them anew for each: of ports a transport protocol, by the name that the registry gives it.
 * RFC 6335 knows four transports; a name that it does not know is kept as it is, so that a fifth does not stop a sync.
 *
 * @param name as the registry has it; empty for {@link #NONE} alone
 */
public record Space(String name) implements Comparable<Space> {
    /** The one space of a registry whose codes are of nothing. */
    public static final Space NONE = new Space("");
    /** TCP, RFC 9293. */
    public static final Space TCP = new Space("tcp");
    /** UDP, RFC 768. */
    public static final Space UDP = new Space("udp");
    /** SCTP, RFC 9260. */
    public static final Space SCTP = new Space("sctp");
    /** DCCP, RFC 4340. */
    public static final Space DCCP = new Space("dccp");
    /** The four of RFC 6335, for which a row without a transport speaks, in the order of reports. */
    public static final List<Space> ALL = List.of(TCP, UDP, SCTP, DCCP);

    /**
     * The space of that name.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public static Space of(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a transport needs a name, such as tcp");
        }
        for (Space known : ALL) {
            if (known.name.equals(name)) {
                return known;
            }
        }
        return new Space(name);
    }

    /** The space of that name, or {@link #NONE} where it is empty. */
    public static Space known(String name) {
        return name.isEmpty() ? NONE : of(name);
    }

    /** The four of RFC 6335 first, then the others by name. */
    @Override
    public int compareTo(Space other) {
        int rank = Integer.compare(rank(), other.rank());
        return rank == 0 ? name.compareTo(other.name) : rank;
    }

    private int rank() {
        int index = ALL.indexOf(this);
        return index < 0 ? ALL.size() : index;
    }

    /** Written out, since Java makes those of a record when they are first called, which takes milliseconds. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Space that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
