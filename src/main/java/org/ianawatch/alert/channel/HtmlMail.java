package org.ianawatch.alert.channel;

import org.ianawatch.report.HtmlText;

/**
 * A bulletin as a page of HTML for mail programs. It is whole without its style sheet, which many do not read: that has
 * nothing but the colours for a dark screen.
 */
final class HtmlMail {
    private HtmlMail() {}

    static String of(Bulletin bulletin) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="supported-color-schemes" content="light dark">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark; }
                a { color: #2463c4; }
                @media (prefers-color-scheme: dark) {
                body, .page { background: #14171c !important; }
                .card { background: #1c2027 !important; border-color: #333a45 !important; color: #e6e9ee !important; }
                .faint { color: #9aa4b2 !important; }
                .foot { border-color: #333a45 !important; }
                .use { background: #3d3115 !important; color: #f3e3b8 !important; }
                .before { background: #3d1c1a !important; color: #ff9b93 !important; }
                .after { background: #17301f !important; color: #6fd391 !important; }
                a { color: #8cb6ff !important; }
                }
                </style>
                </head>
                <body style="margin: 0; padding: 0; background: #f3f4f7;">
                <table class="page" role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
                style="background: #f3f4f7;"><tr><td align="center" style="padding: 16px 8px;">
                <table class="card" role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
                style="max-width: 640px; background: #ffffff; border: 1px solid #d9dde3; border-radius: 8px; color: %s;">\
                <tr><td align="left" style="padding: 20px 18px;">
                %s</td></tr></table>
                </td></tr></table>
                </body>
                </html>
                """
                .formatted(HtmlText.escape(bulletin.title()), HtmlBody.INK, HtmlBody.of(bulletin));
    }
}
