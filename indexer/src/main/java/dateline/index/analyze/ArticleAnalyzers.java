package dateline.index.analyze;

import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.Twin;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Which analyzer each field has, at index time and at query time.
///
/// | field | stemmed | light | plain | verbatim |
/// |---|---|---|---|---|
/// | text in English | words, compounds, Porter stems | the same with KStem | words, compounds | words as typed |
/// | text in other languages | Unicode words, folded | none | as stemmed | words as typed |
/// | byline, names of entities | words; no stemming | | | |
///
/// Raise [#VERSION] with every change of a chain: an index analysed otherwise is built anew.
public final class ArticleAnalyzers {
  public static final int VERSION = 1;

  /// Between the names of two entities, and between paragraphs of other fields that have many
  /// values.
  private static final int NAME_GAP = 100;

  private static final Compounds COMPOUNDS = Compounds.shipped();

  private static final Analyzer ENGLISH_STEMMED = new Chain(PorterStemFilter::new, true, 0);
  private static final Analyzer ENGLISH_LIGHT = new Chain(KStemFilter::new, true, 0);
  private static final Analyzer ENGLISH_PLAIN = new Chain(words -> words, true, 0);
  private static final Analyzer NAMES = new Chain(words -> words, false, NAME_GAP);
  private static final Analyzer ENGLISH_VERBATIM = new Verbatim();
  private static final Analyzer OTHER = new OtherLanguages(true);
  private static final Analyzer OTHER_VERBATIM = new OtherLanguages(false);

  private ArticleAnalyzers() {}

  public static Analyzer of(TextField field) {
    return switch (field.twin()) {
      case ENGLISH ->
          switch (field.form()) {
            case STEMMED -> ENGLISH_STEMMED;
            case LIGHT -> ENGLISH_LIGHT;
            case PLAIN -> ENGLISH_PLAIN;
            case VERBATIM -> ENGLISH_VERBATIM;
          };
      case OTHER -> field.form() == Form.VERBATIM ? OTHER_VERBATIM : OTHER;
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

  private static final class OtherLanguages extends Analyzer {
    private final boolean isFolded;

    OtherLanguages(boolean isFolded) {
      this.isFolded = isFolded;
    }

    @Override
    protected TokenStreamComponents createComponents(String name) {
      Tokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(
          tokenizer, isFolded ? new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer)) : tokenizer);
    }
  }

  /// The twin whose analyzers fit a language; text of unknown language is read as English.
  public static Twin twinOf(@org.jspecify.annotations.Nullable String language) {
    return language == null || language.equals("en") || language.equals("eng")
        ? Twin.ENGLISH
        : Twin.OTHER;
  }
}
