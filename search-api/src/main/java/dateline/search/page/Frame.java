package dateline.search.page;

/// What every page shows around its own content.
///
/// @param title of the window
/// @param stylesheet path of the style sheet
public record Frame(Messages messages, String title, String stylesheet) {}
