package dateline.search.page;

/// What every page shows around its own content.
///
/// @param title of the window
/// @param description one sentence about the page, for those who link to it
/// @param form the search field, with what it holds
public record Frame(
    Messages messages, Assets assets, String title, String description, SearchForm form) {}
