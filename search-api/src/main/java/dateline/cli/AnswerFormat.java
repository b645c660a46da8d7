package dateline.cli;

/// How an answer is printed. Names as they are typed.
enum AnswerFormat {
  /// For people.
  table,
  /// As the server answers.
  json
}
