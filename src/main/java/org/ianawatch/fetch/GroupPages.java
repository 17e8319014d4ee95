package org.ianawatch.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the page that belongs to a registry's CSV: {@code /assignments/GROUP/GROUP.xml}, or its twin in XHTML. Never
 * fails, since all that it brings is extra. For any number of threads.
 */
public final class GroupPages {
    /** Where IANA has the CSVs of a group; the group is the folder. */
    private static final Pattern CSV = Pattern.compile(".*/([^/]+)/[^/]+\\.csv");

    /** The one for machines first: the other's markup changed twice in four years. */
    private static final List<String> ENDINGS = List.of(".xml", ".xhtml");

    /** What is extra may not hold up what is not: one try, and half a minute for both pages. */
    private static final Duration TOTAL = Duration.ofSeconds(15);

    private final Fetcher fetcher;

    /** Pages that are read with a fetcher, within the fetcher's limits or narrower ones. */
    public GroupPages(Fetcher fetcher) {
        this.fetcher = fetcher.within(narrowed(fetcher.limits()));
    }

    /** What the page beside a CSV says; {@link GroupPage#NONE} for a URL that is not in a group's folder. */
    public GroupPage beside(URI csv) throws InterruptedException {
        Matcher matcher = CSV.matcher(String.valueOf(csv.getRawPath()));
        if (!matcher.matches()) {
            return GroupPage.NONE;
        }
        GroupPage page = GroupPage.NONE;
        for (String ending : ENDINGS) {
            page = read(csv.resolve(matcher.group(1) + ending));
            if (!page.saysNothing()) {
                break;
            }
        }
        return page;
    }

    private GroupPage read(URI uri) throws InterruptedException {
        try {
            Fetched fetched = fetcher.fetch(uri, Validators.NONE);
            GroupPage page = fetched instanceof Fetched.Downloaded downloaded
                    ? GroupPageParser.parse(downloaded.bytes())
                    : GroupPage.NONE;
            return page.saysNothing() ? GroupPage.unreadable(Redirects.shown(uri) + " has no title and no date") : page;
        } catch (SourceUnreadableException unreadable) {
            // What to do about a source that fails would be said of this page, which no option names.
            return GroupPage.unreadable(unreadable.problem());
        }
    }

    private static Limits narrowed(Limits limits) {
        return new Limits(
                limits.connect(),
                limits.idle(),
                limits.total().compareTo(TOTAL) < 0 ? limits.total() : TOTAL,
                limits.maximumBytes(),
                0,
                limits.firstPause(),
                limits.longestPause());
    }
}
