package dateline.search.engine;

import dateline.search.engine.RequestReader.Reading;
import java.time.Clock;
import java.util.Optional;

/// The part of an archive that a caller may see: the articles that one search finds. To who asks
/// within it, there are no others, in no list, count, facet, suggestion or address.
///
/// How rare a word is counts over the whole archive; so scores do.
///
/// @param request which articles; its order, page and facets do not count
public record Scope(SearchRequest request) {
  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  /// What is done within a scope.
  public interface Task<X extends Exception> {
    void run() throws X;
  }

  /// Reads a scope written as the parameters of a search, such as `source=Reuters&from=-30d`.
  ///
  /// @throws IllegalArgumentException when they are no search, or one that finds everything
  public static Scope read(String query, Clock clock) {
    Reading reading = new RequestReader(DoorDefaults.API, clock).read(QueryString.read(query));
    if (!reading.problems().isEmpty()) {
      throw new IllegalArgumentException(reading.problems().getFirst().message());
    }
    SearchRequest request = reading.request();
    if (!request.query().problems().isEmpty()) {
      throw new IllegalArgumentException(request.query().problems().getFirst().message());
    }
    if (request.asksForEverything()) {
      throw new IllegalArgumentException("it names no condition, such as source=Reuters");
    }
    return new Scope(request.exporting(0));
  }

  /// That of the task in which this is asked; empty where everything may be seen.
  public static Optional<Scope> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Runs a task in the calling thread, in which every engine shows this part alone.
  public <X extends Exception> void run(Task<X> task) throws X {
    ScopedValue.where(CURRENT, this)
        .<Void, X>call(() -> {
          task.run();
          return null;
        });
  }

  /// Equal where the same articles are meant, relative dates counted from the same day.
  public String text() {
    return CanonicalQuery.of(request);
  }
}
