/// The figures of one benchmark: a table for people, then one JSON object a line for programs.
struct Report {
  /// One figure.
  struct Figure {
    let name: String
    let value: Double
    let unit: String
    /// What the value was divided by, and what came out.
    var ratio: Ratio?
  }

  struct Ratio {
    let value: Double
    let against: String
  }

  private var table: [[String]] = []
  private var figures: [Figure] = []

  /// Adds a line of the table; the first one is its head.
  mutating func row(_ cells: String...) { table.append(cells) }

  /// Adds a figure.
  mutating func figure(
    _ name: String, _ value: Double, _ unit: String, ratio: Double? = nil, against: String = ""
  ) {
    figures.append(
      Figure(
        name: name, value: value, unit: unit,
        ratio: ratio.map { Ratio(value: $0, against: against) }))
  }

  /// The whole report.
  var text: String { (lines + figures.map(json)).joined(separator: "\n") }

  private var lines: [String] {
    let widths = (table.first ?? []).indices.map { column in
      table.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return table.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: "  ")
    }
  }

  private func json(_ figure: Figure) -> String {
    var fields = [
      "\"name\": \"\(figure.name)\"", "\"value\": \(figure.value)", "\"unit\": \"\(figure.unit)\"",
    ]
    if let ratio = figure.ratio {
      fields.append("\"ratio\": \(ratio.value), \"against\": \"\(ratio.against)\"")
    }
    return "{\(fields.joined(separator: ", "))}"
  }
}
