package org.ianawatch.diff.group;

import java.util.List;
import java.util.Locale;

/** What the columns of a group's registries are called, which in its file are names of elements and attributes. */
public enum ColumnTitles {
    /** As the file has them, for programs. */
    NAMES {
        @Override
        String of(String name) {
            return name;
        }
    },
    /** As the titles of IANA's pages are, for people. */
    WORDS {
        @Override
        String of(String name) {
            return switch (name) {
                case "xref" -> "Reference";
                case "rec" -> "Recommended";
                case "@date" -> "Registration Date";
                case "@updated" -> "Modification Date";
                default -> words(name);
            };
        }
    };

    abstract String of(String name);

    /** Those of some columns, in their order. */
    public List<String> of(List<String> names) {
        return names.stream().map(this::of).toList();
    }

    private static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("[-_]", -1)) {
            words.append(words.isEmpty() ? "" : " ");
            words.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return words.toString();
    }
}
