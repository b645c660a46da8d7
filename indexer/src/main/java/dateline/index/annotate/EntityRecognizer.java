package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import java.util.List;

/// Finds names by other means than ours, such as a statistical model. Users implement it.
///
/// A jar in the folder `plugins` of an archive's home offers implementations as
/// [java.util.ServiceLoader] says: public classes with a constructor without parameters, listed in
/// `META-INF/services/dateline.index.annotate.EntityRecognizer`. Many threads call one instance at
/// once.
public interface EntityRecognizer {
  /// A stretch of text that names somebody or something.
  ///
  /// @param kind a person, a place or an organisation
  /// @param start first code point in the text
  /// @param end code point after the last
  record Name(EntityKind kind, int start, int end) {
    public Name {
      if (kind == EntityKind.ISSUE || start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "no name: " + kind.word() + " from " + start + " to " + end);
      }
    }
  }

  /// Name and version of what decides, such as `acme-ner 2.1`. Each index says with which it was
  /// built.
  String version();

  /// The names in the text of one zone, in any order. They are taken where nothing of ours overlaps
  /// them.
  ///
  /// @param text never blank; several paragraphs are separated by line breaks
  List<Name> names(Zone zone, String text);
}
