package dateline.search.http;

import dateline.corpus.NearestName;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.Change;
import dateline.search.engine.Change.Place;
import dateline.search.engine.ChangePage;
import dateline.search.engine.ChangeRequest;
import dateline.search.engine.Gone;
import dateline.search.page.Addresses;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tells mirrors what is new, changed or gone since they last asked.
final class ChangeRoutes {
  static final int LIMIT_MAX = 1000;
  private static final int LIMIT_DEFAULT = 100;
  private static final String SINCE = "since";
  private static final String LIMIT = "limit";
  private static final String SOURCE = "source";
  private static final List<String> NAMES = List.of(SINCE, LIMIT, SOURCE);

  private final SearchGate gate;
  private final ArticleTexts texts;
  private final Links links;
  private final JsonMapper json;

  ChangeRoutes(SearchGate gate, ArticleTexts texts, Links links, JsonMapper json) {
    this.gate = gate;
    this.texts = texts;
    this.links = links;
    this.json = json;
  }

  void changes(Context context) throws IOException, Refusal {
    for (String name : context.queryParamMap().keySet()) {
      if (!NAMES.contains(name) && !name.isEmpty()) {
        throw new Refusal(
            Problem.of(
                    400,
                    "param.unknown",
                    "There is no parameter “%s” here; there are %s."
                        .formatted(name, String.join(", ", NAMES)))
                .about(name, NearestName.of(name, NAMES).orElse(null)));
      }
    }
    ChangeCursor since = since(only(SINCE, context));
    String source = only(SOURCE, context);
    int limit = limit(only(LIMIT, context));
    ChangePage page =
        gate.answer(
            () ->
                texts.changes(new ChangeRequest(since.after(), since.from(), null, source, limit)),
            context);
    List<Change> changes = page.changes();
    String next =
        new ChangeCursor(
                changes.isEmpty() ? since.after() : changes.getLast().place(), since.from())
            .text();
    var items = new ArrayList<ChangeJson.Item>();
    for (Change change : changes) {
      items.add(item(change));
    }
    String following =
        "/api/v1/changes?since=%s&limit=%d%s"
            .formatted(next, limit, source == null ? "" : "&source=" + Addresses.encoded(source));
    context
        .contentType("application/json")
        .result(
            json.writeValueAsBytes(
                new ChangeJson(
                    items, next, page.hasMore(), new ChangeJson.Next(links.to(following)))));
  }

  private ChangeJson.Item item(Change change) throws IOException {
    String reason = change.isGone() ? texts.gone(change.id()).map(Gone::reason).orElse("") : "";
    return new ChangeJson.Item(
        change.id().value(),
        change.isGone() ? "gone" : "current",
        change.at().toString(),
        change.isGone() ? null : change.source(),
        change.isGone() ? null : links.to(Addresses.article(change.id())),
        reason.isEmpty() ? null : reason);
  }

  private static @Nullable String only(String name, Context context) throws Refusal {
    List<String> given =
        context.queryParams(name).stream().filter(value -> !value.isBlank()).toList();
    if (given.size() > 1) {
      throw new Refusal(
          Problem.of(400, "param.repeated", "Give “%s” once.".formatted(name)).about(name, null));
    }
    return given.isEmpty() ? null : given.getFirst();
  }

  private static int limit(@Nullable String given) throws Refusal {
    if (given == null) {
      return LIMIT_DEFAULT;
    }
    int limit = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new Refusal(
          Problem.of(
                  400,
                  "param.invalid",
                  "“%s” is no value of “limit”. Accepted: a number from 1 to %d."
                      .formatted(given, LIMIT_MAX))
              .about(LIMIT, null));
    }
    return limit;
  }

  private static ChangeCursor since(@Nullable String given) throws Refusal {
    if (given == null) {
      return new ChangeCursor(Place.START, null);
    }
    Optional<ChangeCursor> cursor = ChangeCursor.read(given);
    if (cursor.isPresent()) {
      return cursor.get();
    }
    return new ChangeCursor(Place.START, time(given));
  }

  private static Instant time(String given) throws Refusal {
    try {
      return given.length() == 10
          ? LocalDate.parse(given).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(given.replace(' ', '+')).toInstant(); // a + means a blank there
    } catch (DateTimeException _) {
      throw new Refusal(
          Problem.of(
                  400,
                  "param.invalid",
                  "“since” takes the “next” of an earlier answer, a day such as 2026-11-23, or an"
                      + " RFC 3339 time.")
              .about(SINCE, null));
    }
  }
}
