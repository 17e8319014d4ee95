package org.ianawatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ianawatch.alert.MadeMessages;
import org.ianawatch.alert.Message;
import org.ianawatch.alert.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Read as a browser reads it. */
class HtmlBodyTest {
    private static final BulletinEntry.Limits LIMITS = new BulletinEntry.Limits(1_000, 10_000);

    @Property(tries = 60)
    void noTextBecomesMarkup(@ForAll("messages") Message message) {
        Bulletin bulletin = Bulletin.of(message, LIMITS);
        Document page = Jsoup.parse(HtmlMail.of(bulletin));
        Set<String> names =
                page.getAllElements().stream().map(Element::normalName).collect(Collectors.toSet());
        names.removeAll(Set.of(
                "#root", "html", "head", "meta", "title", "body", "table", "tbody", "tr", "td", "div", "h1", "h2", "p",
                "span", "a", "br", "style"));
        assertEquals(Set.of(), names);
        for (Element link : page.select("a")) {
            String address = link.attr("href");
            assertTrue(
                    address.matches("https://www\\.iana\\.org/assignments/service-names-port-numbers/"
                                    + "(service-names-port-numbers\\.xhtml\\?search=[A-Za-z0-9%+.*_-]+)?")
                            || address.matches("https://www\\.rfc-editor\\.org/rfc/rfc[1-9][0-9]{0,4}"),
                    address);
        }
        assertEquals(
                bulletin.title().replaceAll("\\s+", " ").strip(),
                page.select("h1").text().strip());
    }

    @Example
    void hostileTextReadsAsItWasWritten() {
        String text = Jsoup.parse(HtmlMail.of(Bulletin.of(Messages.hostile(), LIMITS)))
                .text();
        assertTrue(
                text.contains("<script>alert('x')</script> <!channel> <@U123> @everyone @here *a* _b_ ~c~ `d`"
                        + " [e](http://evil.example) &amp; \"q\" :smile: \\u202elive\\u2066 \\u001b[31mred \\u0000"),
                text);
    }

    /** Many mail programs read no style sheet, and one that a reader of feeds does not have may be anything. */
    @Example
    void everythingHasAStyleOfItsOwnAndTheSheetIsForDarkScreens() {
        Document page = Jsoup.parse(HtmlMail.of(Bulletin.of(Messages.week(), LIMITS)));
        assertEquals(0, page.select("link, script, img, [id], [onclick]").size());
        assertEquals(0, page.select("[class]:not([style])").size());
        assertEquals(2, page.select("h2").size());
        assertEquals("light dark", page.select("meta[name=color-scheme]").attr("content"));
        String sheet = page.select("style").html();
        String dark = sheet.substring(sheet.indexOf("@media (prefers-color-scheme: dark)"));
        Set<String> classes = page.select("[class]").stream()
                .flatMap(element -> element.classNames().stream())
                .collect(Collectors.toSet());
        classes.removeAll(Set.of("title", "remark"));
        classes.forEach(name -> assertTrue(dark.contains("." + name + " {") || dark.contains("." + name + " "), name));
        assertEquals(
                0,
                Jsoup.parse(HtmlBody.of(Bulletin.of(Messages.week(), LIMITS)))
                        .select("style")
                        .size());
    }

    @Example
    void portsLeadToTheirRowsAndReferencesToTheRfc() {
        Document page = Jsoup.parse(HtmlMail.of(Bulletin.of(Messages.changes(), LIMITS)));
        String rows =
                "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml?search=";
        assertEquals(
                List.of(
                        "278/tcp " + rows + "278",
                        "RFC9999 https://www.rfc-editor.org/rfc/rfc9999",
                        "278/udp " + rows + "278",
                        "8503/udp " + rows + "8503",
                        "IANA’s registry https://www.iana.org/assignments/service-names-port-numbers/"),
                page.select("a").stream()
                        .map(link -> link.text() + " " + link.attr("href"))
                        .toList());
        Document handed = Jsoup.parse(HtmlMail.of(Bulletin.of(Messages.handed(), LIMITS)));
        assertEquals(rows + "6400", handed.select("a").last().attr("href"));
    }

    @Example
    void labelsStandInOneColumn() {
        Document page = Jsoup.parse(HtmlMail.of(Bulletin.of(Messages.changes(), LIMITS)));
        List<String> widths = page.select("td.faint").eachAttr("width");
        assertEquals(6, widths.size());
        assertEquals(Set.of("124"), Set.copyOf(widths));
    }

    @Provide
    Arbitrary<Message> messages() {
        return MadeMessages.messages();
    }
}
