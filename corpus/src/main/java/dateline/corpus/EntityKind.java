package dateline.corpus;

/// What a name in an article can stand for.
public enum EntityKind {
  PERSON,
  PLACE,
  ORGANISATION,
  ISSUE
}
