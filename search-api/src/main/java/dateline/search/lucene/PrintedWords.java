package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/// The unstemmed words of a generation's articles, and which of them are near to a word.
final class PrintedWords {
  /// Most words that are looked at around one: at a distance of one slip no language has as many,
  /// at two a huge archive may.
  static final int NEAR_MAX = 1000;

  private final OpenGeneration generation;
  private final List<String> english;
  private final List<String> other;
  private final List<String> all;

  PrintedWords(OpenGeneration generation) {
    this.generation = generation;
    english =
        List.of(
            field(Part.BODY, Twin.ENGLISH), field(Part.HEADLINE, Twin.ENGLISH), IndexNames.BYLINE);
    other =
        generation.twins().stream()
            .filter(twin -> twin != Twin.ENGLISH)
            .flatMap(twin -> Stream.of(field(Part.BODY, twin), field(Part.HEADLINE, twin)))
            .toList();
    all = Stream.concat(english.stream(), other.stream()).toList();
  }

  private static String field(Part part, Twin twin) {
    return new TextField(part, twin, Form.PLAIN).name();
  }

  /// Whether an article holds the word, in whatever language.
  ///
  /// @param word as an analyzer gives it
  boolean hold(String word) throws IOException {
    for (String field : all) {
      if (LiveArticles.hold(new Term(field, word), generation.reader())) {
        return true;
      }
    }
    return false;
  }

  /// How many articles in English hold the word, in that one of text, headline and byline where
  /// most do.
  int count(String word) throws IOException {
    return count(word, english);
  }

  /// As [#count], in articles that are not in English.
  int countOther(String word) throws IOException {
    return count(word, other);
  }

  private int count(String word, List<String> fields) throws IOException {
    int most = 0;
    for (String field : fields) {
      most = Math.max(most, LiveArticles.count(new Term(field, word), generation.reader()));
    }
    return most;
  }

  /// How many articles hold the word in this spelling.
  int countVerbatim(String spelling) throws IOException {
    var body = new TextField(Part.BODY, Twin.ENGLISH, Form.VERBATIM);
    return LiveArticles.count(new Term(body.name(), spelling), generation.reader());
  }

  /// How many articles hold two words side by side, in text or headline.
  int count(String first, String second) throws IOException {
    var query = new BooleanQuery.Builder();
    for (Part part : List.of(Part.BODY, Part.HEADLINE)) {
      query.add(new PhraseQuery(field(part, Twin.ENGLISH), first, second), Occur.SHOULD);
    }
    return generation.searcher().count(query.build());
  }

  /// Words that so many slips lead from or to, in order of the alphabet: letters that are other
  /// ones, too many, too few, or that changed places with their neighbours. Articles may hold them
  /// no more.
  ///
  /// @param slips 1 or 2, at most
  /// @param most at most so many
  List<String> near(String word, int slips, int most) throws IOException {
    var automaton =
        new CompiledAutomaton(
            new LevenshteinAutomata(word, true).toAutomaton(slips), false, true, false);
    var near = new TreeSet<String>();
    for (LeafReaderContext leaf : generation.reader().leaves()) {
      for (String field : all) {
        Terms terms = leaf.reader().terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : automaton.getTermsEnum(terms);
        for (BytesRef term; near.size() < most && (term = each.next()) != null; ) {
          near.add(term.utf8ToString());
        }
      }
    }
    near.remove(word);
    return List.copyOf(near);
  }

  /// Whether the word may be shown: it stands in what an article lets be printed of it.
  boolean areShown(String word) throws IOException {
    if (LiveArticles.hold(new Term(IndexNames.BYLINE, word), generation.reader())) {
      return true;
    }
    Terms terms = MultiTerms.getTerms(generation.reader(), IndexNames.PHRASES);
    if (terms == null) {
      return false;
    }
    var key = new BytesRef(word + '\0');
    TermsEnum each = terms.iterator();
    boolean hasTerm = each.seekCeil(key) != TermsEnum.SeekStatus.END;
    while (hasTerm && StringHelper.startsWith(each.term(), key)) {
      var term = new Term(IndexNames.PHRASES, BytesRef.deepCopyOf(each.term()));
      if (LiveArticles.hold(term, generation.reader())) {
        return true;
      }
      hasTerm = each.next() != null;
    }
    return false;
  }
}
