package org.ianawatch.report;

import org.ianawatch.diff.Change;
import org.ianawatch.diff.UseFilter;
import org.ianawatch.registry.SiteUse;
import org.ianawatch.registry.Span;

/**
 * What a change means to a site for one of its uses: {@code 278/tcp, which you use for lab telemetry, is now assigned to
 * foo}. Safe for a terminal; not escaped for any markup.
 *
 * @param subject what of the use is concerned: those of its ports and transports that changed, or its service name
 * @param purpose the use's note; empty where it has none
 * @param predicate what happened to it: {@code is now assigned to foo}
 */
public record UseSentence(String subject, String purpose, String predicate) {
    /**
     * Says what the change means.
     *
     * @throws IllegalArgumentException when it does not touch the use
     */
    public static UseSentence of(SiteUse siteUse, Change change) {
        var use = siteUse.use();
        if (!new UseFilter(use).test(change)) {
            throw new IllegalArgumentException("'" + Sentence.of(change) + "' does not touch " + use);
        }
        Span used = use.ports();
        Span changed = change.span();
        String note = TerminalText.safe(siteUse.note());
        if (used == null || changed == null) {
            return new UseSentence(TerminalText.safe(use.toString()), note, change.accept(new NameWords(use)));
        }
        Span both = new Span(Math.max(used.low(), changed.low()), Math.min(used.high(), changed.high()));
        String subject = SubjectWords.of(both, use.among(change.spaces()), "");
        return new UseSentence(subject, note, change.accept(PortWords.ALL));
    }

    /** The whole sentence, without a full stop. */
    public String text() {
        return subject + ", which you use" + (purpose.isEmpty() ? "" : " for " + purpose) + ", " + predicate;
    }

    @Override
    public String toString() {
        return text();
    }
}
