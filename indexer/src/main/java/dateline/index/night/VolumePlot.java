package dateline.index.night;

import java.util.Arrays;
import java.util.Locale;

/// Draws the new articles of each source over the last 28 nights, with tonight marked: one small
/// plot for each source, each with its own scale.
final class VolumePlot {
  private static final int BAR = 8;
  private static final int GAP = 2;
  private static final int HEIGHT = 56;

  private VolumePlot() {}

  static void draw(Nights nights, Markup page) {
    page.open("div", "class", "plots");
    nights.bySource().forEach((source, counts) -> draw(source, counts, nights, page));
    page.close();
  }

  private static void draw(String source, long[] counts, Nights nights, Markup page) {
    long most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    long tonight = counts[counts.length - 1];
    page.open("figure");
    page.open("figcaption");
    page.leaf("b", SourceName.of(source));
    page.leaf("span", number(tonight) + " tonight");
    page.close();
    int width = counts.length * (BAR + GAP) - GAP;
    page.open(
        "svg",
        "viewBox",
        "0 0 %d %d".formatted(width, HEIGHT + 1),
        "role",
        "img",
        "aria-label",
        "New articles of %s in each of 28 nights, at most %s, and tonight %s"
            .formatted(SourceName.of(source), number(most), number(tonight)));
    for (int i = 0; i < counts.length; i++) {
      long height =
          counts[i] == 0 ? 0 : Math.max(1, Math.round(HEIGHT * counts[i] / (double) most));
      page.open(
          "rect",
          "class",
          i == counts.length - 1 ? "tonight" : nights.isWeekend(i) ? "weekend" : "night",
          "x",
          i * (BAR + GAP),
          "y",
          HEIGHT - height,
          "width",
          BAR,
          "height",
          height);
      page.leaf("title", nights.day(i) + ": " + number(counts[i]));
      page.close();
    }
    page.leaf("path", "", "class", "ground", "d", "M0 %dH%d".formatted(HEIGHT, width));
    page.close();
    page.open("div", "class", "scale");
    page.leaf("span", nights.day(0));
    page.leaf("span", "most: " + number(most));
    page.leaf("span", nights.last());
    page.close();
    page.close();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
