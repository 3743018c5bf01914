package io.parcours.connector.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a page in lines, without what nobody sees and, where words are left then, without what is quoted. */
final class HtmlText {

    private static final String UNSEEN = "script, style, head, title, template, noscript";
    private static final String QUOTED = "blockquote, .gmail_quote, .yahoo_quoted, #divRplyFwdMsg, #appendonsend";
    private static final Set<String> LINES = Set.of(
            "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre", "hr", "blockquote");

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(UNSEEN).remove();
        Document answer = page.clone();
        answer.select(QUOTED).remove();
        String words = words(answer);
        return words.isEmpty() ? words(page) : words;
    }

    private static String words(Element element) {
        StringBuilder words = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            words.append(text.getWholeText().replaceAll("\\s+", " "));
                        } else if (node.nodeName().equals("br")) {
                            words.append('\n');
                        } else if (LINES.contains(node.nodeName())) {
                            newLine(words);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element && LINES.contains(node.nodeName())) {
                            newLine(words);
                            words.append(node.nodeName().equals("p") ? "\n" : "");
                        }
                    }
                },
                element);
        return words.toString()
                .replace('\u00A0', ' ')
                .replaceAll(" *\n *", "\n")
                .replaceAll(" {2,}", " ")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static void newLine(StringBuilder words) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }
}
