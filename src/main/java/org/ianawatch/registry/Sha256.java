package org.ianawatch.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash by which snapshots are told apart. It is found out when it is first asked for, because most reports of a diff do not
 * show it. Safe for use by several threads.
 */
public final class Sha256 {
    private static final byte[] NONE = {};

    private byte[] bytes;
    private @Nullable String digits;

    private Sha256(byte[] bytes, @Nullable String digits) {
        this.bytes = bytes;
        this.digits = digits;
    }

    /** That of a file's bytes, which must not change any more. */
    public static Sha256 of(byte[] bytes) {
        return new Sha256(bytes, null);
    }

    /** One that was found out before, in 64 lower-case hexadecimal digits. */
    public static Sha256 known(String digits) {
        return new Sha256(NONE, digits);
    }

    /** The 64 lower-case hexadecimal digits. */
    public synchronized String digits() {
        if (digits == null) {
            digits = HexFormat.of().formatHex(digest(bytes));
            bytes = NONE;
        }
        return digits;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sha256 that && digits().equals(that.digits());
    }

    @Override
    public int hashCode() {
        return digits().hashCode();
    }

    @Override
    public String toString() {
        return digits();
    }
}
