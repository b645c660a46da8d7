package dateline.search.alert;

import dateline.corpus.store.Destination;
import dateline.corpus.store.SavedSearch;
import dateline.corpus.store.SavedSearches;
import dateline.search.engine.ArticleTexts;
import dateline.search.engine.FacetRequest;
import dateline.search.engine.HeldGeneration;
import dateline.search.engine.KeptSearch;
import dateline.search.engine.RequestReader.Reading;
import dateline.search.engine.SearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// Saves searches of an archive, and forgets them. Safe for use by many threads.
public final class SearchKeeper {
  /// Why nothing was changed, when [AlertPasser] says so.
  public static final String OVERTAKEN =
      "another index was published in this moment, and nothing was changed. Try again.";

  private final Path home;
  private final SearchEngine engine;
  private final ArticleTexts texts;
  private final Alerts.Generations generations;
  private final Clock clock;

  public SearchKeeper(
      Path home,
      SearchEngine engine,
      ArticleTexts texts,
      Alerts.Generations generations,
      Clock clock) {
    this.home = home;
    this.engine = engine;
    this.texts = texts;
    this.generations = generations;
    this.clock = clock;
  }

  public Path home() {
    return home;
  }

  /// A search that was saved.
  ///
  /// @param found articles that it finds now, none of which it will tell
  public record Kept(SavedSearch search, long found) {}

  /// Saves a search, which tells what comes from now on.
  ///
  /// @param reading without problems, see [KeptSearch#trouble]
  /// @throws IllegalArgumentException when the name is none, or the search too long
  /// @throws IOException when the search cannot be asked, there are too many, or another index was
  ///   published meanwhile
  public Kept save(String name, Reading reading, Destination destination) throws IOException {
    try (SavedSearches store = SavedSearches.open(home);
        HeldGeneration generation = generations.hold()) {
      // first, since a search that cannot be asked at all is not saved
      long found = engine.search(reading.request().counting(FacetRequest.NONE)).total();
      var search =
          new SavedSearch(
              store.freshId(new SecureRandom()),
              name.strip(),
              KeptSearch.text(reading),
              clock.instant(),
              false,
              destination,
              null);
      if (!new AlertPasser(home, texts, clock).add(search, generation)) {
        throw new IOException(OVERTAKEN);
      }
      return new Kept(search, found);
    }
  }

  /// Forgets a search with all that it told.
  ///
  /// @return whether there was such a search
  public boolean remove(String id) throws IOException {
    try (SavedSearches store = SavedSearches.open(home)) {
      return store.remove(id, clock.instant());
    }
  }
}
