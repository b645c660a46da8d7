package dateline.cli;

/// How an answer is printed. Names as they are typed.
enum AnswerFormat {
  /// For people.
  table,
  /// For programs; where the server answers the same, its answer.
  json
}
