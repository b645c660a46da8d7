package dateline.search.engine;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// A search that is kept as a text, to be asked again on other days.
///
/// The text is the canonical query string of the start of its list, save that a bound in `from` or
/// `to` that counts from today is left as it was typed.
public final class KeptSearch {
  private KeptSearch() {}

  /// @param reading without problems
  public static String text(RequestReader.Reading reading) {
    return CanonicalQuery.of(reading.request(), reading.sinceToday());
  }

  /// Reads a text as it is to be understood now. What cannot be read, any more, is reported.
  ///
  /// @throws Unreadable when it is no query string at all
  public static RequestReader.Reading read(String text, Clock clock) throws Unreadable {
    try {
      return new RequestReader(DoorDefaults.API, clock).read(QueryString.read(text));
    } catch (IllegalArgumentException e) {
      throw new Unreadable(e);
    }
  }

  /// A text that [#text] did not write.
  public static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable(IllegalArgumentException cause) {
      super(
          "the text of the saved search is no query string. Remove it, and save the search anew.",
          cause);
    }
  }

  /// Why a search may not be asked; empty when it may.
  public static Optional<String> trouble(RequestReader.Reading reading) {
    return reading.problems().stream()
        .map(ParameterProblem::message)
        .findFirst()
        .or(() ->
            reading.request().query().problems().stream()
                .map(problem -> problem.message())
                .findFirst());
  }
}
