package org.ianawatch.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a row by the roles of their columns. */
final class EntryReader {
    private static final String BETWEEN_PARTS = " / ";

    private final Roles roles;
    private final String[] values;

    EntryReader(Roles roles, String[] values) {
        this.roles = roles;
        this.values = values;
    }

    List<Span> spans() {
        Integer code = roles.key().code();
        if (code == null) {
            return List.of();
        }
        return roles.notation().read(roles.isFixed() ? values[code] : Cells.bare(values[code]));
    }

    @Nullable
    Space space() {
        Integer code = roles.key().code();
        if (code == null) {
            return null;
        }
        String scope = null;
        for (int column : roles.key().columns()) {
            if (column != code) {
                String part = roles.isFixed() ? values[column] : Cells.bare(values[column]);
                scope = scope == null ? part : scope + BETWEEN_PARTS + part;
            }
        }
        return scope == null || scope.isEmpty() ? null : Space.of(scope);
    }

    Status status() {
        String own = roles.labels().isEmpty() ? "" : values[roles.labels().get(0)];
        return roles.words().of(own, label(), roles.areCoded());
    }

    /** Of codes the label, where they are assigned; else the key. */
    String name(Status status) {
        if (roles.isFixed()) {
            return values[roles.labels().get(0)];
        }
        if (roles.areCoded()) {
            return status == Status.ASSIGNED ? Cells.bare(label()) : "";
        }
        List<String> parts = new ArrayList<>();
        for (int column : roles.key().columns()) {
            parts.add(Cells.bare(values[column]));
        }
        return String.join(BETWEEN_PARTS, parts);
    }

    /** The first of the labels that says something. */
    private String label() {
        for (int column : roles.labels()) {
            String cell = values[column];
            String said = roles.isFixed() ? cell : Cells.squeezed(cell);
            if (!said.isEmpty() && (roles.isFixed() || !isPlaceholder(said))) {
                return said;
            }
        }
        return "";
    }

    private static boolean isPlaceholder(String cell) {
        return cell.equals("-") || cell.equals("--") || cell.equals("N/A");
    }
}
