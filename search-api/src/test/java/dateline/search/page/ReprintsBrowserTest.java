package dateline.search.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dateline.search.http.HttpOptions;
import dateline.search.http.HttpServer;
import dateline.search.memory.MemoryEngine;
import dateline.search.memory.SmallArchive;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Folded and unfolded reprints in a real browser.
final class ReprintsBrowserTest {
  @SuppressWarnings("NullAway.Init") // opened before all
  private static Browsers browsers;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static HttpServer server;

  @BeforeAll
  static void open() throws IOException {
    browsers = Browsers.open();
    MemoryEngine archive = SmallArchive.engineWithReprints();
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
    "/search?q=trade, LIGHT, 1280",
    "/search?q=trade, DARK, 320",
    "/search?q=trade&collapse=none, LIGHT, 320",
    "/search?q=trade&collapse=none&story=post-4, DARK, 1280",
    "/a/post-4, LIGHT, 1280",
    "/a/post-4, DARK, 320"
  })
  void isAccessibleAndFits(String path, ColorScheme scheme, int width) {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setBypassCSP(true) // axe runs as a script, which the pages forbid
            .setViewportSize(width, 800);
    try (BrowserContext context = browsers.browser().newContext(options)) {
      Page page = context.newPage();
      page.navigate(server.address() + path);

      List<String> violations =
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .map(rule -> rule.getId() + " at " + rule.getNodes().getFirst().getHtml())
                  .toList();

      assertEquals(List.of(), violations);
      assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    }
  }

  @Test
  void leadsToTheCopiesAndBack() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.address() + "/search?q=yen&sort=oldest");
      assertEquals("3 articles, 1 after folding reprints", total(page));
      assertEquals(1, hits(page));

      page.getByText("and 2 near-identical articles").click();
      assertEquals("3 articles", total(page));
      assertEquals(3, hits(page));

      page.locator(".chips a").click();
      assertEquals(1, hits(page));

      page.getByText("Show each reprint").click();
      assertEquals(3, hits(page));
      page.getByText("Fold reprints").click();
      assertEquals(1, hits(page));

      page.locator(".hit h3 a").click();
      page.locator(".reprints a").last().click();
      assertEquals("Tokyo talks on chips end", page.locator("h1").innerText());
    }
  }

  private static String total(Page page) {
    return page.locator(".total").innerText();
  }

  private static int hits(Page page) {
    return page.locator(".hit").count();
  }
}
