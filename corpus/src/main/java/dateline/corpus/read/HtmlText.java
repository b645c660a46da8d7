package dateline.corpus.read;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// The words of an HTML text: paragraphs, list items, headings and table rows apart by a blank
/// line, `<br>` as a line end, scripts and styles left out.
final class HtmlText implements NodeVisitor {
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|blockquote|figure|img|table|tr|td"
              + "|section|article|html|body)(?:\\s[^<>]*)?/?>",
          Pattern.CASE_INSENSITIVE);

  private final StringBuilder words = new StringBuilder();
  private int lineEndsDue;
  private boolean isSpaceDue;

  private HtmlText() {}

  static boolean isHtml(String text) {
    return text.indexOf('<') >= 0 && TAG.matcher(text).find();
  }

  static String of(String html) {
    Element body = Jsoup.parse(html).body();
    body.select("script, style, template, noscript, svg").remove();
    var text = new HtmlText();
    body.traverse(text);
    return text.words.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(text.getWholeText(), isVerbatim(text.parent()));
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && isParagraph(element)) {
      lineEndsDue = 2;
    }
  }

  private void open(Element element) {
    if (element.normalName().equals("br")) {
      lineEndsDue = Math.min(2, lineEndsDue + 1);
    } else if (isParagraph(element)) {
      lineEndsDue = 2;
    } else if (element.normalName().equals("td") || element.normalName().equals("th")) {
      isSpaceDue = true;
    }
  }

  private static boolean isParagraph(Element element) {
    return element.isBlock() && !element.normalName().matches("td|th|tbody|thead|tfoot");
  }

  private static boolean isVerbatim(@Nullable Element parent) {
    return parent != null && parent.normalName().equals("pre");
  }

  private void add(String text, boolean isVerbatim) {
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (isVerbatim && unit == '\n') {
        lineEndsDue = Math.min(2, lineEndsDue + 1);
      } else if (Character.isWhitespace(unit) || unit == '\u00A0') {
        isSpaceDue = true;
      } else {
        separate();
        words.append(unit);
      }
    }
  }

  private void separate() {
    if (!words.isEmpty()) {
      words.append(lineEndsDue > 0 ? "\n".repeat(lineEndsDue) : isSpaceDue ? " " : "");
    }
    lineEndsDue = 0;
    isSpaceDue = false;
  }
}
