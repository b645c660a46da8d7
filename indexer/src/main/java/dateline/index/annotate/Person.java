package dateline.index.annotate;

import dateline.corpus.EntityKind;
import dateline.corpus.gazetteer.FoldedName;
import dateline.corpus.gazetteer.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person of one article while it is being read.
final class Person {
  private FullName name;
  private final @Nullable String title;
  private final boolean isLone;
  private boolean isRelative;
  private long firstPosition = Long.MAX_VALUE;
  private Role.Gender gender = Role.Gender.ANY;
  private final Set<String> roles = new HashSet<>();
  private final Set<String> offices = new HashSet<>();
  private final List<FullName> forms = new ArrayList<>(2);
  final List<Span> mentions = new ArrayList<>();

  private Person(FullName name, @Nullable String title, boolean isLone) {
    this.name = name;
    this.title = title;
    this.isLone = isLone;
  }

  static Person named(FullName name) {
    return new Person(name, null, false);
  }

  /// Someone whom the article introduces as the wife or brother of another.
  static Person relative(FullName name, Role.Gender gender) {
    Person person = named(name);
    person.isRelative = true;
    person.gender = gender;
    return person;
  }

  /// Someone whom the article calls by one name only. Who that is in other articles is unknown.
  static Person lone(FullName name) {
    return new Person(name, null, true);
  }

  /// Someone whom the article never calls by more than a title and one name, as _King Fahd_.
  static Person titled(FullName name, String title) {
    return new Person(name, title, false);
  }

  FullName name() {
    return name;
  }

  /// With a first and a family name, and without a title that is part of it.
  boolean isFullyNamed() {
    return title == null && !isLone && name.first().length() > 1 && name.isFull();
  }

  /// Named in full with this given name.
  boolean isCalled(String given) {
    return isFullyNamed() && name.words().getFirst().equals(given);
  }

  String label() {
    return title == null ? name.label() : title + " " + name.label();
  }

  /// @param learned tells namesakes apart
  String key(LearnedNames learned) {
    String key = title == null ? learned.keyOf(name) : FoldedName.of(label());
    return (isLone ? FoundEntity.LONE : "~") + key;
  }

  /// Whether `other` can be a fuller or shorter form of the same full name.
  boolean fits(FullName other) {
    boolean isOther =
        !name.family().equals(other.family()) || !name.suffix().equals(other.suffix());
    boolean isNamesake = !FullName.areCompatible(name.middleInitials(), other.middleInitials());
    if (title != null || isOther || isNamesake) {
      return false;
    }
    String first = name.first();
    String otherFirst = other.first();
    boolean isInitial = first.length() == 1 || otherFirst.length() == 1;
    return first.equals(otherFirst) || (isInitial && first.charAt(0) == otherFirst.charAt(0));
  }

  /// Whether the person was not called so before.
  boolean isNewForm(FullName form) {
    for (FullName known : forms) {
      if (known.isSpelledAs(form)) {
        return false;
      }
    }
    forms.add(form);
    return true;
  }

  void add(FullName form, Span mention, @Nullable Role role) {
    if (form.label().length() > name.label().length() && form.first().length() > 1) {
      name = form;
    }
    firstPosition = Math.min(firstPosition, mention.position());
    add(mention, role);
  }

  /// A pronoun that nobody has taken.
  void addPronoun(Tokens tokens, int i) {
    var span = new Span(tokens, i, i + 1, EntityKind.PERSON, Mention.How.PRONOUN);
    tokens.take(span);
    add(span, null);
  }

  void add(Span mention, @Nullable Role role) {
    mentions.add(mention);
    if (role != null) {
      roles.add(role.phrase());
      if (role.kind() == Role.Kind.OFFICE) {
        offices.add(FoldedName.of(role.phrase()));
      }
      if (role.gender() != Role.Gender.ANY) {
        gender = role.gender();
      }
    }
  }

  /// Whether the article introduces the person as a relative of another, who of the two is the one
  /// that it calls by family name alone.
  boolean isRelative() {
    return isRelative;
  }

  /// [Span#position] of the first mention in full.
  long firstPosition() {
    return firstPosition;
  }

  boolean hasGenderOf(Role role) {
    return role.gender() != Role.Gender.ANY && role.gender() == gender;
  }

  boolean mayBe(@Nullable Role role) {
    return role == null
        || role.gender() == Role.Gender.ANY
        || gender == Role.Gender.ANY
        || role.gender() == gender;
  }

  /// Offices that stood before the name, folded.
  Set<String> offices() {
    return offices;
  }

  boolean holds(Role role) {
    return roles.contains(role.phrase());
  }
}
