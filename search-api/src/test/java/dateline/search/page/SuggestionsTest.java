package dateline.search.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dateline.search.http.HttpOptions;
import dateline.search.http.HttpServer;
import dateline.search.memory.MemoryEngine;
import dateline.search.memory.SmallArchive;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the search field offers while somebody types, in answers that the test makes up.
final class SuggestionsTest {
  private static final String ANSWER =
      """
      {"q": "tr",
       "queries": [{"text": "trade talks", "count": 3}, {"text": "trade", "count": 4}],
       "entities": [
         {"kind": "place", "id": "JP", "label": "Japan", "alias": "Nippon", "count": 3},
         {"kind": "person", "id": "~makoto kuroda", "label": "Makoto Kuroda", "alias": null,
          "count": 2}]}
      """;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Browsers browsers;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static HttpServer server;

  @BeforeAll
  static void open() throws Exception {
    browsers = Browsers.open();
    MemoryEngine archive = SmallArchive.engine();
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
  @CsvSource({"LIGHT, 1280", "DARK, 390"})
  void areAnAccessibleCombobox(ColorScheme scheme, int width) {
    try (BrowserContext context = context(scheme, width)) {
      Page page = typing(context, ANSWER);

      assertThat(page.getByRole(AriaRole.COMBOBOX)).hasAttribute("aria-expanded", "true");
      assertThat(page.locator("[aria-live]")).hasText("4 suggestions");
      assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
      assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
    }
  }

  @Test
  void areWalkedWithArrowsAndChosenWithEnter() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = typing(context, ANSWER);
      Locator field = page.getByRole(AriaRole.COMBOBOX);

      page.keyboard().press("ArrowDown");
      assertThat(field).hasAttribute("aria-activedescendant", "suggestion-0");
      assertThat(field).hasValue("trade talks");
      page.keyboard().press("ArrowUp");
      assertThat(field).hasValue("tr");
      page.keyboard().press("ArrowUp");
      assertThat(page.getByRole(AriaRole.OPTION).nth(3)).hasAttribute("aria-selected", "true");
      page.keyboard().press("Enter");

      page.waitForURL("**/search?person=~makoto%20kuroda");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("2 articles");
    }
  }

  @Test
  void completeTheQueryAndKeepTheConditions() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      answer(page, ANSWER);
      page.navigate(server.address() + "/search?place=JP");

      page.getByLabel("Search for").pressSequentially("tr");
      page.getByRole(AriaRole.OPTION).nth(1).click();

      page.waitForURL("**q=trade**");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("3 articles");
    }
  }

  @Test
  void goWithEscapeAndLeaveWhatWasTyped() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = typing(context, ANSWER);
      page.keyboard().press("ArrowDown");

      page.keyboard().press("Escape");

      assertThat(page.getByRole(AriaRole.LISTBOX)).not().isVisible();
      assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue("tr");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"q": "tr", "queries": [], "entities": []}
          no JSON at all
          """)
  void areNotMissedWhereThereAreNone(String answer) {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page = context.newPage();
      answer(page, answer);
      page.navigate(server.address().toString());

      page.waitForResponse(
          "**/api/v1/suggest**", () -> page.getByLabel("Search for").pressSequentially("trade"));
      page.keyboard().press("Enter");

      page.waitForURL("**/search?q=trade");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("4 articles");
    }
  }

  @Test
  void showTheirTextsAsTexts() {
    try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
      Page page =
          typing(
              context,
              """
              {"q": "tr", "entities": [],
               "queries": [{"text": "<img src=x onerror=alert(1)>", "count": 1}]}
              """);

      assertThat(page.locator("[role=option] span:first-child"))
          .hasText("<img src=x onerror=alert(1)>");
    }
  }

  private static Page typing(BrowserContext context, String answer) {
    Page page = context.newPage();
    answer(page, answer);
    page.navigate(server.address().toString());
    page.getByLabel("Search for").pressSequentially("tr");
    assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
    return page;
  }

  private static void answer(Page page, String answer) {
    page.route(
        "**/api/v1/suggest**",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(answer)));
  }

  private static BrowserContext context(ColorScheme scheme, int width) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setBypassCSP(true) // axe runs as a script of its own
                .setViewportSize(width, 1000));
  }
}
