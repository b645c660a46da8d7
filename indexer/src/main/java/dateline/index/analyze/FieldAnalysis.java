package dateline.index.analyze;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/// What a text becomes in one field of the index, and what of it plain words of a query look up.
///
/// @param field its name in the index, such as `headline_en_plain`
/// @param indexed terms as an article has them
/// @param asked those that are looked up: plain words drop function words, as long as another word
///   is left
public record FieldAnalysis(String field, List<AnalyzedToken> indexed, List<AnalyzedToken> asked) {
  /// Longest text that is worth looking at token by token, in code points.
  public static final int LENGTH_MAX = 10_000;

  /// Parts of an article; the subhead is indexed with lead and body.
  private static final Map<String, Part> PARTS =
      Map.of("headline", Part.HEADLINE, "subhead", Part.LEAD, "lead", Part.LEAD, "body", Part.BODY);

  private static final Set<String> NAMES =
      Stream.concat(
              Stream.of(IndexNames.BYLINE),
              Arrays.stream(EntityKind.values()).map(IndexNames::namesOf))
          .collect(Collectors.toUnmodifiableSet());

  public FieldAnalysis {
    indexed = List.copyOf(indexed);
    asked = List.copyOf(asked);
  }

  /// The names that can be asked for. Beside them goes each text field by its name in the index.
  public static List<String> fields() {
    var names = new ArrayList<>(List.of("headline", "subhead", "lead", "body"));
    names.add(IndexNames.BYLINE);
    for (ArticleField field : ArticleField.values()) {
      names.add(field.parameter());
    }
    for (EntityKind kind : EntityKind.values()) {
      names.add(IndexNames.namesOf(kind));
    }
    return List.copyOf(names);
  }

  /// The analyses of a text, one for each field of the index that a part of an article becomes;
  /// empty when there is no such field.
  ///
  /// @param text no longer than [#LENGTH_MAX]
  /// @param language of the article, as a code; null when unknown
  public static List<FieldAnalysis> of(String field, String text, @Nullable String language)
      throws IOException {
    String name = field.toLowerCase(Locale.ROOT);
    Part part = PARTS.get(name);
    if (part != null) {
      var forms = new ArrayList<FieldAnalysis>();
      Twin twin = ArticleAnalyzers.twinOf(language);
      for (Form form : Form.values()) {
        if (form != Form.LIGHT || twin.hasLightStems()) {
          forms.add(of(new TextField(part, twin, form), text));
        }
      }
      return forms;
    }
    Optional<TextField> exact = TextField.byName(name);
    if (exact.isPresent()) {
      return List.of(of(exact.get(), text));
    }
    if (NAMES.contains(name)) {
      return List.of(whole(name, tokens(ArticleAnalyzers.names(), text)));
    }
    return ArticleField.of(name).stream()
        .map(values -> whole(values.parameter(), List.of(value(text))))
        .toList();
  }

  private static FieldAnalysis whole(String field, List<AnalyzedToken> tokens) {
    return new FieldAnalysis(field, tokens, tokens);
  }

  /// Values are kept as they are.
  private static AnalyzedToken value(String text) {
    return new AnalyzedToken(text, 0, text.codePointCount(0, text.length()), 0, 1, 1, "value");
  }

  private static FieldAnalysis of(TextField field, String text) throws IOException {
    List<AnalyzedToken> tokens = tokens(ArticleAnalyzers.of(field), text);
    if (field.form() == Form.VERBATIM) {
      return whole(field.name(), tokens);
    }
    var plain = new TextField(field.part(), field.twin(), Form.PLAIN);
    return new FieldAnalysis(
        field.name(),
        tokens,
        asked(tokens, tokens(ArticleAnalyzers.of(plain), text), StopWords.of(field.twin())));
  }

  private static List<AnalyzedToken> asked(
      List<AnalyzedToken> tokens, List<AnalyzedToken> plains, StopWords stopWords) {
    Set<Integer> content =
        plains.stream()
            .filter(plain -> !stopWords.contains(plain.term()))
            .map(AnalyzedToken::position)
            .collect(Collectors.toSet());
    Set<Integer> mixed =
        plains.stream()
            .filter(plain -> stopWords.contains(plain.term()))
            .map(AnalyzedToken::position)
            .filter(content::contains)
            .collect(Collectors.toSet());
    return tokens.stream()
        .filter(token -> content.isEmpty() || content.contains(token.position()))
        .filter(token -> !mixed.contains(token.position()) || !stopWords.contains(token.term()))
        .toList();
  }

  private static List<AnalyzedToken> tokens(Analyzer analyzer, String text) throws IOException {
    var tokens = new ArrayList<AnalyzedToken>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      var type = stream.addAttribute(TypeAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(
            new AnalyzedToken(
                term.toString(),
                text.codePointCount(0, offset.startOffset()),
                text.codePointCount(0, offset.endOffset()),
                position,
                increment.getPositionIncrement(),
                length.getPositionLength(),
                typeOf(type.type())));
      }
      stream.end();
    }
    return tokens;
  }

  private static String typeOf(String type) {
    return switch (type) {
      case "<ALPHANUM>" -> "word";
      case "<NUM>" -> "number";
      default -> type.replaceAll("[<>]", "").toLowerCase(Locale.ROOT);
    };
  }
}
