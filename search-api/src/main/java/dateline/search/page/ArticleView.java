package dateline.search.page;

import dateline.search.page.HomeView.Group;
import dateline.search.page.SearchView.Switch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One article as it is read.
///
/// @param back the results it was opened from; null when opened directly
/// @param names shows the text with or without links at names; null when it has none
/// @param published for machines; null when unknown, and then so is `date`
/// @param original where its publisher shows it; null unless a web address
/// @param corrections what its publisher put right, latest first
/// @param groups entities that it is about
/// @param facts where its facts can be looked up
/// @param thread null when it is the only story of its event
/// @param related articles that resemble it
/// @param reprints near-identical articles; null for none
/// @param rights null where there is nothing to say of them
/// @param versions null where there is one
public record ArticleView(
    Frame frame,
    @Nullable Switch back,
    @Nullable Switch names,
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
    List<Correction> corrections,
    List<List<Piece>> paragraphs,
    List<Group> groups,
    List<String> facts,
    List<String> keywords,
    @Nullable ThreadView thread,
    List<Related> related,
    @Nullable ReprintsView reprints,
    @Nullable RightsNote rights,
    @Nullable VersionList versions) {
  public ArticleView {
    headline = List.copyOf(headline);
    subhead = List.copyOf(subhead);
    lead = List.copyOf(lead);
    corrections = List.copyOf(corrections);
    paragraphs = List.copyOf(paragraphs);
    groups = List.copyOf(groups);
    facts = List.copyOf(facts);
    keywords = List.copyOf(keywords);
    related = List.copyOf(related);
  }

  /// @param href the search for all that came from there
  public record Origin(String label, String href) {}

  /// @param reason what it has in common, as a sentence
  public record Related(
      String href,
      String headline,
      String source,
      @Nullable String date,
      @Nullable String language,
      String reason) {}
}
