package dateline.search.http;

import dateline.corpus.EntityKind;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchRequest;
import dateline.search.page.Addresses;
import dateline.search.page.Pages;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Answers with what is known of one entity, as a page and as JSON. The address of a merged entity
/// leads on to the one that it is part of; not for ever, since a merge can be undone.
final class EntityRoutes {
  private static final String API = "/api/v1/entities";

  private final SearchGate gate;
  private final RequestReader reader;
  private final Pages pages;
  private final Links links;
  private final JsonMapper json;

  EntityRoutes(SearchGate gate, RequestReader reader, Pages pages, Links links, JsonMapper json) {
    this.gate = gate;
    this.reader = reader;
    this.pages = pages;
    this.links = links;
    this.json = json;
  }

  Handler page(EntityKind kind) {
    return context -> {
      EntityProfile profile = find(kind, context);
      if (!leadOn(profile, "", context)) {
        context.contentType(PageRoutes.HTML).result(pages.entity(profile, everything()));
      }
    };
  }

  void json(Context context) throws IOException, Refusal {
    String word = context.pathParam("kind");
    EntityKind kind =
        EntityKind.of(word)
            .orElseThrow(() ->
                new Refusal(
                    Problem.of(
                        404,
                        "entity.unknown",
                        "'"
                            + word
                            + "' is no kind of entity. Kinds are person, place, org, issue.")));
    EntityProfile profile = find(kind, context);
    if (!leadOn(profile, API, context)) {
      context
          .contentType("application/json")
          .result(json.writeValueAsBytes(EntityJson.of(profile, everything(), links)));
    }
  }

  private EntityProfile find(EntityKind kind, Context context) throws IOException, Refusal {
    String id = context.pathParam("id");
    Optional<EntityProfile> found = gate.entity(kind, id, context);
    if (found.isEmpty()) {
      throw new Refusal(
          Problem.of(404, "entity.unknown", "No " + kind.word() + " has the id '" + id + "'."));
    }
    return found.get();
  }

  private boolean leadOn(EntityProfile profile, String prefix, Context context) {
    if (profile.id().equals(context.pathParam("id"))) {
      return false;
    }
    String path = prefix + Addresses.entity(profile.kind(), profile.id());
    context.redirect(links.to(path), HttpStatus.FOUND);
    return true;
  }

  private SearchRequest everything() {
    return reader.read(Map.of()).request();
  }
}
