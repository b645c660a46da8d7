package dateline.index.schema;

/// The languages that have text fields of their own. An article's text stands in the fields of one
/// twin.
public enum Twin {
  ENGLISH("en"),
  OTHER("xx");

  private final String suffix;

  Twin(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  /// Whether its texts have the form [TextField.Form#LIGHT] too.
  public boolean hasLightStems() {
    return this == ENGLISH;
  }

  /// Name of the file of term rarity in a folder of learned tables.
  public String rarityFile() {
    return "rarity-" + suffix + ".bin";
  }
}
