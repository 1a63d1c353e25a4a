/// What a generator and a property said about one case: labels, notes, scores.
public final class Observations {
  /// Labels the case was given, sorted when reported; a label counts once a case.
  public private(set) var labels: Set<String> = []
  /// Rows of tables, such as ("kind of statement", "select").
  public private(set) var rows: [TableRow] = []
  /// What to print beside a counterexample, in order.
  public private(set) var notes: [String] = []
  /// Scores for targeted search, by label.
  public private(set) var scores: [String: Double] = [:]

  /// One row of a table of observed values.
  public struct TableRow: Hashable, Sendable {
    /// The table's name.
    public let table: String
    /// The value observed.
    public let value: String
  }

  init() {}

  /// Gives the case a label.
  public func label(_ label: String) { labels.insert(label) }

  /// Gives the case a label if a condition holds.
  public func classify(_ condition: Bool, as label: String) {
    if condition { labels.insert(label) }
  }

  /// Counts a value in a table.
  public func tabulate(_ table: String, _ value: String) {
    rows.append(TableRow(table: table, value: value))
  }

  /// Adds a line to print beside the counterexample, if this case becomes one.
  public func note(_ note: String) { notes.append(note) }

  /// Scores the case: a targeted search looks for cases with higher scores.
  public func target(_ score: Double, _ label: String = "score") {
    guard score.isFinite else { return }
    scores[label] = max(score, scores[label] ?? score)
  }

  /// Gives the case up: a condition of the property does not hold, so it says nothing.
  public func require(_ condition: Bool, _ reason: String = "a condition of the property")
    throws(Rejection)
  {
    guard condition else { throw .unsuitable(reason) }
  }
}
