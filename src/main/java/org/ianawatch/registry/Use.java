package org.ianawatch.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody relies on: ports, or a service name, by one transport or by all.
 *
 * @param ports which, or null for a service name
 * @param service the name in lower case, since case does not tell names apart (RFC 6335 section 5.1); null for ports
 * @param transport by which, or null for all
 */
public record Use(@Nullable Span ports, @Nullable String service, @Nullable Space transport)
        implements Comparable<Use> {
    private static final Comparator<Use> ORDER = Comparator.comparing(
                    Use::ports, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Use::service, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Use::transport, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Checks that it is either ports or a name. */
    public Use {
        if ((ports == null) == (service == null)) {
            throw new IllegalArgumentException("a use is of ports or of a service name");
        }
        service = service == null ? null : service.toLowerCase(Locale.ROOT);
    }

    /** The use of ports, by one transport or, with null, by all. */
    public static Use of(Span ports, @Nullable Space transport) {
        return new Use(ports, null, transport);
    }

    /**
     * Reads {@code 278}, {@code 272-279/tcp}, {@code ssh} or {@code ntp/udp}.
     *
     * @throws IllegalArgumentException when the text is none of them, with what is possible
     */
    public static Use parse(String text) {
        Subject subject = Subject.of(text);
        return subject.isPorts()
                ? new Use(Ports.parse(subject.what()), null, transport(subject))
                : new Use(null, name(subject.what(), text), transport(subject));
    }

    /** Whether it is by this transport, perhaps among others. */
    public boolean isBy(Space other) {
        return transport == null || transport.equals(other);
    }

    /** Those of the transports that it is by. */
    public List<Space> among(List<Space> others) {
        return others.stream().filter(this::isBy).toList();
    }

    /** Whether it is of this service name, whatever the case. */
    public boolean isOf(String name) {
        return service != null && service.equals(name.toLowerCase(Locale.ROOT));
    }

    /** Whether both rely on some port by the same transport, or on the same name by it. */
    public boolean overlaps(Use other) {
        boolean sameTransport = transport == null || other.transport == null || transport.equals(other.transport);
        boolean samePorts = ports != null && other.ports != null && ports.overlaps(other.ports);
        boolean sameService = service != null && service.equals(other.service);
        return sameTransport && (samePorts || sameService);
    }

    private static @Nullable Space transport(Subject subject) {
        Space transport = subject.transport();
        if (subject.by() != null && transport == null) {
            throw new IllegalArgumentException("'" + subject.by()
                    + "' is no transport: write tcp, udp, sctp or dccp, or leave it out for all; two are two uses");
        }
        return transport;
    }

    private static String name(String name, String text) {
        boolean possible = name.chars().anyMatch(Subject::isLetter)
                && name.chars()
                        .allMatch(character -> character > ' ' && character <= '~' && ",\"'".indexOf(character) < 0);
        if (!possible) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither ports nor a service name: write 278, 272-279/tcp, ssh or ntp/udp");
        }
        return name;
    }

    /** Ports in their order, then names; within one, all transports first. */
    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (ports == null ? service : ports.toString()) + (transport == null ? "" : "/" + transport);
    }
}
