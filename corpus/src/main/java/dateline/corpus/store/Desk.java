package dateline.corpus.store;

/// The tables of `desk.db`.
final class Desk {
  static final String[] TABLES = {
    """
    CREATE TABLE IF NOT EXISTS entities(kind TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL,
      PRIMARY KEY (kind, id), UNIQUE (kind, key))
    """,
    """
    CREATE TABLE IF NOT EXISTS entity_edits(number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
      line TEXT NOT NULL, undone INTEGER NOT NULL)
    """
  };

  private Desk() {}
}
