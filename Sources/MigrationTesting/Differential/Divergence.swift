package import MigrationGenerators
import SQLSyntax

/// The first point at which a model and an engine part.
package struct Divergence: Error, Hashable, Sendable {
  /// The number of the statement, from 0.
  package var step: Int
  package var kind: String
  /// What differs: `message`, `code`, `catalog`, `rows of main.t`, ….
  package var aspect: String
  package var model: String
  package var engine: String
  package var sequence: StatementSequence

  package init(
    step: Int, kind: String, aspect: String, model: String, engine: String,
    sequence: StatementSequence
  ) {
    self.step = step
    self.kind = kind
    self.aspect = aspect
    self.model = model
    self.engine = engine
    self.sequence = sequence
  }

  /// Which defect it is, whatever the names and values: kind, aspect, and both answers without them.
  package var origin: String {
    [kind, Self.template(aspect), Self.template(model), Self.template(engine)]
      .joined(separator: " | ")
  }

  /// The text without names in quotes and without numbers.
  private static func template(_ text: String) -> String {
    var result = ""
    var isQuoted = false
    for character in text.prefix(400) {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted || character.isNumber { continue }
      result.append(character)
    }
    // Behind a colon stand names: `no such column: a`.
    return result.split(separator: ":").first.map(String.init) ?? result
  }
}

extension Divergence: CustomStringConvertible {
  package var description: String {
    """
    statement \(step + 1) (\(kind)): \(aspect)
      model:  \(model)
      engine: \(engine)
    \(SequenceScript(sequence).text)
    """
  }
}
