package org.ianawatch.csv;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.ianawatch.csv.MalformedFileException.Reason;
import org.ianawatch.registry.Alignment;
import org.ianawatch.registry.Header;
import org.ianawatch.registry.Roles;

/**
 * Reads files of a registry. It remembers the file that it read last, and parses only records that did not stand in
 * that one. Not for use by several threads.
 */
public final class CsvReader {
    private final Roles roles;
    private List<Slice> knownSlices = List.of();
    private List<CsvRecord> knownRecords = List.of();
    private String knownHeader = "";

    /** A reader of the files of a registry whose columns have these roles; it has read nothing yet. */
    public CsvReader(Roles roles) {
        this.roles = roles;
    }

    /** A reader that takes over records of a file of the same registry that was read before. */
    public static CsvReader after(CsvFile known, Roles roles) {
        CsvReader reader = new CsvReader(roles);
        reader.knownSlices = known.slices();
        reader.knownRecords = known.records();
        reader.knownHeader = known.style().headerText();
        return reader;
    }

    /** Whether a file has a header, and this lacks columns of the registry: it may be one of another. */
    public boolean isOfAnother(byte[] bytes) {
        try {
            CsvBytes file = CsvBytes.of(bytes);
            Slice first = file.scanner().next();
            String text = first == null ? "" : file.text(first);
            try {
                CsvFile.header(text, roles);
                return false;
            } catch (MalformedFileException otherHeader) {
                return true;
            }
        } catch (MalformedFileException noHeader) {
            return false;
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws MalformedFileException when it is not one of the registry's
     */
    public CsvFile read(byte[] bytes) throws MalformedFileException {
        CsvBytes file = CsvBytes.of(bytes);
        RecordScanner scanner = file.scanner();
        Slice first = scanner.next();
        if (first == null) {
            throw new MalformedFileException(Reason.EMPTY, "it is empty");
        }
        String headerText = file.text(first);
        Header header = CsvFile.header(headerText, roles);
        LineEnd lineEnd = first.lineEnd() == null ? LineEnd.CRLF : first.lineEnd();
        List<Slice> slices = scanner.all(knownSlices);
        if (slices.isEmpty()) {
            throw new MalformedFileException(Reason.EMPTY, "it has a header and no records");
        }
        List<CsvRecord> records = records(file, slices, new Records(headerText, header, lineEnd));
        boolean endsWithLineEnd = slices.get(slices.size() - 1).lineEnd() != null;
        return new CsvFile(
                new CsvFile.Style(file.hasByteOrderMark(), headerText, lineEnd, endsWithLineEnd), header, records);
    }

    private record Records(String headerText, Header header, LineEnd lineEnd) {}

    private List<CsvRecord> records(CsvBytes bytes, List<Slice> slices, Records file) throws MalformedFileException {
        boolean comparable = file.headerText().equals(knownHeader);
        int[] same = Alignment.of(comparable ? knownSlices : List.of(), slices);
        List<String> texts = unknown(bytes, slices, same);
        RecordParser parser = new RecordParser(texts, file.header());
        Iterator<String> text = texts.iterator();
        List<CsvRecord> records = new ArrayList<>(slices.size());
        for (int index = 0; index < same.length; index++) {
            Slice slice = slices.get(index);
            CsvRecord record = same[index] == Alignment.NONE
                    ? parse(parser, slice, text.next(), bytes.scanner())
                    : knownRecords.get(same[index]);
            boolean usual = slice.lineEnd() == null || slice.lineEnd() == file.lineEnd();
            records.add(record.with(usual ? null : slice.lineEnd()));
        }
        knownSlices = slices;
        knownRecords = List.copyOf(records);
        knownHeader = file.headerText();
        return knownRecords;
    }

    private static List<String> unknown(CsvBytes file, List<Slice> slices, int[] same) throws MalformedFileException {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < same.length; index++) {
            if (same[index] == Alignment.NONE) {
                texts.add(file.text(slices.get(index)));
            }
        }
        return texts;
    }

    private static CsvRecord parse(RecordParser parser, Slice slice, String text, RecordScanner scanner)
            throws MalformedFileException {
        try {
            return parser.next(text, slice.lineEnd() != null);
        } catch (MalformedFileException malformed) {
            throw new MalformedFileException(
                    malformed.reason(), "line " + scanner.lineOf(slice.offset()) + ": " + malformed.getMessage());
        }
    }
}
