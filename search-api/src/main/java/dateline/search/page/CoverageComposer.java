package dateline.search.page;

import dateline.index.schema.ArticleField;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Coverage;
import dateline.search.engine.DateHistogram;
import dateline.search.engine.DayRange;
import dateline.search.engine.Filter;
import dateline.search.engine.SearchRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws what the archive holds of each source, and names the gaps.
final class CoverageComposer {
  /// A paper that comes out on some days of the week has thousands of gaps.
  private static final int GAPS_MAX = 10;

  private final Messages messages;
  private final Dates dates;
  private final Assets assets;
  private final SearchRequest request;

  CoverageComposer(Messages messages, Dates dates, Assets assets, SearchRequest request) {
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
    this.request = request;
  }

  CoverageView compose(Coverage coverage) {
    var frame =
        new Frame(
            messages,
            assets,
            messages.of("coverage.title"),
            messages.of("coverage.description"),
            SearchForm.EMPTY);
    long hidden = coverage.sourcesTotal() - coverage.sources().size();
    return new CoverageView(
        frame,
        coverage.sources().stream().map(of -> source(of, coverage)).toList(),
        hidden > 0 ? messages.of("coverage.more", hidden) : null);
  }

  private CoverageView.Source source(Coverage.OfSource of, Coverage coverage) {
    SearchRequest within =
        request.asking(
            request.query(),
            List.of(
                new Filter(ArticleField.SOURCE, List.of(of.source()), List.of(), List.of(), false)),
            request.dates());
    return new CoverageView.Source(
        of.source(),
        messages.of("count.articles", of.articles() + of.undated()),
        Addresses.search(CanonicalQuery.of(within)),
        gaps(of.gaps()),
        new HistogramComposer(messages, dates, within)
            .compose(new DateHistogram(coverage.interval(), of.bars(), of.undated())));
  }

  /// Whole years by their numbers.
  private String gap(DayRange gap) {
    LocalDate from = gap.from();
    LocalDate to = gap.to();
    boolean isOfYears = from.getDayOfYear() == 1 && to.plusDays(1).getDayOfYear() == 1;
    String first = isOfYears ? Integer.toString(from.getYear()) : dates.day(from);
    String last = isOfYears ? Integer.toString(to.getYear()) : dates.day(to);
    return first.equals(last) ? first : messages.of("coverage.gap", first, last);
  }

  private @Nullable String gaps(List<DayRange> gaps) {
    if (gaps.isEmpty()) {
      return null;
    }
    List<String> told = gaps.stream().limit(GAPS_MAX).map(this::gap).toList();
    String listed = String.join("; ", told);
    return gaps.size() > GAPS_MAX
        ? messages.of("coverage.gaps.more", listed, gaps.size() - GAPS_MAX)
        : messages.of("coverage.gaps", listed);
  }
}
