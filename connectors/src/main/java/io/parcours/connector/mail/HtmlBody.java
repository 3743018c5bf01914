package io.parcours.connector.mail;

import io.parcours.conversation.Choice;
import io.parcours.conversation.OutboundMessage;

/** A message as a small page: nothing is fetched from outside, and nobody is told that it was opened. */
final class HtmlBody {

    private static final String PAGE = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;"
            + "color:#1f2933;max-width:36em;margin:0;padding:16px";
    private static final String QUIET = "color:#52606d;font-size:13px";

    private HtmlBody() {}

    static String of(OutboundMessage message, String hint, String sender) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\r\n<html><head><meta charset=\"utf-8\"></head>\r\n")
                .append("<body style=\"")
                .append(PAGE)
                .append("\">\r\n");
        for (String paragraph : message.text().strip().split("\\R\\s*\\R")) {
            page.append("<p>").append(lines(paragraph)).append("</p>\r\n");
        }
        if (!message.choices().isEmpty()) {
            page.append("<ol>\r\n");
            for (Choice choice : message.choices()) {
                page.append("<li>").append(lines(choice.label())).append("</li>\r\n");
            }
            page.append("</ol>\r\n");
        }
        if (!hint.isEmpty()) {
            page.append(quiet(hint));
        }
        return page.append(quiet(sender)).append("</body></html>\r\n").toString();
    }

    private static String quiet(String text) {
        return "<p style=\"" + QUIET + "\">" + lines(text) + "</p>\r\n";
    }

    private static String lines(String text) {
        return escaped(text).replaceAll("\\R", "<br>\r\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
