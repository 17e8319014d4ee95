package org.ianawatch.registry;

import org.jspecify.annotations.Nullable;

/**
 * A column of a registry.
 *
 * @param title the title in the header row today
 * @param formerTitle a title that it had before, or null
 * @param content what kind of thing its cells hold
 */
public record Column(String title, @Nullable String formerTitle, Content content) {
    /** What the cells of a column hold, where that makes a difference. */
    public enum Content {
        /** Nothing that makes a difference. */
        PLAIN,
        /** The space that the codes of the row are of. */
        SPACE,
        /** Free text. */
        PROSE,
        /** People and organisations. */
        PEOPLE,
        /** The defining documents, in brackets. */
        REFERENCE,
        /** A date. */
        DATE,
        /** The date of the row's last edit: says when and not what. */
        MODIFIED
    }

    /** A column of which nothing is known but its title. */
    public static Column of(String title) {
        return new Column(title, null, Content.PLAIN);
    }

    /** A column that always had this title. */
    public static Column of(String title, Content content) {
        return new Column(title, null, content);
    }

    /** Whether a title stands for it, its own or the former one. */
    public boolean isCalled(String other) {
        return title.equals(other) || other.equals(formerTitle);
    }

    /** By its title. Written out, since Java makes those of a record when they are first called, which takes milliseconds. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Column that && title.equals(that.title));
    }

    @Override
    public int hashCode() {
        return title.hashCode();
    }

    @Override
    public String toString() {
        return title;
    }
}
