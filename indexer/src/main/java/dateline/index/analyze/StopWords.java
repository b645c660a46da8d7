package dateline.index.analyze;

import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/// Function words that plain words of a query drop, as long as a content word is left. The index
/// keeps them all.
///
/// A wide list at query time only was measured to be best on newswire and magazine queries in
/// English. Other languages have the lists of Lucene.
public final class StopWords {
  private static final Set<String> ENGLISH =
      Set.of(
          """
          a about above after again against all also am an and any are as at be because been before being below \
          between both but by can could did do does doing down during each few for from further had has have having \
          he her here hers herself him himself his how i if in into is it its itself just may me might more most must \
          my myself no nor not now of off on once only or other our ours ourselves out over own per same shall she \
          should so some such than that the their theirs them themselves then there these they this those through to \
          too under until up upon us very via was we were what when where which while who whom whose why will with \
          would yet you your yours yourself yourselves\
          """
              .split(" "));

  private static final Map<Twin, StopWords> BY_TWIN = byTwin();

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  public static StopWords of(Twin twin) {
    return Objects.requireNonNull(BY_TWIN.get(twin));
  }

  /// @param word as the plain form of its twin has it
  public boolean contains(String word) {
    return words.contains(word);
  }

  private static Map<Twin, StopWords> byTwin() {
    var byTwin = new EnumMap<Twin, StopWords>(Twin.class);
    for (Twin twin : Twin.values()) {
      byTwin.put(
          twin,
          new StopWords(
              switch (twin) {
                case ENGLISH, OTHER -> ENGLISH;
                case GERMAN -> plain(twin, GermanAnalyzer.getDefaultStopSet());
                case FRENCH -> plain(twin, FrenchAnalyzer.getDefaultStopSet());
                case SPANISH -> plain(twin, SpanishAnalyzer.getDefaultStopSet());
                case ITALIAN -> plain(twin, ItalianAnalyzer.getDefaultStopSet());
                case PORTUGUESE -> plain(twin, PortugueseAnalyzer.getDefaultStopSet());
                case DUTCH -> plain(twin, DutchAnalyzer.getDefaultStopSet());
                case SWEDISH -> plain(twin, SwedishAnalyzer.getDefaultStopSet());
                case DANISH -> plain(twin, DanishAnalyzer.getDefaultStopSet());
                case NORWEGIAN -> plain(twin, NorwegianAnalyzer.getDefaultStopSet());
                case FINNISH -> plain(twin, FinnishAnalyzer.getDefaultStopSet());
                case RUSSIAN -> plain(twin, RussianAnalyzer.getDefaultStopSet());
                case BULGARIAN -> plain(twin, BulgarianAnalyzer.getDefaultStopSet());
                case CATALAN -> plain(twin, CatalanAnalyzer.getDefaultStopSet());
                case CZECH -> plain(twin, CzechAnalyzer.getDefaultStopSet());
                case GREEK -> plain(twin, GreekAnalyzer.getDefaultStopSet());
                case HUNGARIAN -> plain(twin, HungarianAnalyzer.getDefaultStopSet());
                case ROMANIAN -> plain(twin, RomanianAnalyzer.getDefaultStopSet());
                case TURKISH -> plain(twin, TurkishAnalyzer.getDefaultStopSet());
                case ARABIC -> plain(twin, ArabicAnalyzer.getDefaultStopSet());
                case PERSIAN -> plain(twin, PersianAnalyzer.getDefaultStopSet());
                case HINDI -> plain(twin, HindiAnalyzer.getDefaultStopSet());
                case CJK -> Set.of();
              }));
    }
    return byTwin;
  }

  /// As the plain form has them, since queries are read in it. What it cuts in two is left out.
  private static Set<String> plain(Twin twin, CharArraySet listed) {
    Analyzer analyzer = ArticleAnalyzers.of(new TextField(Part.BODY, twin, Form.PLAIN));
    var plain = new HashSet<String>();
    for (Object each : listed) {
      try (TokenStream words = analyzer.tokenStream("words", new String((char[]) each))) {
        CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
        words.reset();
        String first = words.incrementToken() ? term.toString() : null;
        if (first != null && !words.incrementToken()) {
          plain.add(first);
        }
        words.end();
      } catch (IOException e) {
        throw new UncheckedIOException("reading from memory does not fail", e);
      }
    }
    return plain;
  }
}
