package dateline.search.engine;

/// How the doors differ in reading parameters. What they leave out means the same everywhere, so
/// that one query string is one state.
///
/// @param isLenient whether a query with problems is searched when `lenient` is absent
/// @param isPageAllowed whether `page` counts, beside `cursor`
public record DoorDefaults(boolean isLenient, boolean isPageAllowed) {
  /// For people: the best reading is searched, pages have numbers.
  public static final DoorDefaults PAGE = new DoorDefaults(true, true);

  /// For programs: a query with problems is refused, lists continue by cursor.
  public static final DoorDefaults API = new DoorDefaults(false, false);
}
