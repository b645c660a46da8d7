package dateline.index.analyze;

import dateline.index.language.LanguageCode;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.jspecify.annotations.Nullable;

/// Which analyzer each field has, at index time and at query time.
///
/// | field | stemmed | light | plain | verbatim |
/// |---|---|---|---|---|
/// | text in English | words, compounds, Porter stems | the same with KStem | words, compounds | words as typed |
/// | text in other European languages, Arabic, Persian, Hindi | words, folded, stems of the language | none | words, folded | words as typed |
/// | text in Chinese, Japanese, Korean | pairs of characters, of one width | none | as stemmed | pairs of characters, in their case |
/// | text in all other languages | words, folded | none | as stemmed | words as typed |
/// | byline, names of entities | words; no stemming | | | |
///
/// Raise [#VERSION] with every change of a chain: an index analysed otherwise is built anew.
public final class ArticleAnalyzers {
  public static final int VERSION = 2;

  /// Between the names of two entities, and between paragraphs of other fields that have many
  /// values.
  private static final int NAME_GAP = 100;

  private static final Compounds COMPOUNDS = Compounds.shipped();

  private static final Analyzer ENGLISH_STEMMED = new Chain(PorterStemFilter::new, true, 0);
  private static final Analyzer ENGLISH_LIGHT = new Chain(KStemFilter::new, true, 0);
  private static final Analyzer ENGLISH_PLAIN = new Chain(words -> words, true, 0);
  private static final Analyzer NAMES = new Chain(words -> words, false, NAME_GAP);
  private static final Analyzer ENGLISH_VERBATIM = new Verbatim();
  private static final Map<Twin, Map<Form, Analyzer>> OTHERS = others();

  private ArticleAnalyzers() {}

  public static Analyzer of(TextField field) {
    if (field.twin() != Twin.ENGLISH) {
      return Objects.requireNonNull(
          Objects.requireNonNull(OTHERS.get(field.twin())).get(field.form()));
    }
    return switch (field.form()) {
      case STEMMED -> ENGLISH_STEMMED;
      case LIGHT -> ENGLISH_LIGHT;
      case PLAIN -> ENGLISH_PLAIN;
      case VERBATIM -> ENGLISH_VERBATIM;
    };
  }

  /// For bylines and the names of entities: accents, possessives and points fold, nothing is
  /// stemmed or dropped.
  public static Analyzer names() {
    return NAMES;
  }

  /// The analyzer of every field of the index by its name.
  public static Analyzer perField() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String name) {
        return TextField.byName(name).map(ArticleAnalyzers::of).orElse(NAMES);
      }
    };
  }

  /// The twin whose analyzers fit a language; text of unknown language is read as English.
  ///
  /// @param language as [LanguageCode] spells it, or in another spelling that it knows
  public static Twin twinOf(@Nullable String language) {
    String code = language == null ? null : LanguageCode.of(language);
    return Twin.of(code == null ? language : code);
  }

  private static final class Chain extends Analyzer {
    private final UnaryOperator<TokenStream> stemming;
    private final boolean isCompounding;
    private final int gap;

    Chain(UnaryOperator<TokenStream> stemming, boolean isCompounding, int gap) {
      this.stemming = stemming;
      this.isCompounding = isCompounding;
      this.gap = gap;
    }

    @Override
    protected TokenStreamComponents createComponents(String name) {
      var tokenizer = new NewsTokenizer();
      TokenStream words = new NewsWordFilter(tokenizer);
      TokenStream joined = isCompounding ? new CompoundFilter(words, COMPOUNDS) : words;
      return new TokenStreamComponents(tokenizer, stemming.apply(joined));
    }

    @Override
    public int getPositionIncrementGap(String name) {
      return gap;
    }
  }

  private static final class Verbatim extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String name) {
      return new TokenStreamComponents(new NewsTokenizer());
    }
  }

  private static Map<Twin, Map<Form, Analyzer>> others() {
    var others = new EnumMap<Twin, Map<Form, Analyzer>>(Twin.class);
    for (Twin twin : EnumSet.complementOf(EnumSet.of(Twin.ENGLISH))) {
      var forms = new EnumMap<Form, Analyzer>(Form.class);
      for (Form form : EnumSet.complementOf(EnumSet.of(Form.LIGHT))) {
        forms.put(form, new LanguageChain(twin, form));
      }
      others.put(twin, forms);
    }
    return others;
  }
}
