package dateline.cli;

import dateline.corpus.store.Destination;
import dateline.corpus.store.Notices;
import dateline.corpus.store.Notices.Counts;
import dateline.corpus.store.Notices.Listed;
import dateline.corpus.store.SavedSearch;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Saved searches on the terminal.
final class AlertLines {
  private AlertLines() {}

  static void print(List<SavedSearch> searches, Map<String, Counts> counts, PrintWriter out) {
    if (searches.isEmpty()) {
      out.println("no saved search");
      return;
    }
    for (SavedSearch search : searches) {
      Counts told = counts.getOrDefault(search.id(), Counts.NONE);
      out.printf(
          Locale.ROOT,
          "%s  %-7s  told %,d%s%s%s  %s%n",
          search.id(),
          search.destination().word(),
          told.told(),
          told.waiting() == 0 ? "" : ", waiting " + told.waiting(),
          told.failed() == 0 ? "" : ", failed " + told.failed(),
          search.isPaused() ? ", paused" : "",
          search.name());
      if (search.trouble() != null) {
        out.println("          not asked: " + search.trouble());
      }
    }
  }

  static void print(SavedSearch search, Counts counts, List<Listed> told, PrintWriter out) {
    out.println("id       " + search.id());
    out.println("name     " + search.name());
    out.println("search   " + search.query());
    out.println("saved    " + search.created());
    out.println("to       " + to(search.destination()));
    out.printf(
        Locale.ROOT,
        "told     %,d, waiting %,d, failed %,d%n",
        counts.told(),
        counts.waiting(),
        counts.failed());
    if (search.isPaused()) {
      out.println("paused");
    }
    if (search.trouble() != null) {
      out.println("trouble  " + search.trouble());
    }
    for (Listed each : told) {
      out.printf(
          "%s  %-9s  %s  %s%n",
          each.notice().at(), each.notice().kind().word(), each.notice().article(), state(each));
    }
  }

  /// For the eyes of the machine's operator.
  private static String to(Destination destination) {
    return switch (destination) {
      case Destination.Feed _ -> "its feed alone";
      case Destination.Webhook(var address, _) -> "webhook " + address;
      case Destination.Mail(var address) -> "mail " + address;
    };
  }

  private static String state(Listed each) {
    return switch (each.state()) {
      case FEED -> "in the feed";
      case DELIVERED -> "delivered " + each.delivered();
      case WAITING ->
          each.attempts() == 0
              ? "waiting"
              : "waiting until %s after %s: %s"
                  .formatted(each.due(), Words.count(each.attempts(), "attempt"), each.trouble());
      case FAILED ->
          "failed after %s: %s".formatted(Words.count(each.attempts(), "attempt"), each.trouble());
    };
  }

  static String json(List<SavedSearch> searches, Map<String, Counts> counts) {
    JsonMapper mapper = JsonMapper.shared();
    ArrayNode list = mapper.createArrayNode();
    for (SavedSearch search : searches) {
      Notices.Counts told = counts.getOrDefault(search.id(), Counts.NONE);
      ObjectNode node = list.addObject();
      node.put("id", search.id());
      node.put("name", search.name());
      node.put("query", search.query());
      node.put("created", search.created().toString());
      node.put("paused", search.isPaused());
      node.put("delivery", search.destination().word());
      node.put("told", told.told());
      node.put("waiting", told.waiting());
      node.put("failed", told.failed());
      node.put("latest", Objects.toString(told.latest(), null));
      node.put("trouble", search.trouble());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(list);
  }
}
