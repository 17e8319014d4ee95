package org.ianawatch.fetch;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends with a content, so that it can be asked later whether that is still the newest (RFC 9110, section
 * 8.8). Both are sent back byte for byte as they came; one that cannot be sent back, and a tag that is no entity tag, count as
 * none, wherever they come from.
 *
 * @param entityTag the value of {@code ETag}, with its quotes, a character for each byte, or null when the server sent none
 * @param lastModified the value of {@code Last-Modified}, or null when the server sent none
 */
public record Validators(@Nullable String entityTag, @Nullable String lastModified) {
    static final String IF_NONE_MATCH = "If-None-Match";
    static final String IF_MODIFIED_SINCE = "If-Modified-Since";

    /** Nothing is known: the content is asked for in any case. */
    public static final Validators NONE = new Validators(null, null);

    /** Servers refuse a request whose header is too long for them, and so would do each time; some do from 4,096 bytes on. */
    private static final int LONGEST = 2048;

    /** RFC 9110, section 8.8.3, and the spaces that RFC 2616 let stand between the quotes. */
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

    /** Validators, less what cannot be sent back. */
    public Validators {
        entityTag = isEntityTag(entityTag) ? sendable(entityTag) : null;
        lastModified = sendable(lastModified);
    }

    static Validators of(Response response) {
        return new Validators(response.header("ETag"), response.header("Last-Modified"));
    }

    /** A "not modified" need not repeat what it leaves as it was. */
    Validators updatedBy(Response notModified) {
        Validators sent = of(notModified);
        return new Validators(
                sent.entityTag == null ? entityTag : sent.entityTag,
                sent.lastModified == null ? lastModified : sent.lastModified);
    }

    /** Whether nothing is known. */
    boolean isNone() {
        return entityTag == null && lastModified == null;
    }

    void condition(Map<String, String> headers) {
        if (entityTag != null) {
            headers.put(IF_NONE_MATCH, entityTag);
        }
        if (lastModified != null) {
            headers.put(IF_MODIFIED_SINCE, lastModified);
        }
    }

    /** An asterisk would ask for any content, and a list for any of several: the answer would be "not modified" for ever. */
    private static boolean isEntityTag(@Nullable String value) {
        return value != null && ENTITY_TAG.matcher(value).matches();
    }

    /** What RFC 9110, section 5.5, lets stand in a header: no control character, and nothing that is no byte. */
    private static @Nullable String sendable(@Nullable String value) {
        boolean isSendable = value != null
                && !value.isBlank()
                && value.length() <= LONGEST
                && value.chars().allMatch(octet -> (octet >= ' ' && octet <= '~') || (octet >= 0x80 && octet <= 0xFF));
        return isSendable ? value : null;
    }
}
