package dateline.search.engine;

import dateline.corpus.EntityKind;
import dateline.index.schema.ArticleField;
import dateline.search.query.CanonicalForm;
import dateline.search.query.Clause;
import dateline.search.query.TextZone;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Names the parts of a search for people, to stand behind _without_: _the word golf_, _the place
/// Japan_.
///
/// All words come from `PartNames.properties`; a language without a file of its own reads English.
public final class PartNames {
  private final ResourceBundle messages;
  private final Locale locale;

  private PartNames(Locale locale) {
    this.messages =
        ResourceBundle.getBundle(
            PartNames.class.getName(),
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.locale = locale;
  }

  public static String of(List<Relaxation.Part> parts, Locale locale) {
    var names = new PartNames(locale);
    return names.joined("both", parts.stream().map(names::name).toList());
  }

  private String name(Relaxation.Part part) {
    return switch (part) {
      case Relaxation.Word(var word, var zone) -> in(zone, say("word", word));
      case Relaxation.Condition(var clause) -> name(clause);
      case Relaxation.Values(var filter, var labels) -> name(filter, labels);
      case Relaxation.Threads(var ids) -> say("thread", joined("or", ids));
      case Relaxation.Dates(var dates) ->
          dates.isMissing() ? say("dates.none") : dates(dates.from(), dates.to());
      case Relaxation.Story(var id) -> say("story", id);
    };
  }

  private String name(Clause clause) {
    return switch (clause) {
      case Clause.Ranked(var words, var zone) -> in(zone, say("word", String.join(" ", words)));
      case Clause.Phrase(var text, var zone, var isVerbatim) ->
          in(zone, say(isVerbatim ? "verbatim" : "phrase", text));
      case Clause.Entity(var kind, var name) -> value(field(kind), name);
      case Clause.AnyEntity(var kind) -> say("any." + field(kind).parameter());
      case Clause.Value(var field, var value) -> value(field, value);
      case Clause.PublishedRange(var first, var last) -> dates(first, last);
      case Clause.WordsRange _ -> say("length");
      case Clause.Not(var part) -> say("exclusion", name(part));
      case Clause.Everything _, Clause.Passage _, Clause.All _, Clause.Any _ ->
          say("group", CanonicalForm.of(clause));
    };
  }

  private String name(Filter filter, List<String> labels) {
    if (filter.isMissing()) {
      return say("none." + filter.field().parameter());
    }
    String value = value(filter.field(), joined("or", labels));
    return filter.not().isEmpty() ? value : say("exclusion", value);
  }

  private String value(ArticleField field, String label) {
    return say("value." + field.parameter(), label);
  }

  private static ArticleField field(EntityKind kind) {
    return switch (kind) {
      case PERSON -> ArticleField.PERSON;
      case PLACE -> ArticleField.PLACE;
      case ORGANISATION -> ArticleField.ORG;
      case ISSUE -> ArticleField.ISSUE;
    };
  }

  private String dates(@Nullable Object first, @Nullable Object last) {
    if (first == null) {
      return last == null ? say("dates.any") : say("dates.to", last.toString());
    }
    if (last == null) {
      return say("dates.from", first.toString());
    }
    return first.equals(last)
        ? say("dates.on", first.toString())
        : say("dates.between", first.toString(), last.toString());
  }

  private String in(@Nullable TextZone zone, String name) {
    return zone == null ? name : say("in." + zone.parameter(), name);
  }

  private String joined(String pattern, List<String> parts) {
    return parts.stream().reduce((left, right) -> say(pattern, left, right)).orElse("");
  }

  private String say(String key, Object... values) {
    return new MessageFormat(messages.getString(key), locale).format(values);
  }
}
