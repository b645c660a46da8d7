package dateline.corpus.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// SGML that no one has validated: its elements are found by name in any case, and what is in them
/// becomes words. Paragraphs are set apart by a blank line, rows of a table by a line end; other
/// tags, and comments, are dropped.
///
/// @param text a document or a part of it
record SgmlText(String text) {
  // each pattern is linear in the text, however it is mangled
  private static final Pattern PARAGRAPH =
      Pattern.compile("</?(?:P|TABLE|H\\d)(?:\\s[^<>]*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROW =
      Pattern.compile("(?<!\n)<(?:TABLEROW|TR|BR|LI)(?:\\s[^<>]*)?>\n?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
  private static final Pattern LINE_END = Pattern.compile("(?<![ \t])[ \t]+(?=\n)");
  private static final Pattern BLANK_LINES = Pattern.compile("\n\n\n+");

  /// Entities of the Federal Register that HTML does not have.
  private static final Map<String, String> ENTITIES = Map.of("&blank;", " ", "&hyph;", "-");

  /// A kind of element.
  ///
  /// @param open matches the tag that begins it
  /// @param close matches the tag that ends it
  record Element(Pattern open, Pattern close) {
    static Element named(String name) {
      return new Element(
          Pattern.compile("<" + name + "(?:\\s[^<>]*)?>", Pattern.CASE_INSENSITIVE),
          Pattern.compile("</" + name + "\\s*>", Pattern.CASE_INSENSITIVE));
    }
  }

  /// What stands in each element of a kind, in order. One that is never closed goes on to the end.
  List<SgmlText> contents(Element element) {
    var contents = new ArrayList<SgmlText>();
    Matcher open = element.open().matcher(text);
    Matcher close = element.close().matcher(text);
    int at = 0;
    while (open.find(at)) {
      boolean isClosed = close.find(open.end());
      int end = isClosed ? close.start() : text.length();
      contents.add(new SgmlText(text.substring(open.end(), end)));
      at = isClosed ? close.end() : end;
    }
    return contents;
  }

  /// The same text without the elements of a kind.
  SgmlText without(Element element) {
    var rest = new StringBuilder();
    Matcher open = element.open().matcher(text);
    Matcher close = element.close().matcher(text);
    int at = 0;
    while (open.find(at)) {
      rest.append(text, at, open.start());
      at = close.find(open.end()) ? close.end() : text.length();
    }
    return new SgmlText(rest.append(text, at, text.length()).toString());
  }

  SgmlText withoutComments() {
    var rest = new StringBuilder();
    int at = 0;
    for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
      int end = text.indexOf("-->", start);
      if (end < 0) {
        break;
      }
      rest.append(text, at, start);
      at = end + 3;
    }
    return new SgmlText(rest.append(text, at, text.length()).toString());
  }

  String words(Notes notes) {
    String plain = PARAGRAPH.matcher(text).replaceAll("\n\n");
    plain = TAG.matcher(ROW.matcher(plain).replaceAll("\n")).replaceAll("");
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      plain = plain.replace(entity.getKey(), entity.getValue());
    }
    plain = notes.clean(Parser.unescapeEntities(plain, false)).text();
    plain = LINE_END.matcher(plain).replaceAll("");
    return BLANK_LINES.matcher(plain).replaceAll("\n\n");
  }
}
