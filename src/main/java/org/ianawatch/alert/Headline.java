package org.ianawatch.alert;

import java.util.List;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.Kind;
import org.ianawatch.report.Sentence;

/** Changes that are one to people, in the fewest words: {@code 278/tcp assigned to foo}. */
final class Headline {
    private Headline() {}

    /** The changes' sentence, without what it says in brackets of the status before or after. */
    static String of(List<Change> changes) {
        String sentence = Sentence.of(changes).text();
        Change first = changes.get(0);
        boolean saysStatus = first.ports() != null && first.kind() != Kind.RENAMED && first.kind() != Kind.AMENDED;
        return saysStatus ? sentence.substring(0, sentence.lastIndexOf(" (")) : sentence;
    }
}
