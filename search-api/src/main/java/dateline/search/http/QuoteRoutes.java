package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.corpus.NearestName;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.SearchEngine;
import dateline.search.page.Addresses;
import dateline.search.quote.QuoteCheck;
import dateline.search.quote.QuoteVerdict;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Tells whether the archive prints a quotation.
final class QuoteRoutes {
  private static final List<String> NAMES = List.of("text", "id");

  private final SearchGate gate;
  private final QuoteCheck quotes;
  private final ArticleTexts texts;
  private final SentParameters parameters;
  private final Links links;
  private final JsonMapper json;

  QuoteRoutes(
      SearchGate gate,
      SearchEngine engine,
      ArticleTexts texts,
      Clock clock,
      SentParameters parameters,
      Links links,
      JsonMapper json) {
    this.gate = gate;
    this.quotes = new QuoteCheck(engine, texts, clock);
    this.texts = texts;
    this.parameters = parameters;
    this.links = links;
    this.json = json;
  }

  void check(Context context) throws IOException, Refusal {
    Map<String, List<String>> sent = parameters.of(context);
    for (String name : sent.keySet()) {
      if (!NAMES.contains(name)) {
        throw new Refusal(
            Problem.of(400, "param.unknown", "There is no parameter '" + name + "'.")
                .about(name, NearestName.of(name, NAMES).orElse(null)));
      }
    }
    String quote = sent.getOrDefault("text", List.of("")).getFirst();
    if (!QuoteCheck.isPossible(quote)) {
      throw new Refusal(
          Problem.of(
                  400,
                  "param.invalid",
                  "A quotation has %d words and more, and at most %d characters: text=…"
                      .formatted(QuoteCheck.WORDS_MIN, QuoteCheck.LENGTH_MAX))
              .about("text", null));
    }
    List<String> ids = sent.getOrDefault("id", List.of());
    ArticleId id = ids.isEmpty() ? null : ArticleRoutes.find(texts, ids.getFirst()).article().id();
    QuoteVerdict verdict = gate.answer(() -> quotes.check(quote, id), context);
    context.contentType("application/json").result(json.writeValueAsBytes(written(quote, verdict)));
  }

  private QuoteJson written(String quote, QuoteVerdict verdict) {
    TextDifference difference = verdict.difference();
    return new QuoteJson(
        quote,
        verdict.kind().name().toLowerCase(Locale.ROOT),
        verdict.places().stream().map(this::place).toList(),
        difference == null ? List.of() : VersionWriter.runs(difference));
  }

  /// Earlier versions are shown with what they changed, sentence by sentence no more.
  private static String address(QuoteVerdict.Place place) {
    if (!place.isCurrent()) {
      return Addresses.version(place.article(), place.version());
    }
    return place.zone() == Zone.BODY
        ? Addresses.sentence(place.article(), place.sentence())
        : Addresses.article(place.article());
  }

  private QuoteJson.Place place(QuoteVerdict.Place place) {
    return new QuoteJson.Place(
        place.article().value(),
        links.to(address(place)),
        place.version(),
        place.isCurrent(),
        place.zone().label(),
        place.sentence(),
        place.hash(),
        place.text());
  }
}
