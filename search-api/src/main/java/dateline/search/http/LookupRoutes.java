package dateline.search.http;

import dateline.index.schema.ArticleField;
import dateline.search.engine.FacetValues;
import dateline.search.engine.LookupReader;
import dateline.search.engine.RequestReader;
import dateline.search.engine.Suggestions;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Answers those who type and look for a value or for words.
final class LookupRoutes {
  private final SearchGate gate;
  private final RequestReader reader;
  private final JsonMapper json;

  LookupRoutes(SearchGate gate, RequestReader reader, JsonMapper json) {
    this.gate = gate;
    this.reader = reader;
    this.json = json;
  }

  void values(Context context) throws IOException, Refusal {
    ArticleField field = field(context.pathParam("field"));
    LookupReader.Values asked = LookupReader.values(context.queryParamMap());
    refuse(asked.problems());
    RequestReader.Reading within = reader.read(asked.search());
    SearchRoutes.refuseProblems(within);
    FacetValues values =
        gate.values(
            new FacetValues.Request(field, asked.prefix(), asked.limit(), within.request()),
            context);
    answer(
        new LookupJson.Values(
            field.parameter(),
            values.generation(),
            values.prefix(),
            values.valuesTotal(),
            values.items().stream()
                .map(item ->
                    new LookupJson.Value(item.value(), item.label(), item.alias(), item.count()))
                .toList()),
        context);
  }

  void suggest(Context context) throws IOException, Refusal {
    LookupReader.Typed typed = LookupReader.typed(context.queryParamMap());
    refuse(typed.problems());
    Suggestions found = gate.suggest(typed.text(), typed.limit(), context);
    answer(
        new LookupJson.Suggestions(
            typed.text(),
            found.generation(),
            found.entities().stream()
                .map(entity ->
                    new LookupJson.Entity(
                        entity.field().parameter(),
                        entity.id(),
                        entity.label(),
                        entity.alias(),
                        entity.count()))
                .toList(),
            found.queries().stream()
                .map(query -> new LookupJson.Query(query.text(), query.count()))
                .toList()),
        context);
  }

  private static ArticleField field(String name) throws Refusal {
    Optional<ArticleField> field = ArticleField.of(name);
    if (field.isEmpty()) {
      String names =
          Arrays.stream(ArticleField.values())
              .map(ArticleField::parameter)
              .collect(Collectors.joining(", "));
      throw new Refusal(
          Problem.of(
              404,
              "facet.unknown",
              "No facet is called '" + name + "'. There are: " + names + "."));
    }
    return field.get();
  }

  static void refuse(List<dateline.search.engine.ParameterProblem> problems) throws Refusal {
    if (!problems.isEmpty()) {
      throw new Refusal(SearchRoutes.of(problems.getFirst()));
    }
  }

  private void answer(Object answer, Context context) {
    context.contentType("application/json").result(json.writeValueAsBytes(answer));
  }
}
