package org.ianawatch.config;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tomlj.TomlParseError;

/** What the parser says of a file that is not TOML, without the text that it quotes: that may be a secret. */
final class SyntaxMessage {
    private static final Pattern QUOTED = Pattern.compile("'.*'", Pattern.DOTALL);

    private SyntaxMessage() {}

    static String of(TomlParseError error) {
        String message = QUOTED.matcher(String.valueOf(error.getMessage())).replaceFirst("text");
        return "this is not TOML: " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
                + " (column " + (error.position() == null ? 1 : error.position().column()) + ")";
    }
}
