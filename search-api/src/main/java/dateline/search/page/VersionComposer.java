package dateline.search.page;

import dateline.corpus.Article;
import dateline.corpus.Published;
import dateline.corpus.Zone;
import dateline.corpus.difference.TextDifference;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.VersionText;
import dateline.search.page.SearchView.Switch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets one version of an article, with marks where it differs from the one before.
final class VersionComposer {
  private final Messages messages;
  private final Dates dates;
  private final Assets assets;
  private final VersionText text;
  private final boolean isMarked;

  /// @param isPlain whether to show the version without marks
  VersionComposer(
      Messages messages, Dates dates, Assets assets, VersionText text, boolean isPlain) {
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
    this.text = text;
    this.isMarked = !isPlain && !text.differences().isEmpty();
  }

  VersionView compose() {
    Article article = text.article();
    ArticleVersion version = text.version();
    Published dated = version.dated();
    var list = new VersionListComposer(messages, dates);
    String headline =
        article.text(Zone.HEADLINE).isBlank()
            ? messages.of("article.untitled")
            : article.text(Zone.HEADLINE);
    return new VersionView(
        new Frame(
            messages,
            assets,
            messages.of("version.title", headline, version.number()),
            messages.of("version.description", version.number(), headline),
            SearchForm.EMPTY),
        messages.of(
            version.isCurrent() ? "version.notice.current" : "version.notice.earlier",
            version.number(),
            text.all().size()),
        new Switch(
            messages.of(version.isCurrent() ? "version.to-article" : "version.to-current"),
            Addresses.article(article.id()),
            null),
        isMarked ? messages.of("version.compared", version.number() - 1) : null,
        marks(),
        version.change() == null ? null : list.sentence(version.change()),
        article.language(),
        isMarked && text.differences().containsKey(Zone.HEADLINE)
            ? line(Zone.HEADLINE)
            : List.of(new Mark(headline, false, false)),
        line(Zone.SUBHEAD),
        line(Zone.LEAD),
        line(Zone.BYLINE),
        line(Zone.DATELINE),
        article.source(),
        dated == null ? null : dated.toString(),
        dated == null ? null : dates.moment(dated),
        Addresses.web(article.url()),
        list.corrections(
            version.correction(),
            text.all().stream().filter(each -> each.number() <= version.number()).toList()),
        paragraphs(),
        RightsNote.of(article, text.rights(), messages),
        list.compose(article.id(), text.all(), version.number()));
  }

  private @Nullable Switch marks() {
    if (text.differences().isEmpty()) {
      return null;
    }
    String here = Addresses.version(text.article().id(), text.version().number());
    return isMarked
        ? new Switch(messages.of("version.marks.off"), here + "&changes=off", null)
        : new Switch(messages.of("version.marks.on"), here, null);
  }

  private List<Mark> line(Zone zone) {
    TextDifference difference = isMarked ? text.differences().get(zone) : null;
    String whole = text.article().text(zone);
    if (difference != null) {
      return Mark.line(difference);
    }
    return whole.isBlank() ? List.of() : List.of(new Mark(whole, false, false));
  }

  private List<List<Mark>> paragraphs() {
    TextDifference difference = isMarked ? text.differences().get(Zone.BODY) : null;
    return difference == null ? Mark.plain(text.article().body()) : Mark.of(difference);
  }
}
