package dateline.search.http;

import dateline.corpus.ArticleId;
import dateline.corpus.NearestName;
import dateline.index.analyze.FieldAnalysis;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Explanation;
import dateline.search.engine.RequestReader;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Shows how queries, texts and scores come about.
final class InspectRoutes {
  private final SearchGate gate;
  private final ArticleTexts texts;
  private final RequestReader reader;
  private final Links links;
  private final JsonMapper json;

  InspectRoutes(
      SearchGate gate, ArticleTexts texts, RequestReader reader, Links links, JsonMapper json) {
    this.links = links;
    this.texts = texts;
    this.gate = gate;
    this.reader = reader;
    this.json = json;
  }

  /// Problems of the query are part of the answer.
  void parse(Context context) throws Refusal {
    RequestReader.Reading reading = reader.read(context.queryParamMap());
    if (!reading.problems().isEmpty()) {
      throw new Refusal(SearchRoutes.of(reading.problems().getFirst()));
    }
    answer(context, ParseAnswer.of(reading.request()));
  }

  void explain(Context context) throws IOException, Refusal {
    Map<String, List<String>> parameters = new LinkedHashMap<>(context.queryParamMap());
    List<String> ids = parameters.remove("id");
    RequestReader.Reading reading = reader.read(parameters);
    SearchRoutes.refuseProblems(reading);
    if (ids == null || ids.size() != 1 || ids.getFirst().isBlank()) {
      throw invalid("id", "Name the one article to explain as id=….", null);
    }
    Optional<Explanation> explanation = Optional.empty();
    Optional<ArticleId> id = ArticleRoutes.id(ids.getFirst());
    if (id.isPresent()) {
      explanation = gate.explain(reading.request(), id.get(), context);
    }
    if (explanation.isEmpty()) {
      throw ArticleRoutes.missing(texts, ids.getFirst());
    }
    answer(context, ExplainJson.of(explanation.get(), links));
  }

  void analyze(Context context) throws IOException, Refusal {
    for (String name : context.queryParamMap().keySet()) {
      if (!List.of("field", "text", "lang").contains(name)) {
        throw new Refusal(
            Problem.of(
                    400,
                    "param.unknown",
                    "There is no parameter “%s” here; there are field, text and lang."
                        .formatted(name))
                .about(name, null));
      }
    }
    String field = context.queryParam("field");
    String text = context.queryParam("text");
    String language = context.queryParam("lang");
    if (text == null || text.isEmpty()) {
      throw invalid("text", "Give the text to analyze as text=….", null);
    }
    int length = text.codePointCount(0, text.length());
    if (length > FieldAnalysis.LENGTH_MAX) {
      throw invalid(
          "text",
          "The text has %d characters; the limit is %d."
              .formatted(length, FieldAnalysis.LENGTH_MAX),
          null);
    }
    List<FieldAnalysis> analyses =
        field == null ? List.of() : FieldAnalysis.of(field, text, language);
    if (field == null || analyses.isEmpty()) {
      throw invalid(
          "field",
          "%s The fields are: %s, and each text field by its name in the index, such as body_en_plain."
              .formatted(
                  field == null ? "Name a field as field=…." : "There is no field “" + field + "”.",
                  String.join(", ", FieldAnalysis.fields())),
          field == null ? null : NearestName.of(field, FieldAnalysis.fields()).orElse(null));
    }
    answer(context, AnalyzeJson.of(field, text, language, analyses));
  }

  private static Refusal invalid(String parameter, String detail, @Nullable String meant) {
    return new Refusal(Problem.of(400, "param.invalid", detail).about(parameter, meant));
  }

  private void answer(Context context, Object answer) {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
