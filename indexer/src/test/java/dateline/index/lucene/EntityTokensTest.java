package dateline.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.index.annotate.FoundEntity;
import dateline.index.annotate.Mention;
import dateline.index.generation.IndexedArticle;
import dateline.index.schema.IndexNames;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EntityTokensTest {
  @TempDir Path folder;

  @Test
  void standWhereTheWordsOfTheNameStand() throws IOException {
    Article article =
        Article.builder("a")
            .headline("Ishiba flies out")
            .subhead("😀 Visit to Indo-Pacific ports")
            .body("  He met Shigeru Ishiba's aide, then left Tokyo.")
            .build();

    Map<Integer, List<String>> body =
        terms(
            "body_en",
            article,
            named(EntityKind.PLACE, article, Zone.SUBHEAD, "Indo-Pacific"),
            named(EntityKind.PERSON, article, Zone.BODY, "Shigeru Ishiba"),
            named(EntityKind.PERSON, article, Zone.HEADLINE, "Ishiba"),
            named(EntityKind.PLACE, article, Zone.BODY, "Tokyo"));

    String person = IndexNames.anyOf(EntityKind.PERSON);
    String place = IndexNames.anyOf(EntityKind.PLACE);
    var places = new ArrayList<String>();
    var people = new ArrayList<String>();
    for (List<String> here : body.values()) {
      if (here.contains(place)) {
        places.addAll(here.stream().filter(term -> !term.equals(place)).toList());
      }
      if (here.contains(person)) {
        people.addAll(here.stream().filter(term -> !term.equals(person)).toList());
      }
    }
    assertEquals(List.of("indo", "indopacif", "pacif", "tokyo"), places.stream().sorted().toList());
    assertEquals(List.of("shigeru", "ishiba"), people);
  }

  @Test
  void areNoWords() throws IOException {
    Article article = Article.builder("a").headline("Ishiba").body("Ishiba left.").build();
    try (var writer = new LuceneWriter(folder)) {
      writer.add(
          new IndexedArticle(
              1, article, List.of(named(EntityKind.PERSON, article, Zone.BODY, "Ishiba"))));
      writer.finish();

      var rarity = writer.rarity(Twin.ENGLISH);

      assertTrue(rarity.count("ishiba") > 0);
      assertEquals(0, rarity.count(IndexNames.anyOf(EntityKind.PERSON)));
    }
    assertFalse(IndexNames.isAny("ishiba"));
  }

  private static IndexedArticle.Named named(
      EntityKind kind, Article article, Zone zone, String name) {
    String text = article.text(zone);
    int start = text.codePointCount(0, text.indexOf(name));
    var mention = new Mention(zone, start, start + name.length(), name, Mention.How.NAME);
    var found = new FoundEntity(kind, "~" + name, name, null, true, 1, List.of(mention));
    return new IndexedArticle.Named(found, "id", List.of(), List.of());
  }

  /// Terms of a field of one article by position.
  private Map<Integer, List<String>> terms(
      String field, Article article, IndexedArticle.Named... entities) throws IOException {
    try (var writer = new LuceneWriter(folder)) {
      writer.add(new IndexedArticle(1, article, List.of(entities)));
      writer.finish();
    }
    var found = new TreeMap<Integer, List<String>>();
    try (var reader = DirectoryReader.open(FSDirectory.open(folder))) {
      TermsEnum terms = MultiTerms.getTerms(reader, field).iterator();
      for (BytesRef term; (term = terms.next()) != null; ) {
        PostingsEnum postings = terms.postings(null, PostingsEnum.POSITIONS);
        postings.nextDoc();
        for (int i = postings.freq(); i > 0; i--) {
          found
              .computeIfAbsent(postings.nextPosition(), _ -> new ArrayList<>())
              .add(term.utf8ToString());
        }
      }
    }
    return found;
  }
}
