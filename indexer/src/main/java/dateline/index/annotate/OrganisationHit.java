package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.OrganisationEntry;
import org.jspecify.annotations.Nullable;

/// The name of an organisation in the text.
///
/// @param known null when no list has it
/// @param name where the article has its name; `span` itself, unless that is a shorter form
record OrganisationHit(Span span, @Nullable OrganisationEntry known, Span name) {
  OrganisationHit(Span span, @Nullable OrganisationEntry known) {
    this(span, known, span);
  }

  /// The same organisation by a shorter name, whose tokens are taken.
  OrganisationHit called(Span shorter) {
    var span =
        new Span(
            shorter.tokens(),
            shorter.start(),
            shorter.end(),
            EntityKind.ORGANISATION,
            Mention.How.COREFERENCE);
    span.tokens().take(span);
    return new OrganisationHit(span, known, name);
  }

  String key() {
    return known == null ? "~" + FoldedName.of(name.text()) : known.id();
  }

  String label() {
    return known == null ? name.tokens().line(name.start(), name.end()) : known.label();
  }
}
