package dateline.index.lucene;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.index.annotate.Mention;
import dateline.index.generation.IndexedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where an article names entities, in UTF-16 units of each zone's text.
final class EntityMarks {
  /// A stretch that names an entity.
  ///
  /// @param end unit after the last
  /// @param ids of the entity and of what contains it
  record Mark(int start, int end, EntityKind kind, List<String> ids) {
    Mark movedBy(int units) {
      return new Mark(start + units, end + units, kind, ids);
    }
  }

  private final Map<Zone, List<Mark>> marks = new EnumMap<>(Zone.class);

  private EntityMarks() {}

  static EntityMarks of(IndexedArticle indexed) {
    var mentions = new EnumMap<Zone, List<MentionOf>>(Zone.class);
    for (IndexedArticle.Named entity : indexed.entities()) {
      var ids = new ArrayList<String>();
      ids.add(entity.id());
      ids.addAll(entity.containers());
      for (Mention mention : entity.found().mentions()) {
        mentions
            .computeIfAbsent(mention.zone(), _ -> new ArrayList<>())
            .add(new MentionOf(entity.found().kind(), ids, mention));
      }
    }
    var found = new EntityMarks();
    mentions.forEach((zone, some) -> found.add(zone, indexed.article(), some));
    return found;
  }

  private record MentionOf(EntityKind kind, List<String> ids, Mention mention) {}

  private void add(Zone zone, Article article, List<MentionOf> mentions) {
    mentions.sort(Comparator.comparingInt(each -> each.mention().start()));
    String text = article.text(zone);
    var found = new ArrayList<Mark>(mentions.size());
    int unit = 0;
    int point = 0;
    for (MentionOf each : mentions) {
      unit = text.offsetByCodePoints(unit, each.mention().start() - point);
      point = each.mention().start();
      int end = text.offsetByCodePoints(unit, each.mention().end() - point);
      found.add(new Mark(unit, end, each.kind(), each.ids()));
    }
    marks.put(zone, found);
  }

  /// In the order of their beginnings.
  List<Mark> in(Zone zone) {
    return marks.getOrDefault(zone, List.of());
  }
}
