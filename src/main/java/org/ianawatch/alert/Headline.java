package org.ianawatch.alert;

import org.ianawatch.diff.Change;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.Sentence;

/** A change in the fewest words: {@code 278/tcp assigned to foo}. */
final class Headline {
    private Headline() {}

    /** The change's sentence, without what it says in brackets of the status before or after. */
    static String of(Change change) {
        String sentence = Sentence.of(change).text();
        boolean saysStatus = change.ports() != null && change.kind() != Kind.RENAMED && change.kind() != Kind.AMENDED;
        return saysStatus ? sentence.substring(0, sentence.lastIndexOf(" (")) : sentence;
    }
}
