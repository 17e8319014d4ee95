package org.ianawatch.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeFilter;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ComparedRegistry;
import org.ianawatch.registry.Registry;
import org.ianawatch.registry.Snapshot;
import org.jspecify.annotations.Nullable;

/** Where people can read on: IANA's pages, and the RFCs. No address has anything of the registry's text but what it encodes. */
public final class Links {
    private static final String ASSIGNMENTS = "https://www.iana.org/assignments/";

    /** Chats take no address of some thousand characters, and encoding makes nine of one. */
    private static final int LONGEST_SEARCH = 100;

    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern RFC = Pattern.compile("\\bRFC ?0{0,4}([1-9]\\d{0,4})\\b");

    /** Writes a piece of text that leads to an address. */
    interface Anchor {
        /** The text with its link; the text is not escaped yet. */
        String write(String text, String address);
    }

    private Links() {}

    /** The page of a registry, or null where its name is none of IANA's. */
    public static @Nullable String registry(String name) {
        return REGISTRY.matcher(name).matches() ? ASSIGNMENTS + name + "/" : null;
    }

    /**
     * The rows of a registry that a change is about, as IANA's page finds them, or the whole page; null where the registry's name is
     * none of IANA's.
     */
    public static @Nullable String rows(String registry, Change change) {
        String page = registry(registry);
        String wanted = change.span() == null
                ? ChangeFilter.names(change).get(0)
                : Integer.toString(change.span().low());
        return page == null || wanted.isEmpty() || wanted.length() > LONGEST_SEARCH
                ? page
                : page + registry + ".xhtml?search=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** As {@link #rows(String, Change)}, of the registry of a whole change set; null also where nobody said which it is. */
    static @Nullable String rows(ChangeSet changes, Change change) {
        ComparedRegistry compared = changes.compared();
        return compared == null ? rows(Snapshot.REGISTRY, change) : registry(compared.id());
    }

    /** Where a registry stands on the page of its group, or null. */
    static @Nullable String registry(Registry.@Nullable Id id) {
        String page = id == null ? null : registry(id.group());
        return id == null || page == null ? null : page + id.group() + ".xhtml#" + id.name();
    }

    /** The page of an RFC. */
    public static String rfc(String number) {
        return "https://www.rfc-editor.org/rfc/rfc" + number;
    }

    /** The numbers of the RFCs that a text names, in its order. */
    public static List<String> rfcs(String text) {
        return RFC.matcher(text).results().map(rfc -> rfc.group(1)).toList();
    }

    /**
     * The text with a link from each RFC that it names.
     *
     * @param escape makes the text between them safe
     */
    static String toRfcs(String text, UnaryOperator<String> escape, Anchor anchor) {
        StringBuilder out = new StringBuilder();
        int end = 0;
        Matcher matcher = RFC.matcher(text);
        while (matcher.find()) {
            MatchResult rfc = matcher.toMatchResult();
            out.append(escape.apply(text.substring(end, rfc.start())));
            out.append(anchor.write(rfc.group(), rfc(rfc.group(1))));
            end = rfc.end();
        }
        return out.append(escape.apply(text.substring(end))).toString();
    }
}
