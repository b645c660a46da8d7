package dateline.corpus.read;

import dateline.corpus.Published;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON record while an article is made of them. Each field is handed out once,
/// under whichever of its names has a value.
///
/// A field that cannot be used is a warning and goes to the details. An unusable id, headline, body
/// or embargo refuses the record: without them the article would be lost among others, hollow, or
/// public too early.
final class JsonRecord {
  private record Given(String name, JsonNode value) {
    String holding(String advice) {
      return "the field \"" + name + "\" holds " + JsonValue.kind(value) + "; " + advice;
    }
  }

  private final Map<String, JsonNode> unread;
  private final Notes notes;
  private @Nullable String refusal;

  JsonRecord(JsonLine.Fields line, Notes notes) {
    this.notes = notes;
    unread = new LinkedHashMap<>(line.values());
    unread.values().removeIf(JsonValue::isAbsent);
    for (String name : line.repeated()) {
      notes.warn("the field \"" + name + "\" comes twice; the last one is kept");
    }
  }

  /// Why the record cannot become an article; null while it can.
  @Nullable String refusal() {
    return refusal;
  }

  /// The first reason stays.
  void refuse(String reason) {
    refusal = refusal == null ? reason : refusal;
  }

  /// The id exactly as given, without outer white space.
  @Nullable String id() {
    Given given = take(JsonField.ID);
    return given == null ? null : essential(given).strip();
  }

  @Nullable String headline() {
    Given given = take(JsonField.HEADLINE);
    return given == null ? null : prose(given, essential(given));
  }

  /// Text that is read as prose, on one line.
  @Nullable String prose(JsonField field) {
    Given given = take(field);
    if (given == null) {
      return null;
    }
    if (!JsonValue.isTextOrNumber(given.value())) {
      leaveOut(given, "give plain text");
      return null;
    }
    return prose(given, given.value().asString());
  }

  /// Plain text, paragraphs or HTML, all as plain text; empty when absent. Plain text keeps every
  /// character in its place, so that offsets count in what was delivered.
  String body() {
    Given given = take(JsonField.BODY);
    if (given == null) {
      return "";
    }
    if (!given.value().isArray()) {
      warnOfNumber(given);
      String text = essential(given);
      return HtmlText.isHtml(text) ? paragraphs(text) : notes.cleanInPlace(text);
    }
    if (!given.value().valueStream().allMatch(part -> part.isString() || part.isNull())) {
      refuse("the list \"" + given.name() + "\" holds more than text; give a list of paragraphs");
    }
    return JsonValue.texts(given.value()).stream()
        .map(this::paragraphs)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /// A short text on one line; the texts of a list are joined by commas.
  @Nullable String label(JsonField field) {
    Given given = take(field);
    List<String> labels = given == null ? List.of() : labels(given);
    return labels.isEmpty() ? null : String.join(", ", labels);
  }

  /// The first of several labels; then all of them stay in the details.
  @Nullable String firstLabel(JsonField field) {
    Given given = take(field);
    List<String> labels = given == null ? List.of() : labels(given);
    if (given != null && labels.size() > 1) {
      notes.keep(given.name(), String.join(", ", labels));
    }
    return labels.isEmpty() ? null : labels.getFirst();
  }

  /// The items of a list, or of one text in which `separator`, a regular expression, divides them.
  List<String> items(JsonField field, String separator) {
    Given given = take(field);
    if (given == null) {
      return List.of();
    }
    List<String> labels = labels(given);
    return given.value().isArray()
        ? labels
        : labels.stream()
            .flatMap(text -> Stream.of(text.split(separator)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
  }

  /// A date; one that cannot be read is a warning that ends in `consequence`.
  @Nullable Published date(JsonField field, String consequence) {
    Given given = take(field);
    if (given == null) {
      return null;
    }
    Optional<Published> date = parsed(given);
    if (date.isEmpty()) {
      String value = JsonValue.quoted(given.value());
      notes.warn(given.name() + " " + value + " is not a date; " + consequence);
      notes.keep(given.name(), JsonValue.whole(given.value()));
    }
    return date.orElse(null);
  }

  @Nullable Published embargo() {
    Given given = take(JsonField.EMBARGO);
    if (given == null || (given.value().isBoolean() && !given.value().booleanValue())) {
      return null;
    }
    Optional<Published> date = parsed(given);
    if (date.isEmpty()) {
      String value = JsonValue.quoted(given.value());
      refuse(
          given.name()
              + (" " + value + " is not a date, so the article is held back; write it as ")
              + WrittenDate.EXPECTED);
    }
    return date.orElse(null);
  }

  /// Keeps in the details what was not asked for.
  ///
  /// @return the names among it that the format does not define
  Set<String> keepTheRest() {
    unread.forEach((name, value) -> notes.keep(name, JsonValue.whole(value)));
    var unknown = new TreeSet<>(unread.keySet());
    unknown.removeIf(JsonField::isKnown);
    unread.clear();
    return unknown;
  }

  private @Nullable Given take(JsonField field) {
    for (String name : field.names()) {
      JsonNode value = unread.remove(name);
      if (value != null) {
        return new Given(name, value);
      }
    }
    return null;
  }

  private String essential(Given given) {
    if (!JsonValue.isTextOrNumber(given.value())) {
      refuse(given.holding("give plain text"));
    }
    return given.value().asString("");
  }

  private @Nullable String prose(Given given, String text) {
    warnOfNumber(given);
    String line = notes.clean(text).onOneLine();
    return line.isEmpty() ? null : line;
  }

  private void warnOfNumber(Given given) {
    if (given.value().isNumber()) {
      notes.warn(given.holding("its digits are kept as text"));
    }
  }

  private String paragraphs(String text) {
    return notes.clean(HtmlText.isHtml(text) ? HtmlText.of(text) : text).text();
  }

  private List<String> labels(Given given) {
    List<String> labels =
        JsonValue.texts(given.value()).stream()
            .map(text -> notes.clean(text).onOneLine())
            .filter(text -> !text.isEmpty())
            .toList();
    if (labels.isEmpty()) {
      leaveOut(given, "give a text, a list of texts, or objects with a \"name\"");
    }
    return labels;
  }

  private void leaveOut(Given given, String advice) {
    notes.warn(given.holding("it is left out; " + advice));
    notes.keep(given.name(), JsonValue.whole(given.value()));
  }

  private static Optional<Published> parsed(Given given) {
    return JsonValue.isTextOrNumber(given.value())
        ? WrittenDate.parse(given.value().asString())
        : Optional.empty();
  }
}
