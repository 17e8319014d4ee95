package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the registry: twelve values as the CSV has them, and what they mean. Immutable. */
public final class Entry {
    private final String[] values;
    private final @Nullable Span ports;
    private final @Nullable Space transport;
    private final Status status;
    private final int hash;

    private Entry(String[] values) {
        if (values.length != Column.ALL.size()) {
            throw new IllegalArgumentException(
                    "a registration has " + Column.ALL.size() + " values, not " + values.length);
        }
        this.values = values;
        String transportProtocol = values[Column.TRANSPORT_PROTOCOL.index()];
        this.ports = Span.find(values[Column.PORT_NUMBER.index()]);
        this.transport = transportProtocol.isEmpty() ? null : Space.of(transportProtocol);
        this.status = Status.of(values[Column.SERVICE_NAME.index()], values[Column.DESCRIPTION.index()]);
        this.hash = Arrays.hashCode(values);
    }

    /**
     * A registration of twelve values, in the order of {@link Column}.
     *
     * @throws IllegalArgumentException when there are not twelve
     */
    public static Entry of(String... values) {
        return new Entry(values.clone());
    }

    /** The value as the CSV has it, line breaks included; empty where there is none. */
    public String value(Column column) {
        return values[column.index()];
    }

    /** The twelve values in the order of {@link Column}, unmodifiable. */
    public List<String> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The service name; empty where there is none. */
    public String service() {
        return value(Column.SERVICE_NAME);
    }

    /** The ports, or null for a service name without a port, and where {@link #hasUnreadablePort}. */
    public @Nullable Span ports() {
        return ports;
    }

    /** Whether the port number is some text that is no port and no range of ports. */
    public boolean hasUnreadablePort() {
        return ports == null && !value(Column.PORT_NUMBER).isEmpty();
    }

    /** The transport, or null where the row names none. */
    public @Nullable Space transport() {
        return transport;
    }

    /** The transports that the row speaks for: its own, or the four of RFC 6335 where it names none. */
    public List<Space> transports() {
        return transport == null ? Space.ALL : List.of(transport);
    }

    /** The row's status by RFC 6335 section 6. */
    public Status status() {
        return status;
    }

    /** The columns whose values differ, in their order. */
    public List<Column> differences(Entry other) {
        List<Column> different = new ArrayList<>();
        for (Column column : Column.ALL) {
            if (!value(column).equals(other.value(column))) {
                different.add(column);
            }
        }
        return different;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Entry that && hash == that.hash && Arrays.equals(values, that.values));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return String.join(",", values);
    }
}
