package dateline.search.page;

import dateline.search.engine.ArticleVersion;
import dateline.search.engine.Comparison;
import dateline.search.engine.Coverage;
import dateline.search.engine.EntityProfile;
import dateline.search.engine.Hit;
import dateline.search.engine.ParameterProblem;
import dateline.search.engine.RankingRule;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.Similar;
import dateline.search.engine.StoredArticle;
import dateline.search.engine.VersionText;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Prints every page as HTML. Safe for use by many threads.
public final class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "dateline.search.page.templates");
  private final Messages messages = new Messages(Locale.ENGLISH);
  private final Assets assets = Assets.load();

  public Assets assets() {
    return assets;
  }

  /// Queries to try on the front page, which the archive may answer or not.
  public List<String> exampleQueries() {
    return List.of(messages.of("home.examples").split("\\|"));
  }

  /// The front page.
  ///
  /// @param everything a search without any condition
  public String home(Front front, SearchRequest everything) {
    return print(
        "home.jte",
        new HomeComposer(messages, dates(everything.zone()), assets, front, everything).compose());
  }

  /// A page of results.
  ///
  /// @param page the answer to the request [SearchFacets#with] all facets of this page
  /// @param problems of parameters that were passed over; the request holds those of its query
  public String search(SearchPage page, SearchRequest request, List<ParameterProblem> problems) {
    return print(
        "search.jte",
        new SearchComposer(messages, dates(request.zone()), assets, page, request)
            .compose(problems));
  }

  /// An article.
  ///
  /// @param everything a search without any condition
  /// @param found the search that the reader comes from; null for none
  /// @param similar articles that resemble it
  /// @param versions all that may be read, earliest first
  /// @param thread the stories of its event, in order, itself among them
  /// @param isPlain whether to leave names in the text as they are
  public String article(
      StoredArticle stored,
      SearchRequest everything,
      @Nullable SearchRequest found,
      List<Similar> similar,
      List<ArticleVersion> versions,
      List<Hit> thread,
      boolean isPlain) {
    return print(
        "article.jte",
        new ArticleComposer(messages, dates(everything.zone()), assets, stored, everything, isPlain)
            .compose(
                found,
                similar,
                versions,
                new ThreadComposer(messages, dates(everything.zone())).compose(stored, thread)));
  }

  /// One version of an article.
  ///
  /// @param everything a search without any condition
  /// @param isPlain whether to leave out the marks of what it changed
  public String version(VersionText text, SearchRequest everything, boolean isPlain) {
    return print(
        "version.jte",
        new VersionComposer(messages, dates(everything.zone()), assets, text, isPlain).compose());
  }

  /// What is known of a person, place, organisation or issue.
  ///
  /// @param everything a search without any condition
  public String entity(EntityProfile profile, SearchRequest everything) {
    return print(
        "entity.jte",
        new EntityComposer(messages, dates(everything.zone()), assets, profile, everything)
            .compose());
  }

  /// Searches beside each other over time.
  ///
  /// @param typed the texts as they were typed
  /// @param compared null where there are too few or too many
  public String compare(List<String> typed, @Nullable Comparison compared, ZoneId zone) {
    return print(
        "compare.jte", new CompareComposer(messages, dates(zone), assets).compose(typed, compared));
  }

  /// What the archive holds of which source and time.
  ///
  /// @param request what was asked
  public String coverage(Coverage coverage, SearchRequest request) {
    return print(
        "coverage.jte",
        new CoverageComposer(messages, dates(request.zone()), assets, request).compose(coverage));
  }

  /// What can be written into the search field.
  public String help() {
    var frame =
        new Frame(
            messages,
            assets,
            messages.of("help.title"),
            messages.of("help.description"),
            SearchForm.EMPTY);
    return print("help.jte", HelpView.of(frame));
  }

  /// How hits are ordered.
  public String ranking(List<RankingRule> rules) {
    var frame =
        new Frame(
            messages,
            assets,
            messages.of("ranking.title"),
            messages.of("ranking.description"),
            SearchForm.EMPTY);
    return print("ranking.jte", RankingView.of(frame, rules));
  }

  /// What programs can ask.
  public String contract(
      List<ContractView.Operation> operations, List<ContractView.Parameter> shared) {
    var frame =
        new Frame(
            messages,
            assets,
            messages.of("contract.title"),
            messages.of("contract.description"),
            SearchForm.EMPTY);
    return print("contract.jte", new ContractView(frame, operations, shared));
  }

  /// What is shown instead of a page.
  ///
  /// @param status 400, 404, 405, 410, 413, 500 or 503
  /// @param reference names the event in the log; null when nobody needs to look there
  public String failure(int status, @Nullable String reference) {
    String heading = messages.of("failure." + status + ".heading");
    String advice = messages.of("failure." + status + ".advice");
    var frame =
        new Frame(
            messages, assets, messages.of("failure.title", heading), advice, SearchForm.EMPTY);
    return print("failure.jte", new FailureView(frame, heading, advice, reference));
  }

  /// What is shown instead of an article that was taken back or has expired.
  ///
  /// @param reason a sentence
  public String gone(String reason) {
    String heading = messages.of("failure.gone.heading");
    var frame =
        new Frame(
            messages, assets, messages.of("failure.title", heading), reason, SearchForm.EMPTY);
    return print("failure.jte", new FailureView(frame, heading, reason, null));
  }

  private Dates dates(ZoneId zone) {
    return new Dates(messages.locale(), zone);
  }

  private String print(String template, Object view) {
    var output = new StringOutput();
    templates.render(template, view, output);
    return output.toString();
  }
}
