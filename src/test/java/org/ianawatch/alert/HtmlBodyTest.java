package org.ianawatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Read as a browser reads it. */
class HtmlBodyTest {
    private static final Entry.Limits LIMITS = new Entry.Limits(1_000, 10_000);

    @Property(tries = 60)
    void noTextBecomesMarkup(@ForAll("messages") Message message) {
        Bulletin bulletin = Bulletin.of(message, LIMITS);
        Document page = Jsoup.parse(HtmlMail.of(bulletin));
        Set<String> names =
                page.getAllElements().stream().map(Element::normalName).collect(Collectors.toSet());
        names.removeAll(Set.of(
                "#root", "html", "head", "meta", "title", "body", "table", "tbody", "tr", "td", "div", "h1", "h2", "p",
                "span", "a", "br"));
        assertEquals(Set.of(), names);
        assertEquals(1, page.select("a").size());
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

    /** What mail programs on telephones do not know. */
    @Example
    void everyStyleIsInline() {
        Document page = Jsoup.parse(HtmlMail.of(Bulletin.of(Messages.week(), LIMITS)));
        assertEquals(
                0,
                page.select("style, link, script, img, [class], [id], [onclick]")
                        .size());
        assertEquals(2, page.select("h2").size());
    }

    @Provide
    Arbitrary<Message> messages() {
        return MadeMessages.messages();
    }
}
