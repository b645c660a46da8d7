package dateline.cli;

import dateline.search.engine.ParameterProblem;
import dateline.search.engine.RequestReader;
import dateline.search.query.QueryProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The parameters of a search as a command line has them: words are the query, `--name value` is a
/// parameter.
final class TypedParameters {
  private TypedParameters() {}

  static Map<String, List<String>> of(List<String> typed, CommandLine command) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    var words = new ArrayList<String>();
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      if (!word.startsWith("--") || word.length() == 2) {
        words.add(word);
        continue;
      }
      int sign = word.indexOf('=');
      String name = sign < 0 ? word.substring(2) : word.substring(2, sign);
      if (sign < 0 && i + 1 == typed.size()) {
        throw new ParameterException(command, "--" + name + " needs a value");
      }
      String value = sign < 0 ? typed.get(++i) : word.substring(sign + 1);
      parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    if (!words.isEmpty()) {
      parameters.put("q", List.of(String.join(" ", words)));
    }
    return parameters;
  }

  /// Stops at parameters that cannot be read.
  static void refuse(List<ParameterProblem> problems, CommandLine command) {
    for (ParameterProblem problem : problems) {
      throw new ParameterException(command, problem.message());
    }
  }

  /// Stops at a query with problems too, unless they are to be passed over.
  static void refuse(RequestReader.Reading reading, CommandLine command) {
    refuse(reading.problems(), command);
    if (!reading.isLenient()) {
      for (QueryProblem problem : reading.request().query().problems()) {
        String proposal =
            problem.suggestion() == null ? "" : " Did you mean: " + problem.suggestion();
        throw new ParameterException(command, problem.message() + proposal);
      }
    }
  }
}
