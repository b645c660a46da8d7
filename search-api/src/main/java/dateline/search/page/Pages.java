package dateline.search.page;

import dateline.search.engine.ParameterProblem;
import dateline.search.engine.SearchPage;
import dateline.search.engine.SearchRequest;
import dateline.search.engine.StoredArticle;
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
  private final Stylesheet stylesheet = Stylesheet.load();

  public Stylesheet stylesheet() {
    return stylesheet;
  }

  /// The front page.
  ///
  /// @param everything a search without any condition, which `page` answers
  public String home(SearchPage page, SearchRequest everything) {
    return print(
        "home.jte",
        new HomeComposer(messages, dates(everything.zone()), stylesheet.path())
            .compose(page, everything));
  }

  /// A page of results.
  ///
  /// @param problems of parameters that were passed over; the request holds those of its query
  public String search(SearchPage page, SearchRequest request, List<ParameterProblem> problems) {
    return print(
        "search.jte",
        new SearchComposer(messages, dates(request.zone()), stylesheet.path(), page, request)
            .compose(problems));
  }

  /// An article.
  ///
  /// @param everything a search without any condition
  /// @param found the search that the reader comes from; null for none
  public String article(
      StoredArticle stored, SearchRequest everything, @Nullable SearchRequest found) {
    return print(
        "article.jte",
        new ArticleComposer(
                messages, dates(everything.zone()), stylesheet.path(), stored, everything)
            .compose(found));
  }

  /// What is shown instead of a page.
  ///
  /// @param status 400, 404, 405, 410, 413, 500 or 503
  /// @param reference names the event in the log; null when nobody needs to look there
  public String failure(int status, @Nullable String reference) {
    return print(
        "failure.jte",
        new FailureView(
            new Frame(messages, messages.of("failure." + status + ".heading"), stylesheet.path()),
            new FormComposer(messages).empty(),
            messages.of("failure." + status + ".heading"),
            messages.of("failure." + status + ".advice"),
            reference));
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
