package dateline.index.meaning;

/// A model that turns texts into vectors, such that texts of like meaning have like vectors. Users
/// implement it, or take the one that Dateline offers apart.
///
/// A jar in the folder `plugins` of an archive's home offers one as [java.util.ServiceLoader] says:
/// a public class with a constructor without parameters, listed in
/// `META-INF/services/dateline.index.meaning.TextEncoder`. Many threads call one instance at once.
public interface TextEncoder {
  /// Most numbers of a vector.
  int DIMENSIONS_MAX = 4096;

  /// Name and version of what decides, such as `all-minilm-l6-v2-q 1`. Vectors of two versions are
  /// never compared.
  String version();

  /// Words of which it reads a text; more are passed in parts.
  int wordsMax();

  /// The vector of a text, of length 1 and always of as many numbers.
  ///
  /// @param text never blank; at most about [#wordsMax] words
  float[] vector(String text);
}
