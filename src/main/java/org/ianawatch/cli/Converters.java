package org.ianawatch.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ianawatch.diff.Glob;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.PortRange;
import org.ianawatch.report.Format;
import org.ianawatch.report.RowFormat;
import org.ianawatch.store.SearchField;
import org.ianawatch.store.SnapshotSelector;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How options are read into the field's values; what is wrong is said in one sentence. */
final class Converters {
    private Converters() {}

    /**
     * A reading that may refuse.
     *
     * @param <T> what is read
     */
    private interface Reading<T> {
        T read();
    }

    private static <T> T refusing(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }

    /** Reads {@code 278} and {@code 272-279}. */
    static final class Ports implements ITypeConverter<PortRange> {
        @Override
        public PortRange convert(String value) {
            return refusing(() -> PortRange.parse(value));
        }
    }

    /** Reads from when on changes count. */
    static final class Sinces implements ITypeConverter<Since> {
        @Override
        public Since convert(String value) {
            return refusing(() -> Since.parse(value));
        }
    }

    /** Reads the words of the kinds of change. */
    static final class Kinds implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String value) {
            return refusing(() -> Kind.ofWord(value.toLowerCase(Locale.ROOT)));
        }
    }

    /** Reads globs. */
    static final class Globs implements ITypeConverter<Glob> {
        @Override
        public Glob convert(String value) {
            return new Glob(value);
        }
    }

    /** Reads what names a snapshot. */
    static final class Selectors implements ITypeConverter<SnapshotSelector> {
        @Override
        public SnapshotSelector convert(String value) {
            return refusing(() -> SnapshotSelector.parse(value));
        }
    }

    /** Reads a date, or a time in UTC. */
    static final class Dates implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return SnapshotSelector.startOf(value);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(
                        "'" + value + "' is no date: write 2026-11-01, or a time in UTC (2026-11-01T06:00:00Z)");
            }
        }
    }

    /**
     * Reads one of the words of an enumeration, in lower case and with hyphens.
     *
     * @param <E> the enumeration
     */
    private abstract static class Words<E extends Enum<E>> implements ITypeConverter<E> {
        private final Class<E> type;

        Words(Class<E> type) {
            this.type = type;
        }

        @Override
        public E convert(String value) {
            List<String> words = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (word.equals(value.toLowerCase(Locale.ROOT))) {
                    return constant;
                }
                words.add(word);
            }
            throw new TypeConversionException("'" + value + "' is none of " + String.join(", ", words));
        }
    }

    /** Reads the formats of a diff. */
    static final class Formats extends Words<Format> {
        Formats() {
            super(Format.class);
        }
    }

    /** Reads the formats of a list. */
    static final class ListFormats extends Words<ListFormat> {
        ListFormats() {
            super(ListFormat.class);
        }
    }

    /** Reads the formats of the list of uses. */
    static final class UsesFormats extends Words<UsesFormat> {
        UsesFormats() {
            super(UsesFormat.class);
        }
    }

    /** Reads the forms of what listens. */
    static final class ListeningForms extends Words<ListeningCommand.Form> {
        ListeningForms() {
            super(ListeningCommand.Form.class);
        }
    }

    /** Reads the formats of rows. */
    static final class RowFormats extends Words<RowFormat> {
        RowFormats() {
            super(RowFormat.class);
        }
    }

    /** Reads the forms of an export. */
    static final class Forms extends Words<ExportCommand.Form> {
        Forms() {
            super(ExportCommand.Form.class);
        }
    }

    /** Reads the forms of a search's results. */
    static final class SearchForms extends Words<SearchCommand.Form> {
        SearchForms() {
            super(SearchCommand.Form.class);
        }
    }

    /** Reads the fields of a search. */
    static final class SearchFields extends Words<SearchField> {
        SearchFields() {
            super(SearchField.class);
        }
    }

    /** Reads the names of shells. */
    static final class Shells extends Words<CompletionCommand.Shell> {
        Shells() {
            super(CompletionCommand.Shell.class);
        }
    }

    /** Reads the number of an entry in a list. */
    static final class Numbers implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException wrong) {
                throw new TypeConversionException("'" + value + "' is no number");
            }
        }
    }

    /** Reads {@code 500}, {@code 500B}, {@code 64KiB} and {@code 64MiB} as bytes. */
    static final class Sizes implements ITypeConverter<Long> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})(B|KiB|MiB)?");

        @Override
        public Long convert(String value) {
            Matcher matcher = FORM.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is no size: write 500B, 64KiB or 64MiB");
            }
            long number = Long.parseLong(matcher.group(1));
            String unit = String.valueOf(matcher.group(2));
            return unit.equals("MiB") ? number << 20 : unit.equals("KiB") ? number << 10 : number;
        }
    }
}
