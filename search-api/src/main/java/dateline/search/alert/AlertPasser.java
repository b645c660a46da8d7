package dateline.search.alert;

import dateline.corpus.ArticleId;
import dateline.corpus.store.AlertPass;
import dateline.corpus.store.AlertPass.Found;
import dateline.corpus.store.AlertPasses;
import dateline.corpus.store.Notice.Kind;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.HeldGeneration;
import dateline.search.engine.KeptSearch;
import dateline.search.engine.LiveVersion;
import dateline.search.engine.RequestReader;
import dateline.search.engine.SearchEngine.SearchTimeout;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks all saved searches of what a generation brought, and records what they tell.
///
/// A search tells an article that it finds, once; another version of an article that it told,
/// whether it still finds it or not; and that an article which it told was taken back or has
/// expired. An article that is merely absent, since its generation was rolled back, was taken back
/// by nobody and is told by nobody.
///
/// A search that cannot be asked is noted with the reason and keeps the versions that it missed for
/// the next pass; the others go on.
public final class AlertPasser {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPasser.class);

  /// Another program may have made a pass meanwhile, such as a command that saves a search.
  private static final int ATTEMPTS = 5;

  private final Path home;
  private final ArticleTexts texts;
  private final Clock clock;

  /// @param texts tell why an article is gone
  /// @param clock tells what relative dates count from
  public AlertPasser(Path home, ArticleTexts texts, Clock clock) {
    this.home = home;
    this.texts = texts;
    this.clock = clock;
  }

  /// Makes a pass, unless there is no search to make it for.
  ///
  /// @return false when the generation is no longer the live one: what it brought is told by a pass
  ///   over the one that is, and an older version must not be told after a newer one
  public boolean pass(HeldGeneration generation) throws IOException {
    return record(generation, null);
  }

  /// Saves a search, which begins with this pass.
  ///
  /// @return false when the generation is no longer the live one, and nothing was saved
  public boolean add(SavedSearch search, HeldGeneration generation) throws IOException {
    return record(generation, search);
  }

  private boolean record(HeldGeneration generation, @Nullable SavedSearch added)
      throws IOException {
    try (AlertPasses passes = AlertPasses.open(home)) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        long number = passes.last() + 1;
        List<SavedSearch> searches = passes.searches();
        if (searches.isEmpty() && added == null) {
          return true;
        }
        if (!generation.isLive()) {
          return false;
        }
        if (added != null && searches.size() >= SavedSearches.MOST) {
          throw new IOException(
              "%s has %,d saved searches, and there may be no more. Remove one by dateline alerts remove."
                  .formatted(home, searches.size()));
        }
        AlertPass pass = new Draft(generation, passes).pass(number, searches, added);
        if (passes.record(pass)) {
          LOG.info(
              "alerts passed generation={} searches={} versions={} told={} troubled={}",
              generation.name(),
              searches.size(),
              pass.seen().size(),
              pass.found().size(),
              pass.troubles().size());
          return true;
        }
      }
    }
    throw new IOException(
        "cannot record what saved searches found in %s: other programs record it at the same time. Try again."
            .formatted(home));
  }

  /// A pass as it comes to be.
  private final class Draft {
    private final HeldGeneration generation;
    private final AlertPasses passes;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, String> troubles = new HashMap<>();
    private final Map<String, Set<Long>> missed = new HashMap<>();

    /// Of the fresh versions, which searches told another version of the article.
    private final Map<ArticleId, Set<String>> tellers = new HashMap<>();

    Draft(HeldGeneration generation, AlertPasses passes) {
      this.generation = generation;
      this.passes = passes;
    }

    AlertPass pass(long number, List<SavedSearch> searches, @Nullable SavedSearch added)
        throws IOException {
      LongPredicate seen = passes.seen();
      List<LiveVersion> fresh = generation.versions(version -> !seen.test(version));
      for (LiveVersion version : fresh) {
        correct(version);
      }
      passes.visitTold(this::withdraw);
      for (SavedSearch search : searches) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("the server stops; the next one makes the pass");
        }
        if (!search.isPaused()) {
          ask(search, untold(search, fresh));
        }
      }
      return new AlertPass(
          number,
          generation.name(),
          clock.instant(),
          fresh.stream().map(LiveVersion::version).toList(),
          found,
          troubles,
          missed,
          added);
    }

    private void correct(LiveVersion version) throws IOException {
      Set<String> searches = passes.told(version.article()).keySet();
      if (!searches.isEmpty()) {
        tellers.put(version.article(), searches);
        searches.forEach(search ->
            found.add(new Found(search, version.article(), version.version(), Kind.CORRECTED)));
      }
    }

    private void withdraw(ArticleId article) throws IOException {
      if (generation.version(article).isPresent() || texts.gone(article).isEmpty()) {
        return;
      }
      passes
          .told(article)
          .forEach((search, told) -> {
            if (told.kind() != Kind.WITHDRAWN) {
              found.add(new Found(search, article, told.version(), Kind.WITHDRAWN));
            }
          });
    }

    /// What a search is to be asked of: articles that it has not told, each with its version.
    private Map<ArticleId, Long> untold(SavedSearch search, List<LiveVersion> fresh)
        throws IOException {
      var untold = new LinkedHashMap<ArticleId, Long>();
      for (LiveVersion version : fresh) {
        if (!tellers.getOrDefault(version.article(), Set.of()).contains(search.id())) {
          untold.put(version.article(), version.version());
        }
      }
      Set<Long> missedBefore = passes.missed(search.id());
      if (!missedBefore.isEmpty()) {
        for (LiveVersion version : generation.versions(missedBefore::contains)) {
          untold.put(version.article(), version.version());
        }
      }
      return untold;
    }

    private void ask(SavedSearch search, Map<ArticleId, Long> untold) throws IOException {
      try {
        RequestReader.Reading reading = KeptSearch.read(search.query(), clock);
        Optional<String> trouble = KeptSearch.trouble(reading);
        if (trouble.isPresent()) {
          miss(search, untold, trouble.get());
          return;
        }
        Set<ArticleId> hits = generation.matching(reading.request(), untold.keySet());
        untold.forEach((article, version) -> {
          if (hits.contains(article)) {
            found.add(new Found(search.id(), article, version, Kind.NEW));
          }
        });
      } catch (SearchTimeout | KeptSearch.Unreadable e) {
        miss(search, untold, String.valueOf(e.getMessage()));
      } catch (RuntimeException e) { // a bug that one search meets must not silence the others
        LOG.error("saved search={} met a bug: {}", search.id(), e.getClass().getName());
        LOG.debug("saved search={}", search.id(), e); // may tell what is searched for
        miss(search, untold, "it met a bug in Dateline: " + e.getClass().getName());
      }
    }

    private void miss(SavedSearch search, Map<ArticleId, Long> untold, String trouble) {
      LOG.warn(
          "saved search={} could not be asked; it is asked again at the next pass", search.id());
      troubles.put(search.id(), trouble);
      missed.put(search.id(), new HashSet<>(untold.values()));
    }
  }
}
