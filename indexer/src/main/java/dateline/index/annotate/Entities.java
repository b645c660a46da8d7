package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.Zone;
import dateline.corpus.gazetteer.PlaceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the mentions of one article into its entities.
final class Entities {
  /// A person or organisation is salient when a headline or opening names it, or two places do.
  private static final int SALIENT_MENTIONS = 2;

  private record Draft(
      EntityKind kind, String key, String label, @Nullable String country, List<Span> spans) {}

  private record PlaceDraft(PlaceEntry place, List<Span> spans) {}

  private final List<FoundEntity> entities = new ArrayList<>();

  void addPeople(List<Person> people, LearnedNames learned) {
    var drafts = new LinkedHashMap<String, Draft>();
    for (Person person : people) {
      if (!person.mentions.isEmpty()) {
        drafts
            .computeIfAbsent(
                person.key(learned),
                key -> new Draft(EntityKind.PERSON, key, person.label(), null, new ArrayList<>()))
            .spans()
            .addAll(person.mentions);
      }
    }
    drafts.values().forEach(this::addByMentions);
  }

  void addOrganisations(List<OrganisationHit> hits) {
    var drafts = new LinkedHashMap<String, Draft>();
    for (OrganisationHit hit : hits) {
      String country = hit.known() == null ? null : hit.known().country();
      drafts
          .computeIfAbsent(
              hit.key(),
              key ->
                  new Draft(EntityKind.ORGANISATION, key, hit.label(), country, new ArrayList<>()))
          .spans()
          .add(hit.span());
    }
    drafts.values().forEach(this::addByMentions);
  }

  void addPlaces(List<LocatedHit> hits) {
    var salience = new PlaceSalience(hits);
    var drafts = new LinkedHashMap<String, PlaceDraft>();
    for (LocatedHit located : hits) {
      PlaceEntry place = located.place();
      drafts
          .computeIfAbsent(place.id(), _ -> new PlaceDraft(place, new ArrayList<>()))
          .spans()
          .add(located.hit().span());
    }
    drafts.forEach((id, draft) -> {
      PlaceEntry place = draft.place();
      entities.add(
          new FoundEntity(
              EntityKind.PLACE,
              id,
              place.label(),
              place.country(),
              salience.isSalient(place),
              salience.score(place),
              mentions(draft.spans())));
    });
  }

  List<FoundEntity> inReadingOrder() {
    entities.sort(Comparator.comparing(FoundEntity::kind));
    return new ArrayList<>(entities);
  }

  private void addByMentions(Draft draft) {
    double score = 0;
    for (Span span : draft.spans()) {
      boolean isProminent = span.tokens().zone != Zone.BODY || Opening.holds(span);
      score += isProminent ? SALIENT_MENTIONS : 1;
    }
    entities.add(
        new FoundEntity(
            draft.kind(),
            draft.key(),
            draft.label(),
            draft.country(),
            score >= SALIENT_MENTIONS,
            score,
            mentions(draft.spans())));
  }

  private static List<Mention> mentions(List<Span> spans) {
    spans.sort(Span.READING_ORDER);
    var mentions = new ArrayList<Mention>(spans.size());
    spans.forEach(span -> mentions.add(span.mention()));
    return mentions;
  }
}
