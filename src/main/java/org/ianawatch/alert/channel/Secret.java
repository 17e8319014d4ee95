package org.ianawatch.alert.channel;

/** A value that is never shown: whatever prints it prints a mask. Immutable. */
public final class Secret {
    /** What stands for every secret; it tells nothing, not even a length. */
    public static final String MASK = "********";

    private final String value;

    /** Hides a value. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one who is to know it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
