package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what was found in an article as one line of JSON:
///
/// ```json
/// {"id": "…", "people": […], "places": […], "organizations": […], "issues": […]}
/// ```
///
/// An entity has `id`, `label`, `country` (ISO 3166-1 alpha-2 or null, places and organisations
/// only), `salient`, `score` and `mentions`; a mention has `field` (the zone), `start` and `end`
/// (code points of the zone's text), `text` and `how` ([Mention.How], in small letters). Issues
/// have no mentions.
public final class AnnotationJson {
  private static final ObjectMapper JSON = JsonMapper.shared();

  private AnnotationJson() {}

  /// Without a line end.
  public static String line(Article article, List<FoundEntity> entities) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", article.id().value());
    for (EntityKind kind : EntityKind.values()) {
      ArrayNode array = line.putArray(field(kind));
      for (FoundEntity entity : entities) {
        if (entity.kind() == kind) {
          write(entity, array.addObject());
        }
      }
    }
    return line.toString();
  }

  private static String field(EntityKind kind) {
    return switch (kind) {
      case PERSON -> "people";
      case PLACE -> "places";
      case ORGANISATION -> "organizations";
      case ISSUE -> "issues";
    };
  }

  private static void write(FoundEntity entity, ObjectNode object) {
    object.put("id", entity.key());
    object.put("label", entity.label());
    if (entity.kind() == EntityKind.PLACE || entity.kind() == EntityKind.ORGANISATION) {
      object.put("country", entity.country());
    }
    object.put("salient", entity.isSalient());
    object.put("score", Math.round(entity.score() * 1000) / 1000.0);
    if (entity.kind() != EntityKind.ISSUE) {
      ArrayNode mentions = object.putArray("mentions");
      for (Mention mention : entity.mentions()) {
        mentions
            .addObject()
            .put("field", mention.zone().label())
            .put("start", mention.start())
            .put("end", mention.end())
            .put("text", mention.text())
            .put("how", mention.how().name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
