package dateline.search.page;

import dateline.search.page.HomeView.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article as it is read.
///
/// @param form empty, for the next search
/// @param back the results it was opened from; null when opened directly
/// @param published for machines; null when unknown, and then so is `date`
/// @param original where its publisher shows it; null unless a web address
/// @param groups entities that it is about
public record ArticleView(
    Frame frame,
    SearchForm form,
    @Nullable String back,
    @Nullable String language,
    List<Piece> headline,
    List<Piece> subhead,
    List<Piece> lead,
    @Nullable String dateline,
    @Nullable String byline,
    @Nullable String published,
    @Nullable String date,
    @Nullable Origin source,
    @Nullable Origin section,
    @Nullable String original,
    List<List<Piece>> paragraphs,
    List<Group> groups) {
  public ArticleView {
    headline = List.copyOf(headline);
    subhead = List.copyOf(subhead);
    lead = List.copyOf(lead);
    paragraphs = List.copyOf(paragraphs);
    groups = List.copyOf(groups);
  }

  /// @param href the search for all that came from there
  public record Origin(String label, String href) {}
}
