package dateline.search.lucene;

import dateline.index.schema.IndexNames;
import dateline.index.schema.TextField;
import dateline.index.schema.TextField.Form;
import dateline.index.schema.TextField.Part;
import dateline.index.schema.Twin;
import dateline.search.query.TextZone;
import java.util.Map;
import org.apache.lucene.index.Term;

/// The fields of the index behind the zones that can be searched.
final class ZoneTerms {
  private static final Map<TextZone, Part> PARTS =
      Map.of(TextZone.HEADLINE, Part.HEADLINE, TextZone.LEAD, Part.LEAD, TextZone.BODY, Part.BODY);

  private ZoneTerms() {}

  /// @throws IllegalStateException for the byline, which is no part of the text
  static TextField field(TextZone zone, Twin twin, Form form) {
    return new TextField(part(zone), twin, form);
  }

  private static Part part(TextZone zone) {
    Part part = PARTS.get(zone);
    if (part == null) {
      throw new IllegalStateException(zone + " is no part of the text");
    }
    return part;
  }

  /// A term as a zone of that twin and form holds it; bylines have one field for all.
  static Term term(TextZone zone, Twin twin, Form form, String text) {
    String field = zone == TextZone.BYLINE ? IndexNames.BYLINE : field(zone, twin, form).name();
    return new Term(field, text);
  }
}
