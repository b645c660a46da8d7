package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.PlaceEntry;
import dateline.index.annotate.Tokens.Casing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells places from companies that are called like one: an article that writes _Essex Chemical
/// Corp_ means the company by _Essex_ and by the ESSEX of its headline, unless it has Essex as a
/// place, too.
final class CompanyNames {
  private static final Set<String> HELD =
      Set.of("stake", "interest", "share", "shares", "stock", "holding", "holdings", "investment");

  private static final int LARGE = 500_000; // people

  /// By their folded names, each between blanks.
  private final Map<String, OrganisationHit> companies = new LinkedHashMap<>();

  private CompanyNames(List<OrganisationHit> organisations) {
    for (OrganisationHit organisation : organisations) {
      Span span = organisation.span();
      if (isRunning(span) && isCompany(span)) {
        companies.putIfAbsent(words(span), organisation);
      }
    }
  }

  /// The hits that are places; what is a company is added to the organisations.
  ///
  /// @param hits with their containers
  static List<PlaceHit> settle(List<PlaceHit> hits, List<OrganisationHit> organisations) {
    var companies = new CompanyNames(organisations);
    return companies.companies.isEmpty() ? hits : companies.places(hits, organisations);
  }

  private List<PlaceHit> places(List<PlaceHit> hits, List<OrganisationHit> organisations) {
    Set<String> certain =
        hits.stream().filter(this::isCertain).map(CompanyNames::id).collect(Collectors.toSet());
    var places = new ArrayList<PlaceHit>(hits.size());
    for (PlaceHit hit : hits) {
      OrganisationHit company = certain.contains(id(hit)) ? null : calledLike(hit.span());
      if (company == null) {
        places.add(hit);
      } else if (opens(company, hit.span())) {
        organisations.add(company.called(hit.span()));
      }
    }
    return places;
  }

  /// A place by itself.
  private boolean isCertain(PlaceHit hit) {
    Span span = hit.span();
    if (hit.source() != PlaceHit.Source.TEXT || hit.container() != null) {
      return true;
    }
    return isRunning(span)
        && (isLarge(hit.name().first().place()) || isLocated(span) || calledLike(span) == null);
  }

  /// Countries, their states and large cities are hardly what a company is called for short.
  private static boolean isLarge(PlaceEntry place) {
    return switch (place.kind()) {
      case CITY, REGION -> place.population() >= LARGE;
      default -> true;
    };
  }

  /// The company that the words open, in a title also one that has them inside; null for none.
  private @Nullable OrganisationHit calledLike(Span place) {
    String words = words(place);
    OrganisationHit called = null;
    for (var company : companies.entrySet()) {
      if (company.getKey().startsWith(words)) {
        return company.getValue();
      }
      if (!isRunning(place) && company.getKey().contains(words)) {
        called = company.getValue();
      }
    }
    return called;
  }

  private static boolean opens(OrganisationHit company, Span place) {
    return words(company.span()).startsWith(words(place));
  }

  private static String words(Span span) {
    return " " + FoldedName.of(span.text()) + " ";
  }

  /// Behind a preposition of place, save for a _stake in Piedmont_.
  private static boolean isLocated(Span span) {
    Tokens tokens = span.tokens();
    boolean isHeld = span.start() > 1 && HELD.contains(tokens.folded(span.start() - 2));
    return tokens.isLocated(span.start()) && !isHeld;
  }

  private static String id(PlaceHit hit) {
    return hit.name().first().place().id();
  }

  private static boolean isCompany(Span span) {
    return (span.tokens().traits[span.end() - 1] & Traits.COMPANY) != 0;
  }

  private static boolean isRunning(Span span) {
    return span.tokens().casings[span.start()] == Casing.RUNNING;
  }
}
