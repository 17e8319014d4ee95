package org.ianawatch.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ianawatch.csv.CsvLine;
import org.ianawatch.diff.Change;
import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.ComparedRegistry;
import org.ianawatch.diff.FieldChange;
import org.ianawatch.diff.Kind;
import org.ianawatch.diff.Side;
import org.ianawatch.registry.Entry;
import org.jspecify.annotations.Nullable;

/** One page that needs nothing beside it: no script, no picture, no other file; light and dark, wide and narrow. */
public final class HtmlReport implements Report {
    private static final String STYLE_SHEET = "report.css";
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>""";
    private static final String PORTS =
            """
            from IANA’s \
            <a href="https://www.iana.org/assignments/service-names-port-numbers/">Service Name and Transport \
            Protocol Port Number Registry</a>""";

    @Override
    public void write(ChangeSet changes, ReportOptions options, Appendable out) throws IOException {
        Summary summary = Summary.of(changes, options);
        out.append(HEAD).append(HtmlText.escape(summary.headline())).append("</title>\n<style>\n");
        out.append(styleSheet()).append("</style>\n</head>\n<body>\n<main>\n");
        out.append("<h1>").append(HtmlText.escape(summary.headline())).append("</h1>\n<dl class=\"sides\">\n");
        writeSide("From", changes.from(), out);
        writeSide("To", changes.to(), out);
        out.append("</dl>\n");
        for (String remark : summary.remarks()) {
            out.append("<p class=\"remark\">").append(HtmlText.escape(remark)).append("</p>\n");
        }
        boolean arePorts = changes.compared() == null;
        writeTable(arePorts ? "Ports and names" : "Codes and names", summary.ports(), changes, options, out);
        writeTable("Amended registrations", summary.amendments(), changes, options, out);
        if (options.rows()
                && !(changes.removedRows().isEmpty() && changes.addedRows().isEmpty())) {
            out.append("<details>\n<summary>Rows</summary>\n<pre>\n");
            writeRows("del>", "-", changes.removedRows(), out);
            writeRows("ins>", "+", changes.addedRows(), out);
            out.append("</pre>\n</details>\n");
        }
        out.append("</main>\n<footer>Written by ianawatch ").append(source(changes));
        out.append(".</footer>\n</body>\n</html>\n");
    }

    /** What it was written from, as a link where it is known. */
    private static String source(ChangeSet changes) {
        ComparedRegistry compared = changes.compared();
        if (compared == null) {
            return PORTS;
        }
        String page = Links.registry(compared.id());
        return page == null
                ? "from two files"
                : "from IANA’s registry <a href=\"" + HtmlText.escape(page) + "\">"
                        + HtmlText.escape(String.valueOf(compared.id())) + "</a>";
    }

    private static void writeSide(String term, Side side, Appendable out) throws IOException {
        out.append("<div><dt>")
                .append(term)
                .append("</dt><dd>")
                .append(HtmlText.escape(TerminalText.safe(side.label())));
        out.append("</dd><dd>").append(Integer.toString(side.records())).append(" records</dd><dd><code>SHA-256 ");
        out.append(HtmlText.escape(side.sha256().digits())).append("</code></dd></div>\n");
    }

    private static void writeTable(
            String caption, List<List<Change>> groups, ChangeSet changes, ReportOptions options, Appendable out)
            throws IOException {
        if (groups.isEmpty()) {
            return;
        }
        out.append("<table>\n<caption>").append(caption).append("</caption>\n<thead><tr><th scope=\"col\">");
        out.append(changes.compared() == null ? "Ports" : "Code or name").append("</th>");
        out.append("<th scope=\"col\">What changed</th></tr></thead>\n<tbody>\n");
        for (List<Change> group : groups) {
            Change change = group.get(0);
            Sentence sentence = Sentence.of(group);
            out.append("<tr class=\"").append(look(change.kind()));
            out.append("\"><th scope=\"row\" class=\"subject\">")
                    .append(linked(sentence.subject(), Links.rows(changes, change)));
            out.append("</th><td><p class=\"predicate\">")
                    .append(HtmlText.escape(sentence.predicate()))
                    .append("</p>");
            for (String mark : UseMark.of(group, options.uses())) {
                out.append("\n<p class=\"use\">").append(HtmlText.escape(mark)).append("</p>");
            }
            writeDetails(change, out);
            out.append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    /** The class of a row: for whatever use a code is kept, it looks reserved. */
    private static String look(Kind kind) {
        return kind == Kind.PRIVATE_USE || kind == Kind.EXPERIMENTAL ? Kind.RESERVED.word() : kind.word();
    }

    private static void writeDetails(Change change, Appendable out) throws IOException {
        List<FieldChange> details = Details.forPeople(change);
        if (details.isEmpty()) {
            return;
        }
        out.append("\n<dl>\n");
        for (FieldChange detail : details) {
            out.append("<dt>")
                    .append(HtmlText.escape(TerminalText.safe(detail.column().title())))
                    .append("</dt><dd>");
            out.append(
                    Details.isWholeRow(change)
                            ? value(detail.before() + detail.after())
                            : marked("del>", detail.before()) + " → " + marked("ins>", detail.after()));
            out.append("</dd>\n");
        }
        out.append("</dl>");
    }

    private static void writeRows(String tag, String mark, List<Entry> rows, Appendable out) throws IOException {
        for (Entry row : rows) {
            String line = TerminalText.safe(CsvLine.of(row.values()));
            out.append('<')
                    .append(tag)
                    .append(mark)
                    .append(HtmlText.escape(line))
                    .append("</")
                    .append(tag)
                    .append('\n');
        }
    }

    private static String marked(String tag, String text) {
        return text.isEmpty() ? "<span class=\"empty\">empty</span>" : "<" + tag + value(text) + "</" + tag;
    }

    private static String value(String text) {
        return HtmlText.withRfcs(TerminalText.safeLines(text));
    }

    private static String linked(String subject, @Nullable String rows) {
        return rows == null
                ? breakable(subject)
                : "<a href=\"" + HtmlText.escape(rows) + "\">" + breakable(subject) + "</a>";
    }

    /** Lets a narrow page break the ports before the transports and after each of these, and not inside a word. */
    private static String breakable(String subject) {
        return HtmlText.escape(subject).replace("/", "<wbr>/").replace(",", ",<wbr>");
    }

    private static String styleSheet() throws IOException {
        try (InputStream sheet = HtmlReport.class.getResourceAsStream(STYLE_SHEET)) {
            if (sheet == null) {
                throw new FileNotFoundException(
                        "the style sheet " + STYLE_SHEET + " is missing from the program; build or install it again");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
