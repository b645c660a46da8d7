package dateline.index.annotate;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.EntityNames;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds to what an article names the names that the owner's recognisers find.
///
/// Ours come first: a name that overlaps one of them is left out. What is left goes to the entity
/// that the article names alike, else to the one that the gazetteer knows by the name, else it is
/// an entity of its own.
final class FurtherNames {
  /// An entity is about somebody named so often; as [Entities] counts.
  private static final int SALIENT_MENTIONS = 2;

  private final Gazetteer gazetteer;
  private final EntityNames known;
  private final List<EntityRecognizer> recognizers;

  private record Key(EntityKind kind, String key) {}

  FurtherNames(Gazetteer gazetteer, List<EntityRecognizer> recognizers) {
    this.gazetteer = gazetteer;
    this.recognizers = recognizers;
    known = new EntityNames(gazetteer);
  }

  List<FoundEntity> added(Article article, List<Zone> zones, List<FoundEntity> found) {
    var entities = new LinkedHashMap<Key, FoundEntity>();
    found.forEach(entity -> entities.put(new Key(entity.kind(), entity.key()), entity));
    for (EntityRecognizer recognizer : recognizers) {
      for (Zone zone : zones) {
        String text = article.text(zone);
        if (!text.isBlank()) {
          for (EntityRecognizer.Name name : recognizer.names(zone, text)) {
            add(name, mention(recognizer, name, zone, text), entities);
          }
        }
      }
    }
    return List.copyOf(entities.values());
  }

  /// @throws IllegalStateException when the name lies outside the text: an error of the recogniser
  private static Mention mention(
      EntityRecognizer recognizer, EntityRecognizer.Name name, Zone zone, String text) {
    int length = text.codePointCount(0, text.length());
    if (name.end() > length) {
      throw new IllegalStateException(
          "the recogniser "
              + recognizer.version()
              + " found a name from "
              + name.start()
              + " to "
              + name.end()
              + " in a text of "
              + length
              + " code points");
    }
    int start = text.offsetByCodePoints(0, name.start());
    int end = text.offsetByCodePoints(start, name.end() - name.start());
    return new Mention(
        zone, name.start(), name.end(), text.substring(start, end), Mention.How.NAME);
  }

  private void add(EntityRecognizer.Name name, Mention mention, Map<Key, FoundEntity> entities) {
    String folded = FoldedName.of(mention.text());
    boolean isTaken =
        entities.values().stream()
            .flatMap(entity -> entity.mentions().stream())
            .anyMatch(other -> overlap(other, mention));
    if (isTaken || folded.isEmpty()) {
      return;
    }
    Key key = new Key(name.kind(), key(name.kind(), mention.text(), folded, entities));
    FoundEntity same = entities.get(key);
    entities.put(key, same == null ? entity(key, mention) : with(mention, same));
  }

  private static boolean overlap(Mention one, Mention other) {
    return one.zone() == other.zone() && one.start() < other.end() && other.start() < one.end();
  }

  private String key(EntityKind kind, String text, String folded, Map<Key, FoundEntity> entities) {
    if (kind != EntityKind.PERSON) {
      return known.ids(kind, text).stream().findFirst().orElse("~" + folded);
    }
    if (folded.indexOf(' ') > 0) {
      return "~" + folded;
    }
    return bearer(folded, entities).orElse(FoundEntity.LONE + folded);
  }

  /// The one person of the article with this family name.
  private static Optional<String> bearer(String family, Map<Key, FoundEntity> entities) {
    List<String> bearers =
        entities.keySet().stream()
            .filter(key -> key.kind() == EntityKind.PERSON && key.key().endsWith(" " + family))
            .map(Key::key)
            .toList();
    return bearers.size() == 1 ? Optional.of(bearers.getFirst()) : Optional.empty();
  }

  private FoundEntity entity(Key key, Mention mention) {
    String label =
        gazetteer.label(key.key()).orElseGet(() -> mention.text().strip().replaceAll("\\s+", " "));
    return new FoundEntity(
        key.kind(), key.key(), label, country(key), isProminent(mention), 1, List.of(mention));
  }

  private @Nullable String country(Key key) {
    return switch (key.kind()) {
      case PLACE -> gazetteer.place(key.key()).map(place -> place.country()).orElse(null);
      case PERSON, ORGANISATION, ISSUE -> null;
    };
  }

  private static FoundEntity with(Mention mention, FoundEntity entity) {
    var mentions = new ArrayList<>(entity.mentions());
    mentions.add(mention);
    mentions.sort(FoundEntity.READING_ORDER);
    boolean isSalient =
        entity.isSalient()
            || isProminent(mention)
            || (entity.kind() != EntityKind.PLACE && mentions.size() >= SALIENT_MENTIONS);
    return new FoundEntity(
        entity.kind(),
        entity.key(),
        entity.label(),
        entity.country(),
        isSalient,
        entity.score() + 1,
        mentions);
  }

  private static boolean isProminent(Mention mention) {
    return mention.zone() != Zone.BODY;
  }
}
