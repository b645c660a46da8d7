package dateline.search.page;

import java.util.List;

/// The page that tells people what programs can ask.
///
/// @param shared parameters that every search takes
public record ContractView(Frame frame, List<Operation> operations, List<Parameter> shared) {
  public ContractView {
    operations = List.copyOf(operations);
    shared = List.copyOf(shared);
  }

  /// @param own parameters that it alone takes
  /// @param isSearch whether it takes every parameter of a search too
  public record Operation(
      String method, String path, String summary, List<Parameter> own, boolean isSearch) {
    public Operation {
      own = List.copyOf(own);
    }
  }

  public record Parameter(String name, String description) {}
}
