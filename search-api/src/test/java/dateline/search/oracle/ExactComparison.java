package dateline.search.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Similar;
import dateline.search.engine.Suggestions;
import dateline.search.lucene.LuceneEngine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares what two generations of the same articles answer, where no oracle knows all of it.
record ExactComparison(LuceneEngine engine, LuceneEngine other) {
  private static final int LIMIT = 10;

  /// Completions, after each word that articles have and that only gone ones have.
  void compareTyping() throws IOException {
    List<String> typed =
        Stream.of(
                RandomArchive.WORDS.stream(),
                RandomArchive.NAMES.stream(),
                RandomArchive.GERMAN.stream(),
                Stream.of("x", "zep", "Nina", "rey", "ice", "xylo", "g", "summit x"))
            .flatMap(each -> each)
            .flatMap(word -> Stream.of(word.substring(0, 1), word, word + " "))
            .distinct()
            .toList();
    for (String beginning : typed) {
      Suggestions expected = other.suggest(beginning, LIMIT);
      Suggestions actual = engine.suggest(beginning, LIMIT);
      assertEquals(expected.queries(), actual.queries(), beginning);
      assertEquals(expected.entities(), actual.entities(), beginning);
    }
  }

  void compareEntities(Map<ArticleField, List<String>> values) throws IOException {
    for (EntityKind kind : EntityKind.values()) {
      for (String id : values.getOrDefault(ArticleField.of(kind.word()).orElseThrow(), List.of())) {
        assertEquals(
            other.entity(kind, id).map(ExactComparison::anonymous),
            engine.entity(kind, id).map(ExactComparison::anonymous),
            () -> kind + " " + id);
      }
    }
  }

  /// Nobody but a gone article names her.
  void checkGone() throws IOException {
    assertEquals(Optional.empty(), engine.entity(EntityKind.PERSON, "nina-zandvoort"));
  }

  void compareSimilar(List<ScanArticle> articles) throws IOException {
    for (ScanArticle scanned : articles) {
      List<Similar> expected = other.similar(scanned.article().id(), LIMIT);
      assertEquals(
          expected,
          engine.similar(scanned.article().id(), LIMIT),
          () -> "similar to " + scanned.article().id());
    }
  }

  /// Without the name of the generation.
  private static EntityProfile anonymous(EntityProfile profile) {
    return new EntityProfile(
        "",
        profile.kind(),
        profile.id(),
        profile.label(),
        profile.aliases(),
        profile.names(),
        profile.within(),
        profile.field(),
        profile.articles(),
        profile.timeline(),
        profile.inside(),
        profile.related(),
        profile.sources(),
        profile.newest());
  }
}
