extension SQLWriter {
  mutating func write(_ change: AlterTable) {
    word("ALTER \(change.object.rawValue)")
    word("IF EXISTS", if: change.ifExists)
    word("ONLY", if: change.isOnly)
    write(change.name)
    for (index, action) in change.actions.enumerated() {
      if index > 0 { comma() }
      if change.actions.count > 1 { newline(indent: 1) }
      write(action.kind, of: change.object == .type ? "ATTRIBUTE" : "COLUMN")
    }
  }

  private mutating func write(_ action: AlterTableActionKind, of part: String) {
    switch action {
    case .addColumn(let column, let ifNotExists, let behavior):
      word("ADD \(part)")
      word("IF NOT EXISTS", if: ifNotExists)
      write(column)
      word(behavior?.rawValue)
    case .dropColumn(let name, let ifExists, let behavior):
      write("DROP \(part)", ifExists: ifExists, name, behavior)
    case .alterColumnType(let change): write(change, of: part)
    case .addConstraint(let constraint):
      word("ADD")
      write(constraint)
    case .alterConstraint(let name, let deferral):
      write(keyword: "ALTER CONSTRAINT", name)
      write(deferral)
    case .validateConstraint(let name): write(keyword: "VALIDATE CONSTRAINT", name)
    case .dropConstraint(let name, let ifExists, let behavior):
      write("DROP CONSTRAINT", ifExists: ifExists, name, behavior)
    case .setTrigger(let selection, let state): write(state, selection)
    case .setRule(let name, let state): write(keyword: "\(state.rawValue) RULE", name)
    case .attachPartition(let name, let bound):
      write(keyword: "ATTACH PARTITION", name)
      if let bound { write(bound) }
    case .detachPartition(let name, let mode):
      write(keyword: "DETACH PARTITION", name)
      word(mode.rawValue)
    case .opaque(let opaque): word(opaque.text)
    default:
      if !write(columnAction: action) { write(tableAction: action) }
    }
  }

  private mutating func write(
    _ words: String, ifExists: Bool, _ name: Identifier, _ behavior: DropBehavior?
  ) {
    word(words)
    word("IF EXISTS", if: ifExists)
    write(name)
    word(behavior?.rawValue)
  }

  private mutating func write(_ change: AlterColumnType, of part: String) {
    write(keyword: "ALTER \(part)", change.column)
    word("TYPE")
    write(change.type)
    write(keyword: "COLLATE", change.collation)
    write(keyword: "USING", change.using)
    word(change.behavior?.rawValue)
  }

  private mutating func write(_ state: TriggerState, _ selection: TriggerSelection) {
    word("\(state.rawValue) TRIGGER")
    switch selection {
    case .named(let name): write(name)
    case .all: word("ALL")
    case .user: word("USER")
    }
  }
}
