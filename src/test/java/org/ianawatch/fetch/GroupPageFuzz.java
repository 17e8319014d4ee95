package org.ianawatch.fetch;

/** Any page says something or nothing. */
public final class GroupPageFuzz {
    private GroupPageFuzz() {}

    /** Takes a page. */
    public static void fuzzerTestOneInput(byte[] input) {
        GroupPage page = GroupPageParser.parse(input);
        String lastUpdated = page.lastUpdated();
        if (lastUpdated != null && !lastUpdated.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalStateException("last updated '" + lastUpdated + "'");
        }
    }
}
