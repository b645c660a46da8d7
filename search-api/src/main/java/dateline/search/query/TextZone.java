package dateline.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The text fields that words can be asked of. The lead is the first part of the body.
public enum TextZone {
  HEADLINE,
  LEAD,
  BODY,
  BYLINE;

  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TextZone> of(String parameter) {
    return Arrays.stream(values())
        .filter(zone -> zone.parameter().equals(parameter.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
