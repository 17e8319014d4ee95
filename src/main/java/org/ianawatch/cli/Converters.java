package org.ianawatch.cli;

import java.util.Locale;
import org.ianawatch.diff.Glob;
import org.ianawatch.diff.Kind;
import org.ianawatch.registry.PortRange;
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
}
