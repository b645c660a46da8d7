package dateline.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One way to read the words of a phrase: at each position the terms of which one must stand there.
///
/// A phrase with a hyphen can be read word by word (`cease fire talks`) and with the compound
/// closed (`ceasefire talks`).
record WordPath(List<List<String>> positions) {
  WordPath {
    positions = positions.stream().map(List::copyOf).toList();
  }

  /// The readings of an analysed phrase: word by word first, then, if there is one, with compounds
  /// closed.
  static List<WordPath> of(List<TextTerm> terms) {
    Map<Integer, List<String>> open = new LinkedHashMap<>();
    Map<Integer, TextTerm> joined = new LinkedHashMap<>();
    for (TextTerm term : terms) {
      if (term.length() == 1) {
        open.computeIfAbsent(term.position(), _ -> new ArrayList<>()).add(term.text());
      } else {
        joined.put(term.position(), term);
      }
    }
    if (open.isEmpty()) {
      return List.of();
    }
    var paths = new ArrayList<WordPath>();
    paths.add(new WordPath(new ArrayList<>(open.values())));
    if (!joined.isEmpty()) {
      var closed = new ArrayList<List<String>>();
      int end = -1;
      for (var word : open.entrySet()) {
        TextTerm compound = joined.get(word.getKey());
        if (word.getKey() < end) {
          continue;
        }
        if (compound == null) {
          closed.add(word.getValue());
        } else {
          closed.add(List.of(compound.text()));
          end = compound.position() + compound.length();
        }
      }
      paths.add(new WordPath(closed));
    }
    return paths;
  }
}
