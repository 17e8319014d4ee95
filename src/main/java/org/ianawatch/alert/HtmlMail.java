package org.ianawatch.alert;

import org.ianawatch.report.HtmlText;

/** A bulletin as a page of HTML for mail programs, which know no style sheets. */
final class HtmlMail {
    private HtmlMail() {}

    static String of(Bulletin bulletin) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light">
                <title>%s</title>
                </head>
                <body style="margin: 0; padding: 0; background: #f3f4f7;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
                style="background: #f3f4f7;"><tr><td align="center" style="padding: 16px 8px;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
                style="max-width: 640px; background: #ffffff; border: 1px solid #d9dde3; border-radius: 8px;">\
                <tr><td align="left" style="padding: 20px 18px; color: %s;">
                %s</td></tr></table>
                </td></tr></table>
                </body>
                </html>
                """
                .formatted(HtmlText.escape(bulletin.title()), HtmlBody.INK, HtmlBody.of(bulletin));
    }
}
