package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.index.annotate.Tokens.Casing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives the _I_ of a statement to the person who makes it: of the paragraphs behind _Foreign
/// Secretary Philip Hammond said:_ or _released the following statement:_.
///
/// The _I_ of a quotation inside a sentence is left alone; who speaks there is too often open.
final class StatementLinker {
  private static final int ANNOUNCEMENT_TOKENS_MAX = 2;
  private static final Set<String> FIRST_PERSON = Set.of("I", "me", "my", "My", "myself");

  private StatementLinker() {}

  static void link(List<Tokens> zones, List<Person> people) {
    if (!people.isEmpty()) {
      zones.forEach(tokens -> link(tokens, people));
    }
  }

  private static void link(Tokens tokens, List<Person> people) {
    Person speaker = null;
    boolean isQuoted = false;
    int end;
    for (int start = 0; start < tokens.size; start = end) {
      end = paragraphEnd(tokens, start);
      Person next = tokens.is(end - 1, ':') ? speaker(tokens, start, end, people) : null;
      if (next != null) {
        speaker = next;
        isQuoted = isQuotation(tokens, end);
      } else if (speaker != null && goesOn(tokens, start, end, speaker, isQuoted)) {
        take(tokens, start, end, speaker);
      } else {
        speaker = null;
      }
    }
  }

  private static int paragraphEnd(Tokens tokens, int start) {
    int end = start + 1;
    while (end < tokens.size && tokens.breaks[end] != Tokens.PARAGRAPH) {
      end++;
    }
    return end;
  }

  /// Whom the paragraph announces whose last words are _said:_ or _the following statement today:_;
  /// null when that is open.
  private static @Nullable Person speaker(Tokens tokens, int start, int end, List<Person> people) {
    int verb = end - 2;
    while (verb >= Math.max(start, end - 2 - ANNOUNCEMENT_TOKENS_MAX)
        && !isAnnouncement(tokens, verb)) {
      verb--;
    }
    if (verb < start || !isAnnouncement(tokens, verb)) {
      return null;
    }
    for (int i = verb - 1; i >= start && tokens.isJoined(i + 1); i--) {
      Span span = tokens.spans[i];
      if (span != null && span.kind() == EntityKind.PERSON) {
        return people.stream()
            .filter(person -> person.mentions.contains(span))
            .findFirst()
            .orElse(null);
      }
    }
    return null;
  }

  private static boolean isAnnouncement(Tokens tokens, int i) {
    return tokens.is(i, "said") || tokens.is(i, "statement");
  }

  private static boolean isQuotation(Tokens tokens, int i) {
    return tokens.is(i, '"') || tokens.is(i, '“') || tokens.is(i, '`');
  }

  /// Nobody calls himself by name.
  private static boolean goesOn(
      Tokens tokens, int start, int end, Person speaker, boolean isQuoted) {
    if (tokens.casings[start] != Casing.RUNNING
        || tokens.is(end - 1, ':')
        || (isQuoted && !isQuotation(tokens, start))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (tokens.spans[i] != null && speaker.mentions.contains(tokens.spans[i])) {
        return false;
      }
    }
    return true;
  }

  private static void take(Tokens tokens, int start, int end, Person speaker) {
    for (int i = start; i < end; i++) {
      if (tokens.spans[i] == null && FIRST_PERSON.contains(tokens.text(i))) {
        speaker.addPronoun(tokens, i);
      }
    }
  }
}
