package dateline.index.annotate;

import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people of one article, by the forms in which it may call them.
final class People {
  /// A family name that still needs its person.
  ///
  /// @param role the title before it; null for none
  record Bare(Span span, FullName name, @Nullable Role role, String title) {}

  /// Titles that with one name are a full name.
  private static final Set<String> ONE_NAME_TITLES =
      Set.of(
          "king",
          "queen",
          "pope",
          "prince",
          "princess",
          "crown prince",
          "crown princess",
          "emperor",
          "empress",
          "sultan",
          "emir",
          "shah",
          "tsar",
          "czar",
          "kaiser",
          "ayatollah",
          "saint");

  private final List<Person> all = new ArrayList<>();
  private final Map<String, List<Person>> byForm = new HashMap<>();

  /// First letters of the forms, a bit each.
  private int openings;

  final List<Bare> bare = new ArrayList<>();

  List<Person> all() {
    return all;
  }

  boolean isEmpty() {
    return byForm.isEmpty();
  }

  /// Whether a form may open with `first`: cheap, and right of all letters that folding keeps.
  boolean mayOpen(char first) {
    char lower = Character.toLowerCase(first);
    return lower < 'a' || lower > 'z' || (openings & bit(lower)) != 0;
  }

  private static int bit(char lower) {
    return 1 << (lower - 'a');
  }

  List<Person> called(String form) {
    return byForm.getOrDefault(form, List.of());
  }

  void addFull(FullName name, Span span, @Nullable Role role) {
    span.tokens().take(span);
    Person person = null;
    for (Person known : called(name.family())) {
      if (known.fits(name)) {
        person = known;
      }
    }
    if (person == null) {
      person = Kin.isOf(span) ? Person.relative(name, Kin.gender(span)) : Person.named(name);
      all.add(person);
    }
    person.add(name, span, role);
    if (person.isNewForm(name)) {
      register(person, name);
    }
  }

  /// A person whom only other articles name in full.
  Person known(FullName name) {
    for (Person known : called(name.family())) {
      if (known.fits(name)) {
        return known;
      }
    }
    Person person = Person.named(name);
    all.add(person);
    register(person, name);
    return person;
  }

  void addBare(FullName name, Span span, Role role, String title) {
    span.tokens().take(span);
    bare.add(new Bare(span, name, role, title));
  }

  /// A person known by office or rank of birth only; null when the title says too little to tell
  /// people apart.
  @Nullable Person addTitled(Bare mention) {
    Role role = mention.role();
    if (role == null
        || !(role.kind() == Role.Kind.OFFICE || ONE_NAME_TITLES.contains(role.phrase()))) {
      return null;
    }
    Person person = Person.titled(mention.name(), mention.title());
    all.add(person);
    register(person, mention.name());
    return person;
  }

  private void register(Person person, FullName name) {
    for (String form : name.familyForms()) {
      char first = form.isEmpty() ? 0 : form.charAt(0);
      openings |= first >= 'a' && first <= 'z' ? bit(first) : 0;
      List<Person> people = byForm.computeIfAbsent(form, _ -> new ArrayList<>(1));
      if (!people.contains(person)) {
        people.add(person);
      }
    }
  }

  boolean knows(String fullName) {
    String folded = FoldedName.of(fullName);
    return all.stream().anyMatch(person -> person.name().spelledKey().equals(folded));
  }
}
