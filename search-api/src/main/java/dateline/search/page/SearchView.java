package dateline.search.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of results as it is shown: every text finished, every link a path of this server.
///
/// @param total how many articles match, as a sentence
/// @param reading what plain words were taken to ask; null when the query has none
/// @param facets those that have a value
/// @param histogram null when all hits lie in one bar
/// @param pager null when there is one page
/// @param dead null when there are hits
public record SearchView(
    Frame frame,
    SearchForm form,
    String total,
    @Nullable String reading,
    List<Warning> warnings,
    List<Chip> chips,
    List<FacetView> facets,
    @Nullable Histogram histogram,
    List<HitView> hits,
    @Nullable Pager pager,
    @Nullable DeadEnd dead) {
  public SearchView {
    warnings = List.copyOf(warnings);
    chips = List.copyOf(chips);
    facets = List.copyOf(facets);
    hits = List.copyOf(hits);
  }

  /// Something in the search that was passed over.
  ///
  /// @param suggestion what was probably meant; null without a good guess, and then so is `href`
  public record Warning(String message, @Nullable String suggestion, @Nullable String href) {}

  /// A condition that holds, with the link that lifts it.
  public record Chip(String label, String href, String removal) {}

  /// @param more how many values are not listed, as a text; null for none
  public record FacetView(String title, List<FacetItem> items, @Nullable String more) {
    public FacetView {
      items = List.copyOf(items);
    }

    public boolean hasSelection() {
      return items.stream().anyMatch(FacetItem::isSelected);
    }
  }

  /// @param id of the checkbox in the page
  /// @param spoken label and count in one, for those who hear the page
  /// @param href the search with this value switched
  public record FacetItem(
      String id,
      String name,
      String value,
      String label,
      String count,
      String spoken,
      boolean isSelected,
      String href) {}

  /// @param published for machines; null when unknown, and then so is `date`
  /// @param tags entities that the article is about
  public record HitView(
      String href,
      String headline,
      @Nullable String published,
      @Nullable String date,
      String source,
      @Nullable String section,
      @Nullable String byline,
      @Nullable String dateline,
      @Nullable String language,
      List<List<Piece>> snippets,
      List<Tag> tags) {
    public HitView {
      snippets = List.copyOf(snippets);
      tags = List.copyOf(tags);
    }
  }

  /// @param kind style class of the kind of entity
  public record Tag(String kind, String label, String href, String title) {}

  /// @param previous null on the first page
  /// @param next null on the last page that can be shown
  /// @param position `Page 2 of 7`
  public record Pager(
      @Nullable String previous, @Nullable String next, List<PageLink> pages, String position) {
    public Pager {
      pages = List.copyOf(pages);
    }
  }

  public record PageLink(String number, String href, String spoken, boolean isCurrent) {}

  /// What to say when nothing matches.
  ///
  /// @param absentWords a sentence; null when every word occurs somewhere
  /// @param ways searches that drop one condition each
  /// @param relaxed searches that drop what is to blame, and find something
  public record DeadEnd(@Nullable String absentWords, List<Chip> ways, List<Relaxed> relaxed) {
    public DeadEnd {
      ways = List.copyOf(ways);
      relaxed = List.copyOf(relaxed);
    }
  }

  /// @param label what is dropped and how many articles are found then
  public record Relaxed(String label, String href) {}
}
