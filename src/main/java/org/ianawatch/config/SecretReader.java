package org.ianawatch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ianawatch.alert.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Takes secrets from where they may be: the environment, and files. No message of it has a secret in it. */
final class SecretReader {
    private static final int LONGEST_BYTES = 64 << 10;

    private final Inspection inspection;
    private final Section section;

    SecretReader(Inspection inspection, Section section) {
        this.inspection = inspection;
        this.section = section;
    }

    /** The secret of a key, or of the file that {@code KEY_file} names; null where there is neither. */
    @Nullable
    Secret find(String key, Consumer<String> rule) {
        return read(key, rule, false);
    }

    /** The secret of a key, or of a file, that must be there. */
    @Nullable
    Secret required(String key, Consumer<String> rule) {
        section.requireSecret(key);
        return find(key, rule);
    }

    /** As {@link #required}, but it may stand in the file: for some people it is none. It is not shown all the same. */
    @Nullable
    Secret requiredOpen(String key, Consumer<String> rule) {
        section.requireSecret(key);
        return read(key, rule, true);
    }

    /**
     * The secret of a key, or of the file that {@code KEY_file} names; null where there is neither, or it is wrong.
     *
     * @param rule refuses what it must not be
     * @param open whether it may stand in the file itself
     */
    private @Nullable Secret read(String key, Consumer<String> rule, boolean open) {
        String fileKey = key + "_file";
        Object text = section.raw(key);
        Object file = section.raw(fileKey);
        if (text != null && file != null) {
            section.wrong(fileKey, "there is '" + key + "' too: leave one of them out");
        }
        boolean inFile = file != null;
        String named = inFile ? fileKey : key;
        Object raw = inFile ? file : text;
        String from = raw == null ? Section.DEFAULT : section.from(section.line(named), raw);
        section.set(key, raw == null ? null : Secret.MASK, inFile ? "the file of '" + fileKey + "'" : from);
        section.set(fileKey, file == null ? null : file.toString(), inFile ? from : Section.DEFAULT);
        if (raw == null) {
            return null;
        }
        try {
            return checked(inFile ? ofFile(raw) : ofText(key, raw, open), rule);
        } catch (IllegalArgumentException refused) {
            section.wrong(named, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    private static Secret checked(String value, Consumer<String> rule) {
        try {
            rule.accept(value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("what it stands for cannot be used: " + refused.getMessage(), refused);
        }
        return new Secret(value);
    }

    private String ofText(String key, Object raw, boolean open) {
        if (raw instanceof String text && (open || isTemplate(text))) {
            return new Template(text).expand(inspection.environment());
        }
        throw new IllegalArgumentException("a secret does not stand in the file: write \"${NAME}\" for an environment"
                + " variable, or use '" + key + "_file'");
    }

    private static boolean isTemplate(String text) {
        return text.contains("${");
    }

    private String ofFile(Object raw) {
        String name = new Template(Conversions.TEXT.of(raw)).expand(inspection.environment());
        Path file = inspection.path(name);
        String content;
        // A pipe that nobody writes to would be waited for.
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("'" + raw + "' " + (Files.exists(file) ? "is no file" : "is not there"));
        }
        try {
            if (Files.size(file) > LONGEST_BYTES) {
                throw new IllegalArgumentException("the file is too long to be a secret");
            }
            content = WrittenText.of(Files.readAllBytes(file)).stripTrailing();
        } catch (WrittenText.NoTextException wrong) {
            throw new IllegalArgumentException("cannot read '" + raw + "': " + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "cannot read '" + raw + "' (" + unreadable.getClass().getSimpleName() + ")", unreadable);
        }
        if (content.isEmpty()) {
            throw new IllegalArgumentException("'" + raw + "' is empty");
        }
        return content;
    }
}
