package dateline.search.oracle;

import dateline.corpus.Article;
import dateline.corpus.Byline;
import dateline.corpus.EntityKind;
import dateline.corpus.Paragraphs;
import dateline.corpus.Zone;
import dateline.index.analyze.ArticleAnalyzers;
import dateline.index.annotate.Mention;
import dateline.index.language.ArticleLanguage;
import dateline.index.schema.ArticleField;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.query.TextZone;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An article with all that a search can ask of it.
final class ScanArticle {
  private final Article article;
  private final List<ScanEntity> entities;
  private final long story;
  private final Map<ArticleField, Set<String>> values = new EnumMap<>(ArticleField.class);
  private final Map<String, List<ScanTerm>> terms = new HashMap<>();

  /// @param entities strongest first
  /// @param story of near-identical articles that it is in; 0 for none
  ScanArticle(Article article, List<ScanEntity> entities, long story) {
    this.article = ArticleLanguage.named(article);
    this.entities = entities;
    this.story = story;
    addValue(ArticleField.SOURCE, article.source().isEmpty() ? null : article.source());
    addValue(ArticleField.SECTION, article.section());
    addValue(ArticleField.LANGUAGE, this.article.language());
    addValue(ArticleField.TYPE, article.type());
    article.sourceTags().forEach(tag -> addValue(ArticleField.TAG, tag));
    if (article.byline() != null) {
      Byline.parse(article.byline()).authors().forEach(a -> addValue(ArticleField.AUTHOR, a));
    }
    for (ScanEntity entity : entities) {
      for (String id : entity.withContainers()) {
        switch (entity.kind()) {
          case PERSON -> addValue(ArticleField.PERSON, id);
          case ORGANISATION -> addValue(ArticleField.ORG, id);
          case ISSUE -> addValue(ArticleField.ISSUE, id);
          case PLACE -> {
            addValue(ArticleField.PLACE_MENTION, id);
            addValue(ArticleField.PLACE, entity.isSalient() ? id : null);
          }
        }
      }
    }
  }

  Article article() {
    return article;
  }

  List<ScanEntity> entities() {
    return entities;
  }

  long story() {
    return story;
  }

  ScanArticle ofStory(long other) {
    return new ScanArticle(article, entities, other);
  }

  /// Whether it is the other one or near-identical to it.
  boolean isCopyOf(ScanArticle other) {
    return article.id().equals(other.article.id()) || (story != 0 && story == other.story);
  }

  Twin twin() {
    return ArticleAnalyzers.twinOf(article.language());
  }

  Set<String> values(ArticleField field) {
    return values.getOrDefault(field, Set.of());
  }

  /// Words of the body between white space.
  long words() {
    return article.body().isBlank() ? 0 : article.body().strip().split("\\s+").length;
  }

  List<ScanTerm> terms(TextZone zone, Form form) {
    return terms.computeIfAbsent(
        zone + " " + form,
        _ ->
            switch (zone) {
              case BYLINE -> ScanTerm.of(ArticleAnalyzers.names(), text(zone));
              case HEADLINE -> terms(Part.HEADLINE, form, text(zone));
              case LEAD -> terms(Part.LEAD, form, text(zone));
              case BODY -> terms(Part.BODY, form, text(zone));
            });
  }

  String text(TextZone zone) {
    return switch (zone) {
      case BYLINE -> article.text(Zone.BYLINE);
      case HEADLINE -> article.text(Zone.HEADLINE);
      case LEAD -> lead();
      case BODY -> opening(article.body());
    };
  }

  /// A phrase of a query as a field reads it.
  List<ScanTerm> asked(TextZone zone, Form form, String phrase) {
    return zone == TextZone.BYLINE
        ? ScanTerm.of(ArticleAnalyzers.names(), phrase)
        : terms(Part.BODY, form, phrase);
  }

  boolean holdsAny(TextZone zone, Set<String> texts) {
    return terms(zone, Form.STEMMED).stream().anyMatch(term -> texts.contains(term.text()));
  }

  /// Whether a phrase stands in the zone in one of its readings.
  boolean holdsPhrase(TextZone zone, Form form, String phrase) {
    return ScanTerm.readings(asked(zone, form, phrase)).stream()
        .anyMatch(words -> holds(terms(zone, form), words));
  }

  /// Whether one of the article's entities of a kind bears the name, or a longer one with it
  /// inside.
  boolean namesEntity(EntityKind kind, String name) {
    return entities.stream().anyMatch(entity -> entity.kind() == kind && entity.isCalled(name));
  }

  /// Whether a mention stands in one of the zones.
  boolean isNamedIn(ScanEntity entity, Set<TextZone> zones) {
    return entity.mentions().stream()
        .anyMatch(mention ->
            switch (mention.zone()) {
              case HEADLINE -> zones.contains(TextZone.HEADLINE);
              case SUBHEAD, LEAD -> zones.contains(TextZone.BODY) || zones.contains(TextZone.LEAD);
              case BODY ->
                  zones.contains(TextZone.BODY)
                      || (zones.contains(TextZone.LEAD) && opensBody(mention));
              case BYLINE, DATELINE -> false;
            });
  }

  private boolean opensBody(Mention mention) {
    int start = article.body().offsetByCodePoints(0, mention.start());
    return article.lead() == null && start < Paragraphs.of(article.body()).getFirst().end();
  }

  private static boolean holds(List<ScanTerm> terms, List<Set<String>> words) {
    Map<Integer, Set<String>> there = ScanTerm.byPosition(terms);
    for (int start : there.keySet()) {
      int at = start;
      boolean isThere = true;
      for (Set<String> word : words) {
        isThere &= there.getOrDefault(at++, Set.of()).stream().anyMatch(word::contains);
      }
      if (isThere) {
        return true;
      }
    }
    return false;
  }

  private List<ScanTerm> terms(Part part, Form form, String text) {
    return ScanTerm.of(ArticleAnalyzers.of(new TextField(part, twin(), form)), text);
  }

  /// Without a lead of its own the first paragraph is the lead.
  private String lead() {
    if (article.lead() != null) {
      return opening("");
    }
    List<Paragraphs.Span> paragraphs = Paragraphs.of(article.body());
    return opening(
        paragraphs.isEmpty()
            ? ""
            : article.body().substring(paragraphs.getFirst().start(), paragraphs.getFirst().end()));
  }

  private String opening(String rest) {
    return Stream.of(article.text(Zone.SUBHEAD), article.text(Zone.LEAD), rest)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private void addValue(ArticleField field, @Nullable String value) {
    if (value != null) {
      values.computeIfAbsent(field, _ -> new TreeSet<>()).add(value);
    }
  }

  /// An entity that an article names.
  ///
  /// @param withContainers ids of itself and of what contains it
  /// @param names by which it can be asked for where no list knows the name
  record ScanEntity(
      EntityKind kind,
      String id,
      boolean isSalient,
      List<String> withContainers,
      List<String> names,
      List<Mention> mentions) {
    ScanEntity {
      withContainers = List.copyOf(withContainers);
      names = List.copyOf(names);
    }

    /// Whether it bears the name, or a longer one with it inside.
    boolean isCalled(String name) {
      List<List<Set<String>>> readings =
          ScanTerm.readings(ScanTerm.of(ArticleAnalyzers.names(), name));
      return !readings.isEmpty()
          && names.stream()
              .map(own -> ScanTerm.of(ArticleAnalyzers.names(), own))
              .anyMatch(own -> holds(own, readings.getFirst()));
    }
  }
}
