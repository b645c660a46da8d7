package dateline.search.memory;

import dateline.corpus.Zone;
import dateline.search.engine.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Quotes the sentences that hold a word, or else the first one.
final class Snippets {
  private Snippets() {}

  static List<Snippet> of(String body, List<String> words, int snippetsMax) {
    var snippets = new ArrayList<Snippet>();
    String[] sentences = body.replaceAll("\\s+", " ").strip().split("(?<=[.!?]) ");
    for (int i = 0; i < sentences.length && snippets.size() < snippetsMax; i++) {
      List<Snippet.Range> ranges = ranges(sentences[i], words);
      if (!ranges.isEmpty()) {
        snippets.add(new Snippet(Zone.BODY, sentences[i], ranges, i));
      }
    }
    if (snippets.isEmpty() && snippetsMax > 0 && !body.isBlank()) {
      snippets.add(new Snippet(Zone.BODY, sentences[0], List.of(), 0));
    }
    return snippets;
  }

  private static List<Snippet.Range> ranges(String sentence, List<String> words) {
    var ranges = new ArrayList<Snippet.Range>();
    if (words.isEmpty()) {
      return ranges;
    }
    String any = String.join("|", words.stream().map(Pattern::quote).toList());
    Matcher found =
        Pattern.compile("\\b(?:" + any + ")\\b", Pattern.CASE_INSENSITIVE).matcher(sentence);
    while (found.find()) {
      int start = sentence.codePointCount(0, found.start());
      ranges.add(
          new Snippet.Range(start, start + sentence.codePointCount(found.start(), found.end())));
    }
    return ranges;
  }
}
