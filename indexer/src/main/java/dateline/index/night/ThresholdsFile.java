package dateline.index.night;

import dateline.corpus.NearestName;
import dateline.index.night.Thresholds.Gone;
import dateline.index.night.Thresholds.Panel;
import dateline.index.night.Thresholds.Rejects;
import dateline.index.night.Thresholds.Replaced;
import dateline.index.night.Thresholds.Shares;
import dateline.index.night.Thresholds.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Reads and writes `judge.conf`; its format is told at [Thresholds].
final class ThresholdsFile {
  private static final int LINE_MAX = 98;

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  private ThresholdsFile() {
    for (Setting setting : Setting.values()) {
      values.put(setting, setting.initial);
    }
  }

  static Thresholds defaults() {
    return new ThresholdsFile().thresholds();
  }

  static Thresholds read(Path file, String text) throws IOException {
    var read = new ThresholdsFile();
    var lines = new EnumMap<Setting, Integer>(Setting.class);
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (!line.isEmpty() && !line.startsWith("#")) {
        read.take(line, number, file + ":" + number, lines);
      }
    }
    return read.thresholds();
  }

  /// Every key with its default, each below its reason. All are commented out, so that a later
  /// release may choose better ones.
  static String commented() {
    var out =
        new StringBuilder(
            """
            # When the judge of a night refuses it. Remove the # before a key to change its value.
            # A new value holds from the next run on.
            #
            # In an archive of 200 articles and more, a night is refused that damages a twentieth of
            # them. In one of 20 to 199 half of them has to be damaged: there, a few are an accident.
            """);
    for (Setting setting : Setting.values()) {
      out.append('\n');
      wrapped(setting.reason).forEach(line -> out.append("# ").append(line).append('\n'));
      if (setting.isNumber()) {
        out.append("# From %s to %s.\n".formatted(plain(setting.least), plain(setting.most)));
      }
      out.append("#%s = %s".formatted(setting.key, setting.initial).stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private void take(String line, int number, String place, Map<Setting, Integer> lines)
      throws IOException {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new IOException(
          place + ": “" + line + "” is no setting. Write key = value, or put # before a remark.");
    }
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    Setting setting = settingOf(key, place);
    Integer earlier = lines.putIfAbsent(setting, number);
    if (earlier != null) {
      throw new IOException(
          "%s: %s stands on line %d already. Remove one of the two."
              .formatted(place, key, earlier));
    }
    try {
      check(setting, value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "%s: %s = %s is not possible, it takes %s."
              .formatted(place, key, value, accepted(setting)),
          e);
    }
    values.put(setting, value);
  }

  private static Setting settingOf(String key, String place) throws IOException {
    for (Setting setting : Setting.values()) {
      if (setting.key.equals(key)) {
        return setting;
      }
    }
    List<String> keys = Stream.of(Setting.values()).map(setting -> setting.key).toList();
    throw new IOException(
        "%s: there is no key “%s”. %s"
            .formatted(
                place,
                key,
                NearestName.of(key, keys)
                    .map("Did you mean %s?"::formatted)
                    .orElse("The keys are " + String.join(", ", keys) + ".")));
  }

  private static void check(Setting setting, String value) {
    switch (setting) {
      case ZONE -> ZoneId.of(value);
      case HOLIDAYS -> holidays(value);
      case ENDED -> listed(value, ";");
      default -> {
        double number = setting.isCount() ? Long.parseLong(value) : Double.parseDouble(value);
        if (!(number >= setting.least && number <= setting.most)) {
          throw new IllegalArgumentException(value);
        }
      }
    }
  }

  private static String accepted(Setting setting) {
    return switch (setting) {
      case ZONE -> "the name of a time zone, such as Europe/Berlin or UTC";
      case HOLIDAYS -> "dates with commas between, such as 12-25, 2026-04-06";
      case ENDED -> "names of sources with semicolons between";
      default ->
          (setting.isCount() ? "a whole number from " : "a number from ")
              + plain(setting.least)
              + " to "
              + plain(setting.most);
    };
  }

  private Thresholds thresholds() {
    return new Thresholds(
        ZoneId.of(value(Setting.ZONE)),
        holidays(value(Setting.HOLIDAYS)),
        Set.copyOf(listed(value(Setting.ENDED), ";")),
        new Rejects(number(Setting.REJECTS_SHARE), count(Setting.REJECTS_COUNT)),
        new Gone(
            number(Setting.ABSENT_SHARE), number(Setting.GONE_SHARE), count(Setting.GONE_COUNT)),
        new Replaced(number(Setting.REPLACED_SHARE), count(Setting.REPLACED_COUNT)),
        new Volume(
            number(Setting.VOLUME_FALL),
            count(Setting.VOLUME_FALL_FROM),
            number(Setting.VOLUME_JUMP),
            count(Setting.VOLUME_JUMP_COUNT),
            number(Setting.VOLUME_ARCHIVE)),
        new Shares(
            number(Setting.SHARES_MARGIN),
            number(Setting.SHARES_CHANCE),
            count(Setting.SHARES_COUNT),
            number(Setting.SHARES_ARCHIVE)),
        new Panel(
            number(Setting.PANEL_RANKS),
            number(Setting.PANEL_OTHER_ANALYSIS),
            number(Setting.PANEL_VANISHED)));
  }

  private String value(Setting setting) {
    return values.getOrDefault(setting, setting.initial);
  }

  private double number(Setting setting) {
    return Double.parseDouble(value(setting));
  }

  private long count(Setting setting) {
    return Long.parseLong(value(setting));
  }

  private static Holidays holidays(String value) {
    var dates = new HashSet<LocalDate>();
    var everyYear = new HashSet<MonthDay>();
    for (String day : listed(value, ",")) {
      if (day.length() == "12-25".length()) {
        everyYear.add(MonthDay.parse("--" + day));
      } else {
        dates.add(LocalDate.parse(day));
      }
    }
    return new Holidays(dates, everyYear);
  }

  private static List<String> listed(String value, String separator) {
    return Arrays.stream(value.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static List<String> wrapped(String text) {
    var lines = new ArrayList<StringBuilder>(List.of(new StringBuilder()));
    for (String word : text.split(" ")) {
      if (lines.getLast().length() + word.length() > LINE_MAX) {
        lines.add(new StringBuilder());
      }
      lines.getLast().append(lines.getLast().isEmpty() ? "" : " ").append(word);
    }
    return lines.stream().map(Object::toString).toList();
  }
}
