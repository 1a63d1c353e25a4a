/// Statements of our own, one a line, that must survive being read, printed and read again.
///
/// Between them they use every kind of statement, every clause and every form of expression that
/// the tree has a place for. A line that is no SQL of its dialect is a mistake in the list.
enum RoundTripCorpus {
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0) }
  }
}
