package dateline.search.http;

import dateline.corpus.Article;
import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.search.engine.ArticleTexts;
import dateline.search.page.Addresses;
import dateline.search.quote.SentenceHash;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Lists the sentences of an article, each with its address and what it is known by.
final class SentenceRoutes {
  private static final List<Zone> ZONES =
      List.of(Zone.HEADLINE, Zone.SUBHEAD, Zone.LEAD, Zone.BODY);

  private final ArticleTexts texts;
  private final Links links;
  private final JsonMapper json;

  SentenceRoutes(ArticleTexts texts, Links links, JsonMapper json) {
    this.texts = texts;
    this.links = links;
    this.json = json;
  }

  private record SentencesJson(String id, List<SentenceJson> sentences) {}

  /// @param sentence which one of the field, from 0
  /// @param url of the sentence in the body, else of the article
  private record SentenceJson(String field, int sentence, String url, String hash, String text) {}

  void sentences(Context context) throws IOException, Refusal {
    Article article = ArticleRoutes.find(texts, context.pathParam("id")).article();
    var sentences = new ArrayList<SentenceJson>();
    for (Zone zone : ZONES) {
      String text = article.text(zone);
      int number = 0;
      for (Sentences.Sentence each : Sentences.of(text)) {
        String sentence = text.substring(each.start(), each.end());
        String address =
            zone == Zone.BODY
                ? Addresses.sentence(article.id(), number)
                : Addresses.article(article.id());
        sentences.add(
            new SentenceJson(
                zone.label(), number, links.to(address), SentenceHash.of(sentence), sentence));
        number++;
      }
    }
    context
        .contentType("application/json")
        .result(
            json.writeValueAsBytes(
                new SentencesJson(article.id().value(), List.copyOf(sentences))));
  }
}
