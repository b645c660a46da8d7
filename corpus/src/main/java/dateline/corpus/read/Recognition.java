package dateline.corpus.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of file it is, told from its first bytes. The file's extension is asked only where
/// these could be plain text: JSON Lines with a broken first line are no article.
sealed interface Recognition {
  record Known(ArticleReader reader) implements Recognition {}

  /// @param reason says what the file is and what would be read
  record Refused(String reason) implements Recognition {}

  /// @param head the first bytes, unpacked, without a byte order mark
  /// @param name the file's, below a given folder
  static Recognition of(byte[] head, String name) {
    String text = Signs.LEADING_SPACE.matcher(new String(head, ISO_8859_1)).replaceFirst("");
    for (Signs.Sign sign : Signs.NOT_READ) {
      if (sign.start().matcher(text).lookingAt()) {
        return Signs.refused(sign.kind());
      }
    }
    if (Signs.JSON.matcher(text).lookingAt()) {
      Optional<JsonListStart> list = JsonListStart.in(head);
      if (list.isPresent()) {
        return new Known(new JsonListReader(list.get()));
      }
      return Signs.isOneObjectOverManyLines(text)
          ? new Refused(
              "the file is one JSON object over several lines; put each article on one line, or all into"
                  + " a list")
          : new Known(new JsonLinesReader());
    }
    if (Signs.isBinary(text)) {
      return new Refused("not text: the file holds bytes that no text has; " + Signs.READ);
    }
    if (Signs.MARKUP.matcher(text).lookingAt()) {
      if (Signs.isReuters(text)) {
        return new Known(new ReutersSgmlReader());
      }
      return Signs.isTrec(text)
          ? new Known(new TrecSgmlReader())
          : Signs.refused(Signs.kindOfMarkup(text));
    }
    if (!text.isEmpty() && Signs.LINES_NAME.matcher(name).find()) {
      return new Known(new JsonLinesReader());
    }
    return Signs.isMail(text)
        ? Signs.refused("an e-mail message")
        : new Known(new PlainTextReader(name));
  }

  /// By what each kind is told.
  final class Signs {
    private record Sign(Pattern start, String kind) {}

    private static final String READ =
        "Dateline reads JSON Lines and lists, plain text files, Reuters-21578 and TREC SGML";

    /// Text of this kind is taken for plain text without it, or is called binary without saying how
    /// to go on.
    private static final List<Sign> NOT_READ =
        List.of(
            new Sign(Pattern.compile("\\{\\\\rtf"), "an RTF document"),
            new Sign(Pattern.compile("%PDF-"), "a PDF document"),
            new Sign(Pattern.compile("PK\\x03\\x04"), "a Zip archive, unpack it first"),
            new Sign(
                Pattern.compile("\\x1f\\x8b|\\x28\\xb5\\x2f\\xfd"),
                "compressed twice, unpack it first"),
            new Sign(Pattern.compile("BZh\\d"), "compressed with bzip2, unpack it first"),
            new Sign(Pattern.compile("\\xfd7zXZ"), "compressed with xz, unpack it first"),
            new Sign(Pattern.compile("WARC/\\d|filedesc://"), "a web archive (WARC or ARC)"),
            new Sign(Pattern.compile("\\x16\\x16\\x01|\\x01"), "an agency wire message"));

    /// Without the separators of files and units, which Java counts as white space.
    private static final Pattern LEADING_SPACE = Pattern.compile("^\\s+");

    /// A bracket alone can open a headline: _[Update] Talks open_.
    private static final Pattern JSON = Pattern.compile("\\{(?!\\x00)|\\[\\s*(?:[\\[{\"\\]]|$)");

    /// A document, and in it one of the elements that every collection has.
    private static final Pattern TREC =
        Pattern.compile("<doc(?:\\s[^>]*)?>.*<(?:docno|text)>", CASE_INSENSITIVE | DOTALL);

    private static final Pattern LINES_NAME =
        Pattern.compile("\\.(?:jsonl|ndjson)(?:\\.(?:gz|zst))?$", CASE_INSENSITIVE);

    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z?!]");
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w:.-]*)");
    private static final Pattern MAIL_HEADER = Pattern.compile("[!-9;-~]+ ?:.*|[ \t].*|From .*");
    private static final Pattern MAIL_SIGN =
        Pattern.compile(
            "(?i:received|return-path|delivered-to|mime-version|message-id|content-type) ?:.*");

    /// Control characters, more than one in this many: no text has them, wire texts have fewer.
    private static final int CONTROLS_RARITY = 50;

    private Signs() {}

    private static Refused refused(String kind) {
      return new Refused("the file is " + kind + "; " + READ);
    }

    /// The first line is open, and what follows is no second record.
    private static boolean isOneObjectOverManyLines(String text) {
      Iterator<String> lines =
          text.lines().map(String::strip).filter(line -> !line.isEmpty()).iterator();
      String first = lines.next();
      return lines.hasNext()
          && (first.endsWith("{") || first.endsWith("[") || first.endsWith(","))
          && !lines.next().startsWith("{");
    }

    private static boolean isBinary(String text) {
      long controls =
          text.chars().filter(unit -> unit < ' ' && "\t\n\r\f".indexOf(unit) < 0).count();
      return text.indexOf('\0') >= 0 || controls * CONTROLS_RARITY > text.length();
    }

    private static boolean isReuters(String text) {
      String start = text.toLowerCase(Locale.ROOT);
      return start.startsWith("<!doctype lewis") || start.startsWith("<reuters");
    }

    private static boolean isTrec(String text) {
      return TREC.matcher(text).find();
    }

    private static String kindOfMarkup(String text) {
      Matcher root = ROOT.matcher(text);
      String name = root.find() ? root.group(1) : "";
      boolean isHtml =
          name.equalsIgnoreCase("html")
              || text.regionMatches(true, 0, "<!doctype html", 0, "<!doctype html".length());
      if (isHtml) {
        return "an HTML page";
      }
      return name.isEmpty() ? "XML" : "XML or SGML (its first element is <" + name + ">)";
    }

    private static boolean isMail(String text) {
      for (String line : (Iterable<String>) text.lines()::iterator) {
        if (MAIL_SIGN.matcher(line).matches()) {
          return true;
        }
        if (!MAIL_HEADER.matcher(line).matches()) {
          return false;
        }
      }
      return false;
    }
  }
}
