package dateline.index.analyze;

import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianCharFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianNormalizationFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// The words of a text in another language than English, by Lucene's own analysis.
///
/// Unicode decides where words begin and end; Chinese, Japanese and Korean become pairs of
/// neighbouring characters, as no list of words is needed for these. No form drops a word, so that
/// all three have the same positions. Light stemmers are taken where there are some: they bring
/// forms of a noun together and seldom two words.
final class LanguageChain extends Analyzer {
  private static final CharArraySet ITALIAN_ARTICLES =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of(
                  "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl",
                  "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d"),
              true));

  private static final CharArraySet CATALAN_ARTICLES =
      CharArraySet.unmodifiableSet(new CharArraySet(List.of("d", "l", "m", "n", "s", "t"), true));

  private static final Pattern YO = Pattern.compile("ё");

  private final Twin twin;
  private final Form form;

  LanguageChain(Twin twin, Form form) {
    this.twin = twin;
    this.form = form;
  }

  /// In Persian the parts of a word may be joined by a sign without width.
  @Override
  protected Reader initReader(String field, Reader reader) {
    return twin == Twin.PERSIAN ? new PersianCharFilter(reader) : reader;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    TokenStream verbatim = twin == Twin.CJK ? new CJKWidthFilter(words) : words;
    TokenStream last =
        switch (form) {
          case VERBATIM -> paired(verbatim);
          case PLAIN -> new ASCIIFoldingFilter(plain(verbatim));
          case STEMMED, LIGHT -> new ASCIIFoldingFilter(stemmed(plain(verbatim)));
        };
    return new TokenStreamComponents(words, last);
  }

  private TokenStream paired(TokenStream words) {
    return twin == Twin.CJK ? new CJKBigramFilter(words) : words;
  }

  /// In lower case, without articles that are written as one with the word, and in one spelling.
  private TokenStream plain(TokenStream words) {
    TokenStream lower =
        switch (twin) {
          case GREEK -> new GreekLowerCaseFilter(new ComposedFilter(words));
          case TURKISH ->
              new TurkishLowerCaseFilter(new ApostropheFilter(new ComposedFilter(words)));
          default -> new LowerCaseFilter(new ComposedFilter(words));
        };
    return switch (twin) {
      case FRENCH -> new ElisionFilter(lower, FrenchAnalyzer.DEFAULT_ARTICLES);
      case ITALIAN -> new ElisionFilter(lower, ITALIAN_ARTICLES);
      case CATALAN -> new ElisionFilter(lower, CATALAN_ARTICLES);
      case RUSSIAN -> new PatternReplaceFilter(lower, YO, "е", true);
      case ROMANIAN -> new RomanianNormalizationFilter(lower);
      case ARABIC -> new ArabicNormalizationFilter(new DecimalDigitFilter(lower));
      case PERSIAN ->
          new PersianNormalizationFilter(
              new ArabicNormalizationFilter(new DecimalDigitFilter(lower)));
      case HINDI ->
          new HindiNormalizationFilter(new IndicNormalizationFilter(new DecimalDigitFilter(lower)));
      case CJK -> paired(lower);
      case ENGLISH,
          GERMAN,
          SPANISH,
          PORTUGUESE,
          DUTCH,
          SWEDISH,
          DANISH,
          NORWEGIAN,
          FINNISH,
          BULGARIAN,
          CZECH,
          GREEK,
          HUNGARIAN,
          TURKISH,
          OTHER ->
          lower;
    };
  }

  private TokenStream stemmed(TokenStream plain) {
    return switch (twin) {
      case GERMAN -> new GermanLightStemFilter(new GermanNormalizationFilter(plain));
      case FRENCH -> new FrenchLightStemFilter(plain);
      case SPANISH -> new SpanishLightStemFilter(plain);
      case ITALIAN -> new ItalianLightStemFilter(plain);
      case PORTUGUESE -> new PortugueseLightStemFilter(plain);
      case DUTCH -> new SnowballFilter(plain, new DutchStemmer());
      case SWEDISH -> new SwedishLightStemFilter(plain);
      case DANISH -> new SnowballFilter(plain, new DanishStemmer());
      case NORWEGIAN -> new NorwegianLightStemFilter(plain);
      case FINNISH -> new FinnishLightStemFilter(plain);
      case RUSSIAN -> new RussianLightStemFilter(plain);
      case BULGARIAN -> new BulgarianStemFilter(plain);
      case CATALAN -> new SnowballFilter(plain, new CatalanStemmer());
      case CZECH -> new CzechStemFilter(plain);
      case GREEK -> new GreekStemFilter(plain);
      case HUNGARIAN -> new HungarianLightStemFilter(plain);
      case ROMANIAN -> new SnowballFilter(plain, new RomanianStemmer());
      case TURKISH -> new SnowballFilter(plain, new TurkishStemmer());
      case ARABIC -> new ArabicStemFilter(plain);
      case PERSIAN -> new PersianStemFilter(plain);
      case HINDI -> new HindiStemFilter(plain);
      case ENGLISH, CJK, OTHER -> plain;
    };
  }
}
