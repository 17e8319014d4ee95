package org.ianawatch.diff.group;

import java.util.Locale;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Word;
import org.jspecify.annotations.Nullable;

/**
 * What became of a registry apart from its rows.
 *
 * @param kind what it was
 * @param registry of which; that of the group itself has its name twice
 * @param before what was, or null where nothing was
 * @param after what is, or null where nothing is
 */
public record Event(Kind kind, Registry.Id registry, @Nullable String before, @Nullable String after) {
    /** What can become of a registry, in the order in which it is told. */
    public enum Kind implements Word {
        /** It came; after is its title. */
        REGISTRY_ADDED,
        /** It went; before is its title. */
        REGISTRY_REMOVED,
        /** It has another id; before and after are the ids. */
        REGISTRY_RENAMED,
        /** It has another title. */
        TITLE,
        /** Values are registered by another rule (RFC 8126, section 4), all of them or those of some range. */
        POLICY,
        /** Other people are asked. */
        EXPERT,
        /** The notes on it are others. */
        NOTE,
        /** Other documents define it. */
        REFERENCES;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether people are told of it unless they say otherwise: who is asked, and what is noted, matters to few. */
        public boolean isTelling() {
            return this != EXPERT && this != NOTE;
        }
    }
}
