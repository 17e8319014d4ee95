package org.ianawatch.fetch;

import org.jspecify.annotations.Nullable;

public record Validators(@Nullable String entityTag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
}
