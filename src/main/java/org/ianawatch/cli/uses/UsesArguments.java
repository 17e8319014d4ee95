package org.ianawatch.cli.uses;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ianawatch.registry.Use;
import org.jspecify.annotations.Nullable;

/**
 * The words after {@code uses add}. What has the form of ports or a transport after a slash is a use, and so is the first
 * word; the first other one begins the note of them all. With {@code --note} all of them are uses.
 */
final class UsesArguments {
    /**
     * What is meant as a use and as no word of a note: {@code 278}, {@code 272-279/tcp}, {@code ntp/udp}; and {@code
     * tcp/22}, which is then refused.
     */
    private static final Pattern CERTAIN = Pattern.compile(
            "\\d[\\d-]*(?:/[A-Za-z,]*)?|\\S+/(?:tcp|udp|sctp|dccp)|(?:tcp|udp|sctp|dccp)[/:]\\d\\S*",
            Pattern.CASE_INSENSITIVE);

    private UsesArguments() {}

    /**
     * The uses, each once, with the note of all.
     *
     * @param note the value of {@code --note}, or null
     * @param uses reads one use
     * @param isName whether the registry has a service of that name
     * @throws IllegalArgumentException for a word that is no use, and for one that may be a use or a note
     */
    static List<UsesFile.Line> parse(
            List<String> words, @Nullable String note, Function<String, Use> uses, Predicate<String> isName) {
        int count = note == null ? certain(words) : words.size();
        List<String> rest = words.subList(count, words.size());
        if (!rest.isEmpty() && rest.stream().allMatch(word -> isCertain(word) || isName.test(word))) {
            if (words.size() == 2) {
                throw new IllegalArgumentException("'" + rest.get(0) + "' after " + words.get(0)
                        + " is the name of a service, and may be a further use or a note: write --note " + rest.get(0)
                        + " for the note, or give the use a command of its own");
            }
            return lines(words, null, uses);
        }
        return lines(
                words.subList(0, count),
                rest.isEmpty() ? note : String.join(" ", rest).strip(),
                uses);
    }

    private static List<UsesFile.Line> lines(List<String> words, @Nullable String note, Function<String, Use> uses) {
        return words.stream()
                .map(uses)
                .distinct()
                .map(use -> new UsesFile.Line(use, note))
                .toList();
    }

    /** How many words are certain to be uses; the first one is. */
    private static int certain(List<String> words) {
        int count = 1;
        while (count < words.size() && isCertain(words.get(count))) {
            count++;
        }
        return count;
    }

    private static boolean isCertain(String word) {
        return CERTAIN.matcher(word).matches();
    }
}
