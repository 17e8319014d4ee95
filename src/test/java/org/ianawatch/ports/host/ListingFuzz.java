package org.ianawatch.ports.host;

/** Any output is read or refused. */
public final class ListingFuzz {
    private ListingFuzz() {}

    /** Takes what {@code ss}, {@code netstat} or {@code lsof} printed. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Listing listing = Listing.parse(input);
            Listener.of(listing.sockets());
        } catch (UnreadableListingException refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new IllegalStateException("refused without a reason", refused);
            }
        }
    }
}
