package dateline.corpus.store;

import dateline.corpus.EntityKind;
import dateline.corpus.store.EntityEdit.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// An edit as a line of text: fields separated by tabs.
///
/// ```text
/// merge   KIND  ID  INTO
/// hide    KIND  ID
/// rename  KIND  ID  LABEL
/// alias   KIND  ID  NAME
/// split   KIND  ID  NEW-ID  LABEL  chosen|others  [name:NAME | article:ID]…
/// ```
///
/// KIND is `person`, `place`, `org` or `issue`.
public final class EditLine {
  public static final int LENGTH_MAX = 4000;

  private static final String NAME = "name:";
  private static final String ARTICLE = "article:";

  /// The line says nothing that can be done.
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  private EditLine() {}

  public static String print(EntityEdit edit) {
    return switch (edit) {
      case EntityEdit.Merge(var kind, var id, var into) -> join("merge", kind, id, into);
      case EntityEdit.Hide(var kind, var id) -> join("hide", kind, id);
      case EntityEdit.Rename(var kind, var id, var label) -> join("rename", kind, id, label);
      case EntityEdit.Alias(var kind, var id, var name) -> join("alias", kind, id, name);
      case EntityEdit.Split(
              var kind,
              var id,
              var newId,
              var label,
              var side,
              var names,
              var arts) ->
          Stream.of(
                  Stream.of(
                      join("split", kind, id, newId, label, side.name().toLowerCase(Locale.ROOT))),
                  names.stream().map(NAME::concat),
                  arts.stream().sorted().map(ARTICLE::concat))
              .flatMap(part -> part)
              .reduce((left, right) -> left + "\t" + right)
              .orElseThrow();
    };
  }

  private static String join(String verb, EntityKind kind, String... rest) {
    return verb + "\t" + kind.word() + "\t" + String.join("\t", rest);
  }

  public static EntityEdit parse(String line) throws Malformed {
    if (line.length() > LENGTH_MAX) {
      throw new Malformed(
          "%d characters in one line; at most %d are possible"
              .formatted(line.length(), LENGTH_MAX));
    }
    List<String> fields = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    if (fields.stream().anyMatch(String::isEmpty)) {
      throw new Malformed("a field is empty; fields are separated by one tab");
    }
    if (fields.size() < 3) {
      throw new Malformed("%d of at least 3 fields; write %s".formatted(fields.size(), FORM));
    }
    EntityKind kind =
        EntityKind.of(fields.get(1))
            .orElseThrow(() ->
                new Malformed(
                    "“%s” is no kind; write person, place, org or issue".formatted(fields.get(1))));
    String id = fields.get(2);
    return switch (fields.getFirst()) {
      case "merge" -> new EntityEdit.Merge(kind, id, only(fields, "INTO"));
      case "hide" -> {
        if (fields.size() != 3) {
          throw new Malformed("hide has 3 fields, the line has " + fields.size());
        }
        yield new EntityEdit.Hide(kind, id);
      }
      case "rename" -> new EntityEdit.Rename(kind, id, only(fields, "LABEL"));
      case "alias" -> new EntityEdit.Alias(kind, id, only(fields, "NAME"));
      case "split" -> split(kind, id, fields);
      default ->
          throw new Malformed("“%s” is no edit; write %s".formatted(fields.getFirst(), FORM));
    };
  }

  private static final String FORM = "merge, hide, rename, alias or split, then kind and id";

  private static String only(List<String> fields, String name) throws Malformed {
    if (fields.size() != 4) {
      throw new Malformed(
          "%s has 4 fields, the last of them %s; the line has %d"
              .formatted(fields.getFirst(), name, fields.size()));
    }
    return fields.get(3);
  }

  private static EntityEdit split(EntityKind kind, String id, List<String> fields)
      throws Malformed {
    if (fields.size() < 7) {
      throw new Malformed("split has at least 7 fields, the line has " + fields.size());
    }
    if (kind == EntityKind.PLACE || kind == EntityKind.ISSUE) {
      throw new Malformed("places and issues come from the lists and cannot be split");
    }
    Side side =
        switch (fields.get(5)) {
          case "chosen" -> Side.CHOSEN;
          case "others" -> Side.OTHERS;
          default ->
              throw new Malformed(
                  "“%s” is no side; write chosen or others".formatted(fields.get(5)));
        };
    var names = new ArrayList<String>();
    var articles = new LinkedHashSet<String>();
    for (String field : fields.subList(6, fields.size())) {
      if (field.startsWith(NAME)) {
        names.add(field.substring(NAME.length()));
      } else if (field.startsWith(ARTICLE)) {
        articles.add(field.substring(ARTICLE.length()));
      } else {
        throw new Malformed("“%s” begins neither with name: nor with article:".formatted(field));
      }
    }
    return new EntityEdit.Split(kind, id, fields.get(3), fields.get(4), side, names, articles);
  }
}
