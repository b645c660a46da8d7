package dateline.search.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import dateline.search.http.HttpOptions;
import dateline.search.http.HttpServer;
import dateline.search.memory.MemoryEngine;
import dateline.search.memory.SmallArchive;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrowserTest {
  private static final int NOTICES = 70;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Browsers browsers;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static HttpServer server;

  @BeforeAll
  static void open() throws IOException {
    browsers = Browsers.open();
    MemoryEngine archive = SmallArchive.engineWithNotices(NOTICES);
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    server = HttpServer.start(new HttpOptions("127.0.0.1", 0, null), archive, archive, clock);
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
      browsers.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/, LIGHT, 1280",
    "/, DARK, 390",
    "/search?q=trade&place=JP&lenient=true, LIGHT, 1280",
    "/search?q=%22trade, DARK, 1280",
    "/search?q=trade, LIGHT, 390",
    "/search?q=notice&page=2, DARK, 390",
    "/search?q=zebra&place=JP, LIGHT, 1280",
    "/a/wire%2F1987-03-02%231?search=q%3Dtrade, LIGHT, 1280",
    "/a/wire%2F1987-03-02%231?search=q%3Dtrade, DARK, 390",
    "/a/gazette-2019-07-01, DARK, 1280",
    "/a/gazette-2019-07-01?version=2, LIGHT, 1280",
    "/a/gazette-2019-07-01?version=2, DARK, 390",
    "/a/gazette-2019-07-01?version=3&changes=off, LIGHT, 390",
    "/a/withheld-snippet, LIGHT, 1280",
    "/a/withheld-link, DARK, 390",
    "/search?q=trade&place.not=JP&from=1987&to=1994&in=headline, DARK, 1280",
    "/compare, LIGHT, 390",
    "/compare?q=trade&q=japan&q=notice, DARK, 1280",
    "/coverage, LIGHT, 1280",
    "/coverage?from=1980&interval=month, DARK, 390",
    "/nothing, LIGHT, 390"
  })
  void isAccessible(String path, ColorScheme scheme, int width) {
    try (BrowserContext context = context(scheme, width)) {
      Page page = context.newPage();
      page.navigate(address(path));

      List<String> violations =
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .map(rule -> rule.getId() + " at " + rule.getNodes().getFirst().getHtml())
                  .toList();

      assertEquals(List.of(), violations);
    }
  }

  @ParameterizedTest
  @CsvSource({"320", "390", "1280"})
  void neverScrollsSideways(int width) {
    try (BrowserContext context = context(ColorScheme.LIGHT, width)) {
      Page page = context.newPage();
      for (String path :
          List.of(
              "/",
              "/search?q=trade&from=1987&place.not=JP",
              "/search?q=notice",
              "/search?q=zebra",
              "/a/wire%2F1987-03-02%231",
              "/a/gazette-2019-07-01?version=2",
              "/compare?q=trade&q=japan",
              "/coverage",
              "/nothing")) {
        page.navigate(address(path));

        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), path);
      }
    }
  }

  @Test
  void loadsNothingFromElsewhereAndBreaksNoRuleOfItsOwn() {
    var troubles = new ArrayList<String>();
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> troubles.add(message.text()));
      page.onPageError(troubles::add);
      page.onRequest(request -> {
        String host = URI.create(request.url()).getHost();
        if (host != null && !host.equals("127.0.0.1")) {
          troubles.add(request.url());
        }
      });
      for (String path :
          List.of(
              "/",
              "/search?q=trade",
              "/a/wire%2F1987-03-02%231",
              "/compare?q=a&q=trade",
              "/coverage")) {
        page.navigate(address(path));
      }
    }

    assertEquals(List.of(), troubles);
  }

  @Test
  void leavesOutAndReadmits() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("/search?q=trade"));

      page.getByRole(AriaRole.LINK, named("Leave out Japan")).click();
      assertEquals("1 article", total(page));
      assertEquals(1, page.getByText("Not Place: Japan").count());

      page.getByRole(AriaRole.LINK, named("No longer leave out Japan, 3 articles")).click();
      assertEquals("4 articles", total(page));
    }
  }

  @Test
  void narrowsToABarAndToARangeThatIsDrawn() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("/search?q=notice"));
      int all = number(total(page));

      page.locator(".plot a").nth(2).click();
      assertEquals(
          number(page.locator(".timeline tbody tr").nth(2).locator("td").textContent()),
          number(total(page)));
      assertEquals(1, page.locator(".plot .chosen").count());

      page.navigate(address("/search?q=notice"));
      Locator plot = page.locator(".plot");
      BoundingBox box = plot.boundingBox();
      page.mouse().move(box.x + 3, box.y + 30);
      page.mouse().down();
      page.mouse().move(box.x + box.width / 2, box.y + 30);
      page.mouse().up();
      page.waitForURL("**from=**");
      int drawn = number(total(page));
      assertTrue(drawn > 1 && drawn < all, drawn + " of " + all);
    }
  }

  @Test
  void slashLeadsToTheSearchFieldAndTheSkipLinkPastIt() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      page.navigate(address("/search?q=trade"));

      page.keyboard().press("Tab");
      assertEquals("#main", page.evaluate("document.activeElement.getAttribute('href')"));
      page.keyboard().press("/");
      assertEquals("q", page.evaluate("document.activeElement.id"));
      assertEquals("trade", page.getByLabel("Search for").inputValue());
    }
  }

  /// From the form to an article and back, with the keyboard and without scripts.
  @Test
  void searchesNarrowsReadsAndComesBack() {
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address("/"));

      page.getByLabel("Search for").fill("trade");
      page.keyboard().press("Enter");
      assertEquals("4 articles", total(page));

      page.getByLabel("Japan, 3 articles", new Page.GetByLabelOptions().setExact(true)).check();
      page.getByRole(AriaRole.BUTTON, named("Apply")).first().press("Enter");
      assertEquals("3 articles", total(page));
      assertEquals("trade", page.getByLabel("Search for").inputValue());

      String results = page.url();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tokyo talks on chips"))
          .click();
      assertEquals(
          "Tokyo talks on chips end without accord",
          page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText());

      page.getByRole(AriaRole.LINK, named("← Back to the results for trade")).click();
      assertEquals("3 articles", total(page));

      page.getByRole(AriaRole.LINK, named("Remove the condition Place: Japan")).click();
      assertEquals("4 articles", total(page));
      assertEquals(true, results.contains("place=JP"), results);
    }
  }

  /// From an article to what its first version said and what the second changed, without scripts.
  @Test
  void readsAnEarlierVersionAndComesBack() {
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(address("/a/gazette-2019-07-01"));

      page.getByRole(AriaRole.LINK, named("Version 1")).click();
      assertEquals(
          "Heavy rain flooded the lower town on Monday, the third time since May. The Harbour"
              + " Institute blamed drains laid in 1980 and a warmer sea.",
          page.locator(".text p").first().innerText());
      assertEquals(0, page.locator("article h1 ins, .text ins, .text del").count());

      page.getByRole(AriaRole.LINK, named("Version 3")).click();
      assertEquals("1890", page.locator(".text ins").evaluate("mark => mark.childNodes[1].data"));
      assertEquals(
          List.of("underline", "line-through"),
          List.of(line(page, ".text ins"), line(page, ".text del")));
      page.getByText("Show without marks").click();
      assertEquals(0, page.locator(".text ins").count());

      page.getByText("Read it as an article").click();
      assertEquals(address("/a/gazette-2019-07-01"), page.url());
    }
  }

  /// What marks it besides its colour.
  private static String line(Page page, String of) {
    return (String) page.locator(of).evaluate("mark => getComputedStyle(mark).textDecorationLine");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static int number(String text) {
    return Integer.parseInt(text.replaceAll("[^0-9]", ""));
  }

  private static String total(Page page) {
    return page.getByRole(AriaRole.STATUS).innerText();
  }

  private static BrowserContext context(ColorScheme scheme, int width) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setBypassCSP(true) // axe runs as a script, which the pages forbid
                .setViewportSize(width, 1000));
  }

  private static String address(String path) {
    return server.address() + path;
  }
}
