package dateline.index.annotate;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A place name in the text before it is known which place of that name is meant.
///
/// @param container the name behind the comma, as _Texas_ in _Paris, Texas_; null for none
/// @param source where it stands
record PlaceHit(Span span, KnownName name, @Nullable KnownName container, Source source) {

  static final Comparator<PlaceHit> READING_ORDER =
      Comparator.comparingLong(hit -> hit.span().position());

  /// What a hit is part of.
  enum Source {
    TEXT,
    DATELINE,
    /// Inside the name of an organisation.
    ORGANISATION
  }
}
