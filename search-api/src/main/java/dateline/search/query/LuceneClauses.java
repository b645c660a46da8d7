package dateline.search.query;

import dateline.corpus.NearestName;
import dateline.search.query.LuceneText.Prefix;
import dateline.search.query.Problems.Edit;
import dateline.search.query.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode.Modifier;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.MinShouldMatchNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.jspecify.annotations.Nullable;

/// Turns the tree of Lucene's parser into clauses. A part that says nothing is null and left out.
///
/// Fields are read from the text before a value rather than from the tree, which does not tell a
/// field of one word from that of its group.
final class LuceneClauses {
  private static final String EXISTS = "_exists_";

  private final LuceneText text;
  private final Problems problems;
  private final Map<Integer, Optional<SearchField>> resolved = new HashMap<>();
  private int wordCount;

  private LuceneClauses(LuceneText text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  static Clause of(QueryNode tree, LuceneText text, Problems problems) {
    Clause clause = new LuceneClauses(text, problems).clause(tree, null);
    return clause == null ? new Clause.Everything() : clause;
  }

  /// @param field of the group around it; null outside of a field's group
  private @Nullable Clause clause(QueryNode node, @Nullable SearchField field) {
    return switch (node) {
      case AndQueryNode and -> joined(and.getChildren(), field, Kind.AND);
      case OrQueryNode or -> joined(or.getChildren(), field, Kind.OR);
      case BooleanQueryNode sequence -> sequence(sequence.getChildren(), field);
      case ModifierQueryNode modified -> {
        Clause part = clause(modified.getChild(), field);
        boolean isExcluding = modified.getModifier() == Modifier.MOD_NOT;
        yield part != null && isExcluding ? NormalForm.not(part) : part;
      }
      case GroupQueryNode group -> clause(group.getChild(), fieldBefore(opening(group), field));
      case MinShouldMatchNode some -> atLeast(some, field);
      case QuotedFieldQueryNode phrase -> phrase(phrase, field);
      case FieldQueryNode word ->
          isPlain(word, field) ? sequence(List.of(word), field) : value(word, field);
      case TermRangeQueryNode range -> range(range);
      default -> throw new IllegalStateException(node.getClass() + " was to be blanked");
    };
  }

  private @Nullable Clause joined(
      List<QueryNode> nodes, @Nullable SearchField field, Kind operator) {
    List<Clause> parts = parts(nodes, field);
    if (parts.isEmpty()) {
      return null;
    }
    return operator == Kind.AND ? NormalForm.all(parts) : NormalForm.any(parts);
  }

  private List<Clause> parts(List<QueryNode> nodes, @Nullable SearchField field) {
    var parts = new ArrayList<Clause>();
    for (QueryNode node : nodes) {
      Clause part = clause(node, field);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private @Nullable Clause sequence(List<QueryNode> nodes, @Nullable SearchField field) {
    var sequence = new Sequence();
    for (QueryNode node : nodes) {
      if (node instanceof FieldQueryNode word && isPlain(word, field)) {
        Clause pattern = pattern(word, field);
        if (pattern != null) {
          sequence.add(pattern);
          continue;
        }
        List<String> found = words(word);
        if (!found.isEmpty()) {
          sequence.add(found);
        }
        continue;
      }
      Clause part = clause(node, field);
      boolean isOfWords = field == null || field instanceof SearchField.Text;
      boolean isBareGroup =
          isOfWords
              && node instanceof GroupQueryNode group
              && text.prefixBefore(opening(group)) == null;
      if (isBareGroup
          && part instanceof Clause.Ranked(var inner, var zone)
          && zone == Leaves.zoneOf(field)) {
        sequence.add(inner);
      } else if (part != null) {
        sequence.add(part);
      }
    }
    return sequence.clause(field);
  }

  /// How many parts of a group must hold: one or all of them.
  private @Nullable Clause atLeast(MinShouldMatchNode some, @Nullable SearchField around) {
    GroupQueryNode group = some.groupQueryNode;
    SearchField field = fieldBefore(opening(group), around);
    boolean isSequence = group.getChild().getClass() == BooleanQueryNode.class;
    List<QueryNode> nodes = isSequence ? group.getChild().getChildren() : List.of(group.getChild());
    if (some.minShouldMatch == nodes.size()) {
      return joined(nodes, field, Kind.AND);
    }
    if (some.minShouldMatch == 1) {
      return joined(nodes, field, Kind.OR);
    }
    int place = text.point(opening(group));
    problems.add(
        "query.minimum-not-offered",
        place,
        "“@%d” after the group %s is not offered: ask for one part with @1, or for all with AND."
            .formatted(some.minShouldMatch, Problems.place(place)),
        null);
    return clause(group, around);
  }

  /// Whether it is a word that has no field of its own.
  private boolean isPlain(FieldQueryNode word, @Nullable SearchField around) {
    return !(word instanceof QuotedFieldQueryNode)
        && text.prefixBefore(word.getBegin()) == null
        && !raw(word).equals("*")
        && !isRanged(around);
  }

  private @Nullable Clause value(FieldQueryNode word, @Nullable SearchField around) {
    Prefix prefix = text.prefixBefore(word.getBegin());
    if (prefix != null && prefix.name().equals(EXISTS)) {
      Prefix asked = new Prefix(raw(word).replace("\\", ""), word.getBegin(), word.getEnd());
      return exists(resolve(asked), asked);
    }
    SearchField field = fieldBefore(word.getBegin(), around);
    if (raw(word).equals("*")) {
      return prefix == null || prefix.name().equals("*")
          ? new Clause.Everything()
          : exists(field, prefix);
    }
    if (isRanged(field)) {
      return single(field, raw(word).replace("\\", ""), word.getBegin(), word.getEnd());
    }
    Clause pattern = pattern(word, field);
    if (pattern != null) {
      return pattern;
    }
    List<String> found = words(word);
    return found.isEmpty() ? null : Leaves.leaf(found, field);
  }

  /// Whether a field has a value at all; of the fields only dates can be missing there.
  private @Nullable Clause exists(@Nullable SearchField field, Prefix asked) {
    return switch (field) {
      case SearchField.Published _ -> new Clause.PublishedRange(null, null);
      case SearchField.Length _ -> new Clause.WordsRange(null, null);
      case null -> null;
      case SearchField.Text _, SearchField.Stable _, SearchField.Named _ -> {
        int place = text.point(asked.start());
        problems.add(
            "query.exists-not-offered",
            place,
            "Whether “%s” %s has any value cannot be asked. Write a value after “%s:”, or leave the condition out."
                .formatted(asked.name(), Problems.place(place), asked.name()),
            null);
        yield null;
      }
    };
  }

  private @Nullable Clause phrase(QuotedFieldQueryNode phrase, @Nullable SearchField around) {
    int start = phrase.getBegin() - 1;
    int end = phrase.getEnd() + 1;
    var unescaped = new StringBuilder();
    boolean hasLetter = false;
    int[] typed = raw(phrase).codePoints().toArray();
    for (int i = 0; i < typed.length; i++) {
      boolean isEscaped = typed[i] == '\\' && i + 1 < typed.length;
      i += isEscaped ? 1 : 0;
      hasLetter |= Signs.isLetter(typed[i]) || (isEscaped && !Signs.isSpace(typed[i]));
      unescaped.appendCodePoint(typed[i]);
    }
    String content = NormalForm.spaced(unescaped.toString());
    SearchField field = fieldBefore(start, around);
    if (!hasLetter || content.isEmpty()) {
      return null;
    }
    if (isRanged(field)) {
      return single(field, content, start, end);
    }
    Token token = token(Kind.PHRASE, content, start, end);
    return isWithinLimit(token.wordCount(), start) ? Leaves.phrase(token, field) : null;
  }

  /// One date or number is both ends of a range.
  private @Nullable Clause single(@Nullable SearchField field, String bound, int start, int end) {
    return isWithinLimit(1, start) ? ranges(field, start, end).single(bound) : null;
  }

  private @Nullable Clause range(TermRangeQueryNode range) {
    FieldQueryNode first = range.getLowerBound();
    FieldQueryNode last = range.getUpperBound();
    int start = text.beforeSpace(first.getBegin());
    int end = last.getEnd();
    boolean isBracketed = text.at(start) == '[' || text.at(start) == '{';
    if (isBracketed) {
      while (text.at(end) == ' ' && end < text.length()) {
        end++;
      }
      end++;
    } else if (text.at(start) == '=') {
      start--; // of <= or >=
    }
    String name = first.getField().toString();
    Prefix prefix = text.nameBefore(isBracketed ? text.beforeSpace(start) : start);
    SearchField field = name.isEmpty() || name.equals("*") ? null : resolveRanged(name, prefix);
    if (!isRanged(field)) {
      notRanged(start);
      return null;
    }
    return isWithinLimit(1, start)
        ? ranges(field, start, end)
            .between(bound(first), range.isLowerInclusive(), bound(last), range.isUpperInclusive())
        : null;
  }

  /// In a group the name stands further ahead.
  private @Nullable SearchField resolveRanged(String name, Prefix before) {
    return before.name().equals(name) ? resolve(before) : SearchField.of(name).orElse(null);
  }

  private void notRanged(int start) {
    int place = text.point(start);
    problems.add(
        "query.range-not-offered",
        place,
        "The range %s needs a field that has an order. Write it as published:[1987-03 TO 1987-04] or words:[300 TO *]."
            .formatted(Problems.place(place)),
        null);
  }

  private static String bound(FieldQueryNode node) {
    return NormalForm.spaced(node.getTextAsString());
  }

  private LuceneRanges ranges(@Nullable SearchField field, int start, int end) {
    String name = field instanceof SearchField.Length ? "words" : "published";
    return new LuceneRanges(
        token(Kind.FIELD, name, start, start), token(Kind.RANGE, "", start, end), problems);
  }

  private static boolean isRanged(@Nullable SearchField field) {
    return field instanceof SearchField.Published || field instanceof SearchField.Length;
  }

  /// The words of one word of Lucene's, by our rules for punctuation; wildcards are reported.
  private List<String> words(FieldQueryNode node) {
    int[] typed = raw(node).codePoints().toArray();
    reportWildcard(typed, node.getBegin());
    var found = new ArrayList<String>();
    for (int at = 0; at < typed.length; ) {
      Chunk chunk = Chunk.at(at, typed);
      int from = chunk.wordStart();
      int to = chunk.wordEnd();
      if (from < to) {
        found.add(chunk.text(from, to));
      }
      at = Math.max(at + 1, chunk.end());
    }
    return isWithinLimit(found.size(), node.getBegin()) ? found : List.of();
  }

  /// A word with wildcards that our own language reads too; null for any other.
  private @Nullable Clause pattern(FieldQueryNode node, @Nullable SearchField field) {
    int[] typed = raw(node).codePoints().toArray();
    Chunk chunk = Chunk.at(0, typed);
    if ((field != null && !(field instanceof SearchField.Text)) || chunk.end() < typed.length) {
      return null;
    }
    String pattern =
        new PatternSigns(new Problems(typed), false)
            .pattern(chunk, chunk.wordStart(), chunk.wordEnd());
    return pattern == null || !isWithinLimit(1, node.getBegin())
        ? null
        : new Clause.Passage(new Span.Wildcard(pattern), 1, Leaves.zoneOf(field));
  }

  private void reportWildcard(int[] typed, int begin) {
    for (int i = 0; i < typed.length; i += typed[i] == '\\' ? 2 : 1) {
      if (typed[i] == '*' || typed[i] == '?') {
        int place = text.point(begin) + i;
        boolean isAtEdge = i == 0 || i == typed.length - 1;
        problems.add(
            "query.wildcard-not-offered",
            place,
            "The wildcard “%c” %s is not offered there: a star stands behind three letters, and “?” behind two. Write the word in full; its plural and other endings are found anyway."
                .formatted(typed[i], Problems.place(place)),
            isAtEdge ? new Edit(place, place + 1, "") : null);
        return;
      }
    }
  }

  private boolean isWithinLimit(int words, int start) {
    boolean wasWithin = wordCount <= QueryParser.WORDS_MAX;
    wordCount += words;
    boolean isWithin = wordCount <= QueryParser.WORDS_MAX;
    if (wasWithin && !isWithin) {
      int place = text.point(start);
      problems.add(
          "query.too-many-words",
          place,
          "A query may have %d words and other conditions; those that start %s or later were left out. Shorten it."
              .formatted(QueryParser.WORDS_MAX, Problems.place(place)),
          null);
    }
    return isWithin;
  }

  /// The field that is written right before a value or group, else that of the group around it.
  private @Nullable SearchField fieldBefore(int place, @Nullable SearchField around) {
    Prefix prefix = text.prefixBefore(place);
    if (prefix == null) {
      return around;
    }
    return prefix.name().equals("*") ? null : resolve(prefix);
  }

  private @Nullable SearchField resolve(Prefix prefix) {
    return resolved.computeIfAbsent(prefix.start(), _ -> known(prefix)).orElse(null);
  }

  private Optional<SearchField> known(Prefix prefix) {
    Optional<SearchField> field = SearchField.of(prefix.name());
    if (field.isEmpty()) {
      Optional<String> nearest = NearestName.of(prefix.name(), SearchField.TABLE.keySet());
      int start = text.point(prefix.start());
      problems.add(
          "query.unknown-field",
          start,
          "There is no field “%s” (%s), so it was left out. %s"
              .formatted(
                  prefix.name(),
                  Problems.place(start),
                  nearest
                      .map("Did you mean “%s”?"::formatted)
                      .orElse("The fields are: " + String.join(", ", SearchField.NAMES) + ".")),
          nearest.map(meant -> new Edit(start, text.point(prefix.end()), meant)).orElse(null));
    }
    return field;
  }

  /// Where the bracket of a group stands, which the tree does not tell: as many brackets before its
  /// first value as there are groups that begin with it.
  private int opening(GroupQueryNode group) {
    int depth = 0;
    QueryNode first = group;
    while (!(first instanceof FieldQueryNode) && !(first instanceof TermRangeQueryNode)) {
      depth += first instanceof GroupQueryNode ? 1 : 0;
      first =
          first instanceof MinShouldMatchNode some
              ? some.groupQueryNode
              : first.getChildren().getFirst();
    }
    FieldQueryNode leaf =
        first instanceof TermRangeQueryNode range ? range.getLowerBound() : (FieldQueryNode) first;
    int place = leaf.getBegin();
    while (depth > 0 && place > 0) {
      place--;
      depth -= text.at(place) == '(' ? 1 : 0;
    }
    return place;
  }

  private String raw(FieldQueryNode node) {
    return text.between(node.getBegin(), node.getEnd());
  }

  private Token token(Kind kind, String content, int start, int end) {
    return new Token(kind, content, text.point(start), text.point(end));
  }
}
