package dateline.search.page;

import dateline.corpus.Article;
import dateline.corpus.EntityKind;
import dateline.corpus.Paragraphs;
import dateline.corpus.Published;
import dateline.corpus.Sentences;
import dateline.corpus.Zone;
import dateline.index.schema.ArticleField;
import dateline.search.engine.ArticleVersion;
import dateline.search.engine.CanonicalQuery;
import dateline.search.engine.Hit;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.StoredArticle.Entity;
import dateline.search.engine.StoredArticle.Stretch;
import dateline.search.page.ArticleView.Origin;
import dateline.search.page.ArticleView.Related;
import dateline.search.page.HomeView.Group;
import dateline.search.page.Piece.Accent;
import dateline.search.page.Piece.Link;
import dateline.search.page.SearchView.Switch;
import dateline.search.page.SearchView.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sets one article, with the names in its text leading to the pages about them.
final class ArticleComposer {
  private static final int SHARED_TOLD_MAX = 5;

  /// Code points; search engines show no more.
  private static final int DESCRIPTION_MAX = 160;

  private final Messages messages;
  private final Dates dates;
  private final Assets assets;
  private final StoredArticle stored;
  private final SearchRequest everything;
  private final boolean isPlain;

  /// @param everything the search that matches all, from which links start
  /// @param isPlain whether to leave names in the text as they are
  ArticleComposer(
      Messages messages,
      Dates dates,
      Assets assets,
      StoredArticle stored,
      SearchRequest everything,
      boolean isPlain) {
    this.isPlain = isPlain;
    this.messages = messages;
    this.dates = dates;
    this.assets = assets;
    this.stored = stored;
    this.everything = everything;
  }

  /// @param found the search that the reader comes from; null for none
  /// @param similar articles that resemble this one
  /// @param versions all that may be read, earliest first
  /// @param thread null when it is the only story of its event
  ArticleView compose(
      @Nullable SearchRequest found,
      List<Similar> similar,
      List<ArticleVersion> versions,
      @Nullable ThreadView thread) {
    Article article = stored.article();
    var list = new VersionListComposer(messages, dates);
    Published published = article.published();
    String headline =
        article.text(Zone.HEADLINE).isBlank()
            ? messages.of("article.untitled")
            : article.text(Zone.HEADLINE);
    return new ArticleView(
        new Frame(
            messages,
            assets,
            messages.of("article.title", headline),
            description(article, headline),
            found == null ? SearchForm.EMPTY : SearchForm.of(found.query().text())),
        found == null ? null : back(found),
        names(found),
        article.language(),
        article.text(Zone.HEADLINE).isBlank()
            ? List.of(new Piece(headline, false, null))
            : pieces(Zone.HEADLINE),
        pieces(Zone.SUBHEAD),
        pieces(Zone.LEAD),
        article.dateline(),
        article.byline(),
        published == null ? null : published.toString(),
        published == null ? null : dates.moment(published),
        origin(ArticleField.SOURCE, article.source()),
        origin(ArticleField.SECTION, article.section()),
        Addresses.web(article.url()),
        list.corrections(article.details().get("correction"), versions),
        Paragraphs.of(article.body()).stream()
            .map(span -> paragraph(article.body(), span))
            .toList(),
        groups(),
        facts(article),
        article.keywords(),
        thread,
        similar.stream().map(this::related).toList(),
        new ReprintsComposer(messages, dates, everything).compose(stored),
        RightsNote.of(article, stored.rights(), messages),
        list.compose(article.id(), versions, 0));
  }

  private Switch back(SearchRequest found) {
    String text = found.query().text();
    return new Switch(
        text.isBlank() ? messages.of("article.back.all") : messages.of("article.back", text),
        Addresses.search(CanonicalQuery.of(found)),
        null);
  }

  /// The other way to show the text; null when no name is recognised in it.
  private @Nullable Switch names(@Nullable SearchRequest found) {
    if (stored.entities().stream().allMatch(entity -> entity.stretches().isEmpty())) {
      return null;
    }
    String here =
        found == null
            ? Addresses.article(stored.article().id())
            : Addresses.article(stored.article().id(), CanonicalQuery.of(found));
    String plain = here + (here.indexOf('?') < 0 ? "?" : "&") + "names=off";
    return new Switch(
        messages.of(isPlain ? "article.names.on" : "article.names.off"),
        isPlain ? here : plain,
        null);
  }

  /// The second line, or how the story begins.
  private static String description(Article article, String headline) {
    String subhead = article.text(Zone.SUBHEAD);
    if (!subhead.isBlank()) {
      return subhead;
    }
    String text = article.lead() == null ? article.body() : article.lead();
    return Paragraphs.of(text).stream()
        .findFirst()
        .map(first -> Paragraphs.shown(text, first))
        .map(first ->
            first.codePointCount(0, first.length()) <= DESCRIPTION_MAX
                ? first
                : first.substring(0, first.offsetByCodePoints(0, DESCRIPTION_MAX - 1)) + "…")
        .orElse(headline);
  }

  /// Where facts can be looked up, one to a line or divided by semicolons.
  private static List<String> facts(Article article) {
    return Arrays.stream(article.details().getOrDefault("facts", "").split("[;\\n]"))
        .map(String::strip)
        .filter(fact -> !fact.isEmpty())
        .toList();
  }

  private Related related(Similar similar) {
    Hit hit = similar.hit();
    String headline = hit.headline();
    List<String> shared =
        Stream.concat(
                similar.entities().stream().map(Similar.Entity::label), similar.words().stream())
            .limit(SHARED_TOLD_MAX)
            .toList();
    return new Related(
        Addresses.article(hit.id()),
        headline == null || headline.isBlank() ? messages.of("article.untitled") : headline,
        hit.source(),
        hit.published() == null ? null : dates.day(hit.published()),
        hit.language(),
        messages.of("article.shares", String.join(", ", shared)));
  }

  private List<Piece> pieces(Zone zone) {
    String text = stored.article().text(zone);
    return pieces(zone, text, 0, text.length());
  }

  /// A paragraph of the body, in which each sentence has an address.
  private List<Piece> paragraph(String body, Paragraphs.Span span) {
    var anchors = new TreeMap<Integer, String>();
    List<Sentences.Sentence> sentences = Sentences.of(body);
    for (int number = 0; number < sentences.size(); number++) {
      int start = sentences.get(number).start();
      if (start >= span.start() && start < span.end()) {
        anchors.put(start - span.start(), Addresses.sentence(number));
      }
    }
    return Piece.anchored(pieces(Zone.BODY, body, span.start(), span.end()), anchors);
  }

  /// The pieces between two places of a zone, in UTF-16 units.
  private List<Piece> pieces(Zone zone, String text, int start, int end) {
    int startPoint = text.codePointCount(0, start);
    int endPoint = startPoint + text.codePointCount(start, end);
    var accents = new ArrayList<Accent>();
    for (Entity entity : isPlain ? List.<Entity>of() : stored.entities()) {
      Link link = new Link(href(entity), title(entity));
      for (Stretch stretch : entity.stretches()) {
        if (stretch.zone() == zone && stretch.start() >= startPoint && stretch.end() <= endPoint) {
          accents.add(new Accent(stretch.start() - startPoint, stretch.end() - startPoint, link));
        }
      }
    }
    return Piece.cut(text.substring(start, end), accents);
  }

  private List<Group> groups() {
    return Arrays.stream(EntityKind.values())
        .map(kind ->
            new Group(
                messages.of("field." + EntityFields.of(kind).parameter()),
                stored.entities().stream()
                    .filter(entity -> entity.kind() == kind && entity.isSalient())
                    .map(entity ->
                        new Tag(
                            EntityFields.of(kind).parameter(),
                            entity.label(),
                            null,
                            href(entity),
                            title(entity)))
                    .toList()))
        .filter(group -> !group.tags().isEmpty())
        .toList();
  }

  private String title(Entity entity) {
    return messages.of("tag." + EntityFields.of(entity.kind()).parameter(), entity.label());
  }

  private static String href(Entity entity) {
    return Addresses.entity(entity.kind(), entity.id());
  }

  private @Nullable Origin origin(ArticleField field, @Nullable String value) {
    return value == null || value.isBlank()
        ? null
        : new Origin(value, Addresses.search(CanonicalQuery.adding(everything, field, value)));
  }
}
