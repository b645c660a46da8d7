package dateline.corpus.read;

import dateline.corpus.Article;
import dateline.corpus.ArticleId;
import dateline.corpus.Published;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes an article of one document of the TREC disks, whose papers name their elements each in
/// their own way: Associated Press (`HEAD`), Wall Street Journal (`HL`, `DD`, `LP`), Los Angeles
/// Times (`<P>` in every element), Financial Times, Federal Register and FBIS (`<H3><TI>`).
final class TrecDocument {
  /// What an article takes from elements, in the order in which they are looked for.
  private enum Part {
    ID("DOCNO"),
    HEADLINE("HEADLINE", "HEAD", "HL", "TITLE", "TTL", "TI", "H3"),
    LEAD("LP", "LEADPARA", "SUMMARY"),
    TEXT("TEXT"),
    DATE("DATE", "DATE1", "DD", "DATE_TIME", "DATETIME"),
    FILE_ID("FILEID"),
    DATELINE("DATELINE"),
    BYLINE("BYLINE", "AUTHOR"),
    SOURCE("PUB", "SO", "SOURCE"),
    SECTION("SECTION"),
    TYPE("TYPE"),
    PAGE("PAGE"),
    KEYWORDS("SUBJECT"),
    COMPANIES("CO"),
    PLACES("RE", "CN"),
    SUBJECTS("NS", "IN", "TP");

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<SgmlText.Element> elements;

    Part(String... names) {
      elements = Stream.of(names).map(SgmlText.Element::named).toList();
    }
  }

  /// Inside the text, where nothing outside of it is a headline: the Federal Register.
  private static final SgmlText.Element DOCUMENT_TITLE = SgmlText.Element.named("DOCTITLE");

  /// How the disks number the documents of each source.
  private static final Map<Pattern, String> SERIES =
      Map.of(
          Pattern.compile("AP\\d{6}-\\d+"), "Associated Press",
          Pattern.compile("WSJ\\d{6}-\\d+"), "The Wall Street Journal",
          Pattern.compile("LA\\d{6}-\\d+"), "Los Angeles Times",
          Pattern.compile("FT\\d{3}-\\d+"), "Financial Times",
          Pattern.compile("FR\\d{6}-\\d-\\d+"), "Federal Register",
          Pattern.compile("FBIS\\d-\\d+"), "Foreign Broadcast Information Service");

  private static final Pattern ID_ATTRIBUTE =
      Pattern.compile("^<doc\\b[^>]*\\sid\\s*=\\s*\"?([^\">\\s]+)", Pattern.CASE_INSENSITIVE);

  /// The Financial Times repeats name and day before each headline.
  private static final Pattern PAPER_AND_DAY =
      Pattern.compile("^FT\\s+\\d{1,2} [A-Z]{3} \\d\\d\\s*/\\s*");

  /// In the Wall Street Journal the byline follows the headline behind a line of hyphens, and lines
  /// may begin with a sign.
  private static final Pattern RULE = Pattern.compile("(?m)^[@ \\t]*-{4,}[@ \\t]*$");

  private static final Pattern SIGN = Pattern.compile("(?m)^[ \\t]*@");

  /// What FBIS says of a text, in front of it.
  private static final Pattern ABOUT_THE_TEXT =
      Pattern.compile(
          "^(?:Language:[^\n]*\\s*)?(?:Article Type:[^\n]*\\s*)?(?:\\[(?:Text|Excerpts?)\\]\\s*)?");

  private final SgmlText whole;
  private final SgmlText header;
  private final Notes notes = new Notes();

  private TrecDocument(SgmlText whole) {
    this.whole = whole;
    this.header = whole.without(Part.TEXT.elements.getFirst());
  }

  /// @param document from `<DOC` up to `</DOC>`, each byte as one character
  /// @param bytes the same, kept when it is rejected
  static Reading read(Place where, String document, byte[] bytes) {
    return new TrecDocument(new SgmlText(decoded(bytes)).withoutComments()).read(where, bytes);
  }

  private Reading read(Place where, byte[] bytes) {
    String[] headline = RULE.split(firstOf(Part.HEADLINE, header), 2);
    String title = title(headline[0]);
    String lead = texts(Part.LEAD, header);
    String body = ABOUT_THE_TEXT.matcher(texts(Part.TEXT, whole)).replaceFirst("");
    if (body.isEmpty()) {
      body = lead;
      lead = "";
    }
    if (title.isEmpty() && body.isEmpty()) {
      return rejected(where, "the document has neither headline nor text", bytes);
    }
    String given = givenId();
    if (given.length() > ArticleId.LENGTH_MAX) {
      return rejected(
          where,
          "the id has %d characters; at most %d are possible"
              .formatted(given.length(), ArticleId.LENGTH_MAX),
          bytes);
    }
    Published published = published();
    String source = source(given);
    String id =
        given.isEmpty()
            ? DerivedId.ofContent(source, title, Objects.toString(published, ""), body)
            : given;
    String byline = onOneLine(firstOf(Part.BYLINE, header));
    if (byline.isEmpty() && headline.length == 2) {
      byline = onOneLine(SIGN.matcher(headline[1]).replaceAll("")).strip();
    }
    Article.Builder article =
        Article.builder(id)
            .source(source)
            .headline(nullIfEmpty(title))
            .lead(nullIfEmpty(onOneLine(lead)))
            .body(body)
            .published(published)
            .dateline(nullIfEmpty(onOneLine(firstOf(Part.DATELINE, header))))
            .byline(nullIfEmpty(byline))
            .section(nullIfEmpty(onOneLine(firstOf(Part.SECTION, header)).split(";", 2)[0].strip()))
            .type(nullIfEmpty(onOneLine(firstOf(Part.TYPE, header))));
    Stream.of(onOneLine(firstOf(Part.KEYWORDS, header)).split(";"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(article::keyword);
    addTags(Part.COMPANIES, "companies", article);
    addTags(Part.PLACES, "places", article);
    addTags(Part.SUBJECTS, "subjects", article);
    String page = onOneLine(firstOf(Part.PAGE, header));
    if (!page.isEmpty()) {
      notes.keep("page", page);
    }
    notes.details().forEach(article::detail);
    return new Reading.Accepted(where, article.build(), notes.warnings(), Set.of());
  }

  private static Reading rejected(Place where, String reason, byte[] bytes) {
    return new Reading.Rejected(where, reason, bytes);
  }

  private String title(String outside) {
    String words = SIGN.matcher(outside).replaceAll("").strip();
    if (words.isEmpty()) {
      words = whole.contents(DOCUMENT_TITLE).stream().findFirst().map(this::words).orElse("");
    }
    return PAPER_AND_DAY.matcher(onOneLine(words)).replaceFirst("");
  }

  /// Empty when the document has none.
  private String givenId() {
    String number = onOneLine(firstOf(Part.ID, header));
    Matcher attribute = ID_ATTRIBUTE.matcher(whole.text());
    return number.isEmpty() && attribute.find()
        ? onOneLine(notes.clean(attribute.group(1)).text())
        : number;
  }

  private String source(String id) {
    return SERIES.entrySet().stream()
        .filter(series -> series.getKey().matcher(id).matches())
        .findFirst()
        .map(Map.Entry::getValue)
        // such as: WALL STREET JOURNAL (J), PAGE -16
        .orElseGet(() -> onOneLine(firstOf(Part.SOURCE, header)).split("\\s*[(,]", 2)[0]);
  }

  private @Nullable Published published() {
    String written = onOneLine(firstOf(Part.DATE, header));
    if (written.isEmpty()) { // the Associated Press names the file after day and hour
      return TrecDate.parse(onOneLine(firstOf(Part.FILE_ID, header))).orElse(null);
    }
    Optional<Published> date = TrecDate.parse(written);
    if (date.isEmpty()) {
      notes.warn("the date \"" + written + "\" cannot be read; the article is undated");
    }
    return date.orElse(null);
  }

  private void addTags(Part part, String kind, Article.Builder article) {
    for (SgmlText.Element element : part.elements) {
      header.contents(element).stream()
          .flatMap(content -> words(content).lines())
          .map(line -> line.replaceAll("\\s+", " ").strip())
          .filter(line -> !line.isEmpty())
          .forEach(line -> article.sourceTag(kind, line));
    }
  }

  /// The words of the first element that has any.
  private String firstOf(Part part, SgmlText within) {
    return part.elements.stream()
        .flatMap(element -> within.contents(element).stream())
        .map(this::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The words of all elements, as paragraphs.
  private String texts(Part part, SgmlText within) {
    var texts = new ArrayList<String>();
    for (SgmlText.Element element : part.elements) {
      within.contents(element).stream().map(this::words).forEach(texts::add);
    }
    texts.removeIf(String::isEmpty);
    return String.join("\n\n", texts);
  }

  private String words(SgmlText content) {
    return content.words(notes);
  }

  private static String onOneLine(String words) {
    return words.replaceAll("\\s+", " ");
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) { // as the disks are
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
