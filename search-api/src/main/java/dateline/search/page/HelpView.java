package dateline.search.page;

import java.util.List;
import java.util.stream.Stream;

/// The page that tells what can be written into the search field.
public record HelpView(Frame frame, List<Form> forms) {
  /// @param written examples of a form of the query language
  public record Form(String heading, List<Example> written, String meaning) {}

  /// A query and the address of its results.
  public record Example(String query, String href) {}

  static HelpView of(Frame frame) {
    Messages texts = frame.messages();
    return new HelpView(
        frame,
        list(texts.of("help.rows"))
            .map(row ->
                new Form(
                    texts.of("help." + row + ".heading"),
                    list(texts.of("help." + row + ".written")).map(HelpView::example).toList(),
                    texts.of("help." + row + ".meaning")))
            .toList());
  }

  private static Stream<String> list(String text) {
    return Stream.of(text.split("\\|"));
  }

  private static Example example(String query) {
    return new Example(query, Addresses.search("q=" + Addresses.encoded(query)));
  }
}
