package import MigrationGenerators
import SQLSyntax

/// A sequence as a script that `psql` or `sqlite3` runs.
///
/// Where there are several sessions, comments say whose turn it is.
package struct SequenceScript {
  package let text: String

  package init(_ sequence: StatementSequence) {
    let printer = SQLPrinter(dialect: sequence.dialect)
    var lines: [String] = []
    var lane = 0
    for step in sequence.steps {
      if step.lane != lane { lines.append("-- session \(step.lane + 1)") }
      lane = step.lane
      lines.append(printer.print(step.statement) + ";")
    }
    text = lines.joined(separator: "\n")
  }
}
