import Resolution
import SQLSyntax

/// Where in a set each object is created.
struct CreatorIndex {
  struct Creator: Hashable {
    /// The migration's position in filename order.
    var migration: Int
    var statement: Int
    var range: SourceRange?
  }

  private var creators: [SchemaObject: [Creator]] = [:]
  /// The effects of every statement of every migration.
  let effects: [[StatementEffects]]

  init(effects: [[StatementEffects]]) {
    self.effects = effects
    for (migration, statements) in effects.enumerated() {
      for (statement, effects) in statements.enumerated() {
        for effect in effects.creates {
          creators[effect.object, default: []].append(
            Creator(migration: migration, statement: statement, range: effect.range))
        }
      }
    }
  }

  func creators(of object: SchemaObject) -> [Creator] { creators[object] ?? [] }

  /// What a statement does or needs that an engine's message names: rather what it needs than what
  /// it makes, and of what it makes the last, because a duplicate is the later one.
  func effect(of statement: StatementEffects, namedIn message: String) -> Effect? {
    let words = Set(
      message.split { !($0.isLetter || $0.isNumber || "_$".contains($0)) }.map { $0.lowercased() })
    let named = statement.effects.filter { words.contains($0.object.name.lowercased()) }
    // A column that is named with its table says more than the table.
    let needs = named.filter { !$0.isCreation }
    return needs.first { words.contains($0.object.owner.lowercased()) } ?? needs.first
      ?? named.last
  }
}

extension Effect {
  var isCreation: Bool {
    if case .create = action { true } else { false }
  }
}
