package dateline.index.night;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML in which every text and every value of an attribute is escaped; there is no way
/// around it. Names of elements and attributes are constants of the caller.
final class Markup {
  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /// @param attributes names and values in turns
  Markup open(String element, Object... attributes) {
    start(element, attributes);
    open.push(element);
    return this;
  }

  Markup text(Object text) {
    escape(text.toString());
    return this;
  }

  /// Ends the element that was opened last.
  Markup close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /// An element with nothing but text in it.
  Markup leaf(String element, Object text, Object... attributes) {
    start(element, attributes);
    escape(text.toString());
    out.append("</").append(element).append(">\n");
    return this;
  }

  /// An element without content and without an end, such as `meta`.
  Markup empty(String element, Object... attributes) {
    start(element, attributes);
    out.append('\n');
    return this;
  }

  /// @throws IllegalStateException when an element is still open
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }

  private void start(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1].toString());
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
