package org.ianawatch.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What the page of a group of registries says of the group. It is extra: whatever the page does not say, or no more in a
 * way that is understood, is null.
 *
 * @param title the group's name
 * @param lastUpdated when IANA says that the group was last updated, {@code YYYY-MM-DD}
 * @param registrationRules by which rules registrations are made, in paragraphs, references in brackets
 * @param problem why nothing could be read, for a person; null where something was, or nothing was asked for
 */
public record GroupPage(
        @Nullable String title,
        @Nullable String lastUpdated,
        @Nullable String registrationRules,
        @Nullable String problem) {
    /** The page of a source that has none. */
    public static final GroupPage NONE = new GroupPage(null, null, null, null);

    static GroupPage unreadable(String problem) {
        return new GroupPage(null, null, null, problem);
    }

    boolean saysNothing() {
        return title == null && lastUpdated == null && registrationRules == null;
    }
}
