package org.ianawatch.fetch;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends with a content, so that it can be asked later whether that is still the newest (RFC 9110, section
 * 8.8). Both are sent back exactly as they came.
 *
 * @param entityTag the value of {@code ETag}, with its quotes, or null when the server sent none
 * @param lastModified the value of {@code Last-Modified}, or null when the server sent none
 */
public record Validators(@Nullable String entityTag, @Nullable String lastModified) {
    /** Nothing is known: the content is asked for in any case. */
    public static final Validators NONE = new Validators(null, null);

    static Validators of(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("ETag").orElse(null),
                headers.firstValue("Last-Modified").orElse(null));
    }

    /** A "not modified" need not repeat what it leaves as it was. */
    Validators updatedBy(HttpHeaders notModified) {
        Validators sent = of(notModified);
        return new Validators(
                sent.entityTag == null ? entityTag : sent.entityTag,
                sent.lastModified == null ? lastModified : sent.lastModified);
    }

    /** Whether nothing is known. */
    boolean isNone() {
        return entityTag == null && lastModified == null;
    }

    void condition(HttpRequest.Builder request) {
        if (entityTag != null) {
            request.header("If-None-Match", entityTag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
    }
}
