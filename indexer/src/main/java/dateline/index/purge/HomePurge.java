package dateline.index.purge;

import dateline.corpus.Article;
import dateline.corpus.store.EntityEdits;
import dateline.corpus.store.EntityIds;
import dateline.corpus.store.EntityIds.Entity;
import dateline.corpus.store.StorePurge;
import dateline.index.generation.Generation;
import dateline.index.generation.GenerationStore;
import dateline.index.lucene.LuceneWriter;
import dateline.index.lucene.PublishedArticles;
import dateline.index.lucene.PublishedTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Removes the texts of some articles from one home: from every generation, from learned tables,
/// from names that nothing else bears, and last from the store, so that a purge that was killed can
/// be gone on with.
public final class HomePurge {
  private final Path home;
  private final Set<String> ids;
  private final GenerationStore generations;

  /// @param ids of withdrawn articles
  public HomePurge(Path home, Set<String> ids) {
    this.home = home;
    this.ids = Set.copyOf(ids);
    this.generations = new GenerationStore(home);
  }

  /// What was removed.
  ///
  /// @param generations names of those that were written anew
  public record Done(StorePurge.Removed store, List<String> generations) {
    public Done {
      generations = List.copyOf(generations);
    }
  }

  /// Whether anything of the home holds text of the articles, or a record that bears their ids.
  public boolean isNeeded() throws IOException {
    for (Generation generation : generations.all()) {
      if (holds(generation)) {
        return true;
      }
    }
    return !StorePurge.versions(home, ids).isEmpty() || StorePurge.isInQuarantine(home, ids);
  }

  /// To be called under the run lock of the home.
  public Done run() throws IOException {
    var rewritten = new ArrayList<String>();
    for (Generation generation : generations.all()) {
      if (holds(generation)) {
        rewrite(generation);
        rewritten.add(generation.name());
      }
    }
    List<Article> texts = StorePurge.versions(home, ids);
    if (!texts.isEmpty()) {
      forgetWords(texts);
    }
    return new Done(StorePurge.remove(home, ids, texts), rewritten);
  }

  private boolean holds(Generation generation) throws IOException {
    try (var published = new PublishedArticles(generation.directory())) {
      return !published.withTextOf(ids).isEmpty();
    }
  }

  private void rewrite(Generation generation) throws IOException {
    generations.discardDraft(generation.name());
    Path draft = generations.draft(generation.name());
    GenerationStore.share(generation, draft);
    long articles;
    try (LuceneWriter writer = LuceneWriter.onto(draft)) {
      writer.expunge(ids);
      writer.finish();
      articles = writer.articles();
    }
    generations.replace(generation, draft, articles);
  }

  private void forgetWords(List<Article> texts) throws IOException {
    Generation live = generations.live().orElse(null);
    if (live == null) {
      return;
    }
    VanishedWords vanished;
    try (var terms = new PublishedTerms(live.directory())) {
      vanished = VanishedWords.of(texts, terms);
    }
    TablesPurge.of(home, vanished);
    List<Entity> nameless = unborne(vanished);
    if (!nameless.isEmpty()) {
      EntityIds.forget(home, nameless);
    }
  }

  /// Entities whose names hold vanished words, that no generation names and no editor repaired.
  private List<Entity> unborne(VanishedWords vanished) throws IOException {
    String edits =
        EntityEdits.all(home).stream()
            .map(made -> made.edit().toString())
            .collect(Collectors.joining("\n"));
    var unborne = new HashSet<Entity>();
    for (Entity entity : EntityIds.all(home)) {
      if (vanished.isIn(entity.label().toLowerCase(Locale.ROOT)) && !edits.contains(entity.id())) {
        unborne.add(entity);
      }
    }
    for (Generation generation : generations.all()) {
      try (var published = new PublishedArticles(generation.directory())) {
        for (Entity entity : List.copyOf(unborne)) {
          if (!published.naming(entity.kind(), Set.of(entity.id())).isEmpty()) {
            unborne.remove(entity);
          }
        }
      }
    }
    return List.copyOf(unborne);
  }
}
