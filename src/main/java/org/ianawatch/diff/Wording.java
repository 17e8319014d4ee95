package org.ianawatch.diff;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a registry that is not of ports says in that registry's own words.
 *
 * @param value the code as the registry writes it, of a name its text; without markers
 * @param codes in the form that all registries share, or null where there is no code
 * @param scope the other columns of the key with their texts, where the key has several; else empty
 * @param block the text of the row that held the code and did not assign it, or null
 * @param isAssigned whether the row that the change is about, the older one if it went, assigns what it speaks for
 * @param isCosmetic whether nothing differs but white space and the spelling of references
 * @param marks what it means, in their order
 * @param expires the date on which the row's early allocation ends, as the row has it, or null
 */
public record Wording(
        String value,
        @Nullable String codes,
        Map<String, String> scope,
        @Nullable String block,
        boolean isAssigned,
        boolean isCosmetic,
        List<Mark> marks,
        @Nullable String expires) {}
