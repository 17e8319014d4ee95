package org.ianawatch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.Column;
import org.ianawatch.registry.Entry;
import org.ianawatch.registry.Ports;
import org.ianawatch.registry.Roles;
import org.ianawatch.registry.Space;
import org.ianawatch.registry.Span;
import org.ianawatch.registry.Status;
import org.jspecify.annotations.Nullable;

/**
 * A change as {@link ChangeJson} wrote it. Whatever is missing or of another type is a {@link NullPointerException} or a
 * {@link ClassCastException}.
 *
 * @param object its keys and values
 * @param roles what the columns of its registry mean
 */
record ChangeObject(Map<?, ?> object, Roles roles) {
    Change change() {
        Span ports = ports("ports");
        List<Space> transports = new ArrayList<>();
        for (Object name : (List<?>) value(object, "transports")) {
            transports.add(Space.of((String) name));
        }
        return switch (Kind.ofWord(text(object, "kind"))) {
            case ASSIGNED ->
                new Change.Assigned(ports, transports, name("service"), status("was"), ports("block"), registration());
            case DEASSIGNED -> new Change.Deassigned(ports, transports, name("service"), status("now"), registration());
            case RENAMED -> new Change.Renamed(codes(ports), transports, name("before"), name("service"), fields());
            case RESERVED, UNASSIGNED, PRIVATE_USE, EXPERIMENTAL ->
                new Change.Reclassified(
                        codes(ports), transports, Status.ofWord(String.valueOf(object.get("kind"))), status("was"));
            case AMENDED -> new Change.Amended(ports, transports, name("service"), fields());
        };
    }

    /** Where all files have the same columns, only what has codes is renamed or takes another status. */
    private @Nullable Span codes(@Nullable Span span) {
        return roles.isFixed() ? Objects.requireNonNull(span, "it has no codes") : span;
    }

    private @Nullable Span ports(String key) {
        return object.get(key) instanceof String text ? Ports.parse(text) : null;
    }

    private String name(String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    private Status status(String key) {
        return Status.ofWord(text(object, key));
    }

    private Entry registration() {
        Map<?, ?> titles = (Map<?, ?>) value(object, "record");
        return Entry.of(
                roles,
                roles.columns().stream()
                        .map(column -> text(titles, column.title()))
                        .toArray(String[]::new));
    }

    private List<FieldChange> fields() {
        List<FieldChange> fields = new ArrayList<>();
        for (Object element : (List<?>) value(object, "fields")) {
            Map<?, ?> field = (Map<?, ?>) element;
            Column column = Objects.requireNonNull(roles.column(text(field, "column")), "there is no such column");
            fields.add(new FieldChange(column, text(field, "before"), text(field, "after")));
        }
        return fields;
    }

    private static String text(Map<?, ?> object, String key) {
        return (String) value(object, key);
    }

    private static Object value(Map<?, ?> object, String key) {
        return Objects.requireNonNull(object.get(key), () -> "it has no " + key);
    }
}
