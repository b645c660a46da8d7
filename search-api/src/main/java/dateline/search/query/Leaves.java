package dateline.search.query;

import dateline.corpus.EntityKind;
import dateline.search.query.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes clauses out of words and phrases by the field that they are asked of.
final class Leaves {
  private Leaves() {}

  static Clause leaf(List<String> words, @Nullable SearchField field) {
    return switch (field) {
      case null -> new Clause.Ranked(words, null);
      case SearchField.Text(var zone) -> new Clause.Ranked(words, zone);
      case SearchField.Stable(var stable) -> new Clause.Value(stable, joined(words));
      case SearchField.Named(var kind) -> entity(kind, joined(words));
      case SearchField.Published _, SearchField.Length _ -> throw noWords(field);
    };
  }

  private static Clause entity(EntityKind kind, String name) {
    return name.equalsIgnoreCase(SearchField.ANY)
        ? new Clause.AnyEntity(kind)
        : new Clause.Entity(kind, name);
  }

  private static String joined(List<String> words) {
    return NormalForm.spaced(String.join(" ", words));
  }

  static Clause phrase(Token phrase, @Nullable SearchField field) {
    boolean isVerbatim = phrase.kind() == Kind.VERBATIM;
    return switch (field) {
      case null -> new Clause.Phrase(phrase.text(), null, isVerbatim);
      case SearchField.Text(var zone) -> new Clause.Phrase(phrase.text(), zone, isVerbatim);
      case SearchField.Stable(var stable) -> new Clause.Value(stable, phrase.text());
      case SearchField.Named(var kind) -> new Clause.Entity(kind, phrase.text());
      case SearchField.Published _, SearchField.Length _ -> throw noWords(field);
    };
  }

  private static IllegalStateException noWords(SearchField field) {
    return new IllegalStateException(field + " takes a range, not words");
  }

  static @Nullable TextZone zoneOf(@Nullable SearchField field) {
    return field instanceof SearchField.Text(var zone) ? zone : null;
  }
}
