package dateline.search.lucene;

import dateline.corpus.ArticleId;
import dateline.corpus.store.StoreException;
import dateline.corpus.store.Tombstone;
import dateline.corpus.store.Tombstones;
import dateline.search.engine.ArticleTexts.Withdrawn;
import dateline.search.engine.Gone;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The articles of a home that were taken back, as the engine knows them.
///
/// @param state of the store that it was read from
record TakenBack(String state, Map<String, Tombstone> byId) {
  static final TakenBack NOTHING = new TakenBack("0", Map.of());

  TakenBack {
    byId = Map.copyOf(byId);
  }

  /// As the home has it now.
  TakenBack refreshed(Path home) throws StoreException {
    String now =
        Tombstones.state(home); // before what it stands for: what comes between is seen next
    if (now.equals(state)) {
      return this;
    }
    var byId = new HashMap<String, Tombstone>();
    for (Tombstone tombstone : Tombstones.all(home)) {
      byId.put(tombstone.article().value(), tombstone);
    }
    return new TakenBack(now, byId);
  }

  Set<String> ids() {
    return byId.keySet();
  }

  /// The latest first.
  List<Withdrawn> latest(int most) {
    return byId.values().stream()
        .sorted(
            Comparator.comparing(Tombstone::at)
                .reversed()
                .thenComparing(tombstone -> tombstone.article().value()))
        .limit(most)
        .map(tombstone -> new Withdrawn(tombstone.article(), tombstone.at(), tombstone.reason()))
        .toList();
  }

  Optional<Gone> of(ArticleId id) {
    return Optional.ofNullable(byId.get(id.value()))
        .map(tombstone ->
            new Gone(
                Gone.Way.WITHDRAWN,
                LocalDate.ofInstant(tombstone.at(), ZoneOffset.UTC),
                tombstone.reason()));
  }
}
