extension SQLWriter {
  mutating func write(_ schema: CreateSchema) {
    word("CREATE SCHEMA")
    word("IF NOT EXISTS", if: schema.ifNotExists)
    write(schema.name)
    if let owner = schema.owner {
      word("AUTHORIZATION")
      write(owner)
    }
    for element in schema.elements {
      newline(indent: 1)
      write(element)
    }
  }

  mutating func write(_ type: CreateType) {
    word("CREATE TYPE")
    write(type.name, as: .functionOrType)
    switch type.definition {
    case .enumeration(let labels):
      word("AS ENUM")
      parenthesizedList(labels) { $0.write(string: $1.text) }
    case .composite(let columns):
      word("AS")
      block(columns) { $0.write($1) }
    case .range(let options):
      word("AS RANGE")
      parenthesizedList(options) { $0.write(assignment: $1) }
    case .base(let options): parenthesizedList(options) { $0.write(assignment: $1) }
    case .shell: break
    }
  }

  mutating func write(_ change: AlterEnum) {
    word("ALTER TYPE")
    write(change.name, as: .functionOrType)
    switch change.change {
    case .add(let label, let ifNotExists, let position):
      word("ADD VALUE")
      word("IF NOT EXISTS", if: ifNotExists)
      write(string: label.text)
      if let position { write(position) }
    case .rename(let label, let newLabel):
      word("RENAME VALUE \(label.text.singleQuoted) TO \(newLabel.text.singleQuoted)")
    }
  }

  private mutating func write(_ position: EnumPosition) {
    switch position {
    case .before(let label): word("BEFORE \(label.text.singleQuoted)")
    case .after(let label): word("AFTER \(label.text.singleQuoted)")
    }
  }

  mutating func write(_ domain: CreateDomain) {
    word("CREATE DOMAIN")
    write(domain.name, as: .functionOrType)
    word("AS")
    write(domain.type)
    write(keyword: "COLLATE", domain.collation)
    for constraint in domain.constraints { write(constraint) }
  }

  mutating func write(_ change: AlterDomain) {
    word("ALTER DOMAIN")
    write(change.name, as: .functionOrType)
    switch change.action {
    case .setDefault(let value): write(keyword: "SET DEFAULT", value)
    case .dropDefault: word("DROP DEFAULT")
    case .setNotNull: word("SET NOT NULL")
    case .dropNotNull: word("DROP NOT NULL")
    case .addConstraint(let constraint):
      word("ADD")
      write(constraint)
    case .dropConstraint(let name, let ifExists, let behavior):
      word("DROP CONSTRAINT")
      word("IF EXISTS", if: ifExists)
      write(name)
      word(behavior?.rawValue)
    case .validateConstraint(let name): write(keyword: "VALIDATE CONSTRAINT", name)
    }
  }

  mutating func write(_ creation: CreateExtension) {
    word("CREATE EXTENSION")
    word("IF NOT EXISTS", if: creation.ifNotExists)
    write(creation.name)
    write(keyword: "SCHEMA", creation.schema)
    word(creation.version.map { "VERSION \($0.singleQuoted)" })
    word("CASCADE", if: creation.isCascade)
  }

  mutating func write(_ change: AlterExtension) {
    write(keyword: "ALTER EXTENSION", change.name)
    word("UPDATE")
    word(change.version.map { "TO \($0.singleQuoted)" })
  }

  mutating func write(_ definition: Definition) {
    word("CREATE")
    word("OR REPLACE", if: definition.orReplace)
    word(definition.kind.rawValue)
    word("IF NOT EXISTS", if: definition.ifNotExists)
    write(definition.name, ofKind: definition.kind)
    write(parametersOf: definition)
    write(keyword: "FROM", definition.copiedFrom)
    optionalList(definition.options) { $0.write(assignment: $1) }
  }

  private mutating func write(parametersOf definition: Definition) {
    if definition.isStar { return append("(*)") }
    guard let parameters = definition.parameters else { return }
    attach()
    guard let direct = definition.directParameters else {
      return parenthesizedList(parameters) { $0.write($1) }
    }
    parenthesized {
      $0.list(Array(parameters.prefix(direct))) { $0.write($1) }
      $0.word("ORDER BY")
      $0.list(Array(parameters.dropFirst(direct))) { $0.write($1) }
    }
  }
}
