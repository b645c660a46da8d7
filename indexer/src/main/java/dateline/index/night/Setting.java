package dateline.index.night;

/// The keys of `judge.conf`: the default, what values it takes, and what it is for. The default
/// lines of the file are made from these.
enum Setting {
  ZONE(
      "zone",
      "UTC",
      "Time zone of the newsrooms, such as Europe/Berlin. It decides which weekday and which holiday a night belongs to."),
  HOLIDAYS(
      "holidays",
      "",
      "Days as quiet as the quietest weekday, separated by commas: 12-25 for every year, 2026-04-06 for one."),
  ENDED(
      "ended",
      "",
      "Sources that stopped for good, separated by semicolons. Their silence is no reason to refuse a night."),
  REJECTS_SHARE(
      "rejects.share",
      "0.05",
      0,
      1,
      "Share of the records of a night that may go into quarantine. Sound feeds stay below 0.01."),
  REJECTS_COUNT(
      "rejects.count",
      "10",
      0,
      1e9,
      "Records that may go into quarantine whatever their share, so that a small delivery does not fail for two. Where they are 5 % of the archive, or half of a small one, half of rejects.share is enough to refuse."),
  ABSENT_SHARE(
      "absent.share",
      "0.02",
      0,
      1,
      "Share of the archive that a complete delivery may withdraw by not having it. More looks like a delivery that was cut off."),
  GONE_SHARE(
      "gone.share",
      "0.03",
      0,
      1,
      "Share of the archive that may leave it in one night for any reason: absent, withdrawn by the publisher, under a new embargo."),
  GONE_COUNT(
      "gone.count", "3", 0, 1e9, "Articles that may leave the archive whatever their share."),
  REPLACED_SHARE(
      "replaced.share",
      "0.05",
      0,
      1,
      "Share of the archive that may come in another version in one night. Corrections touch the last days; more is a new export."),
  REPLACED_COUNT(
      "replaced.count", "50", 0, 1e9, "Articles that may be replaced whatever their share."),
  VOLUME_FALL(
      "volume.fall",
      "0.5",
      0,
      1,
      "Refuse when a source brings this share of the expected articles or less. Expected: the median of the same hours in the four past weeks."),
  VOLUME_FALL_FROM(
      "volume.fall-from",
      "20",
      1,
      1e9,
      "Articles a night, in each of those weeks, from which volume.fall holds. Half of ten articles is an ordinary accident; smaller sources are judged by chance."),
  VOLUME_JUMP(
      "volume.jump",
      "3",
      1,
      1000,
      "Refuse when a source brings more than this multiple of the expected articles. Great news doubles a source."),
  VOLUME_JUMP_COUNT(
      "volume.jump-count", "20", 0, 1e9, "Articles above the expected ones that are always fine."),
  VOLUME_ARCHIVE(
      "volume.archive",
      "0.04",
      0,
      1,
      "Refuse when a source brings more than twice the expected articles, and the surplus is this share of the archive. Where few are expected, nearly three times are news, too, and in a small archive volume.jump-count more."),
  SHARES_MARGIN(
      "shares.margin",
      "0.05",
      0,
      1,
      "By how much the share of articles without a field, or with an unusual day, may wander from night to night beside pure chance."),
  SHARES_CHANCE(
      "shares.chance",
      "0.0001",
      1e-12,
      0.1,
      "A count that comes by chance less often than this is no accident. A night makes some 50 comparisons: 0.0001 is one false alarm in 200 nights at most."),
  SHARES_COUNT(
      "shares.count",
      "5",
      0,
      1e9,
      "Damaged articles of one source that are fine unless they are much of the archive."),
  SHARES_ARCHIVE(
      "shares.archive",
      "0.03",
      0,
      1,
      "Refuse when this share of the archive lost a field or its day, over all sources."),
  PANEL_RANKS(
      "panel.ranks",
      "0.1",
      0,
      1,
      "Share of the panel's searches whose best articles may change more than new articles explain."),
  PANEL_OTHER_ANALYSIS(
      "panel.other-analysis",
      "0.3",
      0,
      1,
      "The same for totals and best articles on a night that changes analyzers, gazetteer or models: there, some change is the purpose."),
  PANEL_VANISHED(
      "panel.vanished",
      "0.05",
      0,
      1,
      "Share of the panel's searches that may find less than half of what they found, on such a night: a better analysis hardly ever loses that much.");

  final String key;
  final String initial;
  final double least;
  final double most;
  final String reason;

  Setting(String key, String initial, String reason) {
    this(key, initial, Double.NaN, Double.NaN, reason);
  }

  Setting(String key, String initial, double least, double most, String reason) {
    this.key = key;
    this.initial = initial;
    this.least = least;
    this.most = most;
    this.reason = reason;
  }

  boolean isNumber() {
    return !Double.isNaN(least);
  }

  /// Numbers of articles rather than shares or multiples.
  boolean isCount() {
    return isNumber() && most == 1e9;
  }
}
