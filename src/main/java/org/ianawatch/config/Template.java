package org.ianawatch.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which {@code ${NAME}} stands for an environment variable. What it gives is never shown, only the text is. */
final class Template {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String text;
    private final List<String> variables = new ArrayList<>();

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when what stands between the braces is no name, or a brace is missing
     */
    Template(String text) {
        this.text = text;
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().endsWith("}")
                    || !NAME.matcher(matcher.group(1)).matches()) {
                throw new IllegalArgumentException("'${' begins the name of an environment variable: write ${NAME}");
            }
            variables.add(matcher.group(1));
        }
    }

    /** The names of the variables, in the order of the text. */
    List<String> variables() {
        return List.copyOf(variables);
    }

    /**
     * The text with the values of the variables.
     *
     * @throws IllegalArgumentException when one of them is not set, or is empty
     */
    String expand(Map<String, String> environment) {
        for (String variable : variables) {
            String value = environment.get(variable);
            if (value == null || value.isEmpty()) {
                throw new IllegalArgumentException(
                        "the environment variable " + variable + (value == null ? " is not set" : " is empty"));
            }
        }
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(environment.getOrDefault(match.group(1), "")));
    }
}
