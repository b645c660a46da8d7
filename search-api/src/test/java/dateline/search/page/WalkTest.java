package dateline.search.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dateline.search.IndexedHome;
import dateline.search.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A reader's walk through the sample archive, indexed and served for real.
///
/// Pictures of each state lie in `target/screenshots` afterwards; `-Dscreenshots.write=true` writes
/// those of the documents anew.
final class WalkTest {
  private static final String ROOT = System.getProperty("dateline.root");
  private static final Path PICTURES = Path.of(ROOT, "search-api", "target", "screenshots");

  /// The first page with all it loads, before compression.
  private static final int FIRST_VISIT_BYTES_MAX = 60 * 1024;

  private static final int PICTURE_BYTES_MAX = 150_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // made before all
  static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Browsers browsers;

  @SuppressWarnings("NullAway.Init") // opened before all
  private static Server server;

  @BeforeAll
  static void open() throws Exception {
    browsers = Browsers.open();
    IndexedHome home = IndexedHome.at(folder);
    home.index(IndexedHome.sampleArticles());
    server = home.serve();
  }

  @AfterAll
  static void close() throws Exception {
    if (server != null) {
      server.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @Test
  void everyExampleOfTheHelpFindsSomething() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.address().toString());
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("How to search")).click();
      List<String> examples =
          page.locator(".queries a").all().stream().map(link -> link.getAttribute("href")).toList();

      assertTrue(examples.size() > 20, examples::toString);
      for (String example : examples) {
        page.navigate(server.address().resolve(example).toString());
        assertTrue(total(page) > 0, example);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"scripts, true", "no-scripts, false"})
  void searchesNarrowsReadsAndComesBack(String name, boolean hasScripts) {
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(hasScripts)
                    .setViewportSize(1280, 900))) {
      Page page = context.newPage();
      page.navigate(server.address().toString());
      picture(page, name, "1-home");

      page.getByLabel("Search for").fill("Indo-Pacific security");
      page.keyboard().press("Enter");
      page.waitForURL("**/search?**");
      picture(page, name, "2-results");
      int found = total(page);
      assertTrue(
          page.locator(".hit h3").first().innerText().contains("Indo-Pacific"),
          page.locator(".hit h3").first().innerText());
      assertTrue(page.locator(".refine .facet").count() >= 4, "too few facets");

      int ofPerson = narrow(page, "person", found);
      page.waitForURL("**person=**");
      picture(page, name, "3-person");
      assertEquals(ofPerson, total(page));
      assertTrue(ofPerson < found, ofPerson + " of " + found);

      int ofPlace = narrow(page, "place", ofPerson);
      page.waitForURL("**place=**");
      picture(page, name, "4-place");
      assertEquals(ofPlace, total(page));
      assertTrue(ofPlace < ofPerson, ofPlace + " of " + ofPerson);

      String headline = page.locator(".hit h3").first().innerText();
      page.locator(".hit h3 a").first().click();
      page.waitForURL("**/a/**");
      picture(page, name, "5-article");
      assertEquals(
          headline,
          page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText());

      page.locator(".text .name").first().click();
      page.waitForURL(address -> !address.contains("/a/"));
      picture(page, name, "6-entity");
      assertTrue(page.locator(".entity .hit").count() > 0, page.url());
      page.goBack();
      page.getByText("Plain text").click();
      page.waitForURL("**names=off");
      assertEquals(0, page.locator(".text .name").count());
      page.getByText("Show names").click();
      assertTrue(page.locator(".text .name").count() > 0, page.url());

      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to the results"))
          .click();
      assertEquals(ofPlace, total(page));
      page.goBack();
      page.goBack();
      page.goBack();
      page.goBack();
      assertEquals(ofPlace, total(page));
    }
  }

  @Test
  void firstVisitIsLightAndAsksNobodyElse() {
    var sizes = new TreeMap<String, Integer>();
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.onResponse(response -> sizes.put(response.url(), response.body().length));
      page.navigate(server.address().toString());
      page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    int bytes = sizes.values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(
        List.of(),
        sizes.keySet().stream()
            .filter(url -> !url.startsWith(server.address().toString()))
            .toList());
    assertTrue(bytes < FIRST_VISIT_BYTES_MAX, bytes + " bytes: " + sizes);
  }

  @Test
  void everyExampleOfTheFrontPageFindsSomething() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.address().toString());
      List<String> examples = page.locator(".examples a").allInnerTexts();
      assertEquals("Indo-Pacific security", examples.getFirst());
      for (int i = 0; i < examples.size(); i++) {
        page.locator(".examples a").nth(i).click();
        assertTrue(total(page) > 0, examples.get(i));
        page.goBack();
      }
    }
  }

  @Test
  void suggestsWhatTheArchiveHolds() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.address().toString());

      page.getByLabel("Search for").pressSequentially("shinzo");
      Locator abe =
          page.getByRole(AriaRole.OPTION)
              .filter(new Locator.FilterOptions().setHasText("Shinzo Abe"))
              .filter(new Locator.FilterOptions().setHasText("Person"));
      abe.waitFor();
      picture(page, "scripts", "6-suggestions");
      int count = number(abe.locator(".note").last().innerText());
      abe.click();

      page.waitForURL("**/search?person=shinzo-abe");
      assertEquals(count, total(page));
    }
  }

  @Test
  void saysWhichPartFoundNothing() {
    try (BrowserContext context = browsers.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(server.address() + "/search?q=treaty+zeppelinquux&match=all&from=1990");
      picture(page, "scripts", "7-nothing");

      Locator way = page.locator(".dead li").first();
      int count = number(way.locator(".count").innerText());
      way.locator("a").click();

      page.waitForURL("**q=treaty**");
      assertTrue(count > 0);
      assertEquals(count, total(page));
    }
  }

  /// Of the states that documents show.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home              | LIGHT | 1280 | 1000 | /
          search            | LIGHT | 1280 | 1000 | /search?q=Indo-Pacific+security&place=US
          search-dark-phone | DARK  | 390  | 844  | /search?q=Indo-Pacific+security
          article           | LIGHT | 1280 | 1000 | /a/2021-09-24-quad-leaders-summit?search=q%3DQuad
          entity            | LIGHT | 1280 | 1000 | /place/JP
          entity-dark-phone | DARK  | 390  | 844  | /person/shinzo-abe
          version           | LIGHT | 1280 | 1000 | /a/2004-10-08-maathai-nobel-peace?version=2
          version-dark      | DARK  | 1280 | 1000 | /a/1987-12-08-inf-treaty-signed?version=2
          version-dark-phone | DARK | 390  | 844  | /a/1994-11-15-apec-bogor-goals?version=2
          corrected         | LIGHT | 1280 | 1000 | /a/1994-11-15-apec-bogor-goals
          timeline          | LIGHT | 1280 | 420  | /search?q=treaty&from=1980&to=2010
          """)
  void isAccessibleAndPhotographed(
      String name, ColorScheme scheme, int width, int height, String path) throws IOException {
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setBypassCSP(true) // axe runs as a script of its own
                    .setViewportSize(width, height))) {
      Page page = context.newPage();
      page.navigate(server.address() + path);
      Path picture = PICTURES.resolve(name + ".png");
      Files.createDirectories(PICTURES);
      Files.write(picture, SmallPicture.of(page.screenshot()));

      assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
      assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
      long bytes = Files.size(picture);
      assertTrue(bytes < PICTURE_BYTES_MAX, name + " has " + bytes + " bytes");
      if (Boolean.getBoolean("screenshots.write")) {
        Path images = Files.createDirectories(Path.of(ROOT, ".github", "images"));
        Files.copy(picture, images.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// Ticks the first value of a facet that not all articles have, and applies.
  ///
  /// @return the count that stood beside it
  private static int narrow(Page page, String facet, int total) {
    for (Locator value : page.locator("#facet-" + facet + " li:has(input)").all()) {
      int count = number(value.locator(".count").innerText());
      if (count < total) {
        value.locator("input").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).click();
        return count;
      }
    }
    throw new AssertionError("no value of " + facet + " narrows " + page.url());
  }

  /// Before folding.
  private static int total(Page page) {
    return number(page.getByRole(AriaRole.STATUS).innerText().replaceFirst(", .* after .*", ""));
  }

  private static int number(String text) {
    return Integer.parseInt(text.replaceAll("[^0-9]", ""));
  }

  private static void picture(Page page, String run, String state) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(run + "-" + state + ".png")));
  }
}
