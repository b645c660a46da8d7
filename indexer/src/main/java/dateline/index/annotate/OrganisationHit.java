package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.OrganisationEntry;
import org.jspecify.annotations.Nullable;

/// The name of an organisation in the text.
///
/// @param known null when no list has it
record OrganisationHit(Span span, @Nullable OrganisationEntry known) {
  String key() {
    return known == null ? "~" + FoldedName.of(span.text()) : known.id();
  }

  String label() {
    return known == null ? span.tokens().line(span.start(), span.end()) : known.label();
  }
}
