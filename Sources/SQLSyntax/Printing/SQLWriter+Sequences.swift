extension SQLWriter {
  mutating func write(_ sequence: CreateSequence) {
    word("CREATE")
    word(sequence.persistence.rawValue)
    word("SEQUENCE")
    word("IF NOT EXISTS", if: sequence.ifNotExists)
    write(sequence.name)
    write(sequence.options)
  }

  mutating func write(_ change: AlterSequence) {
    word("ALTER SEQUENCE")
    word("IF EXISTS", if: change.ifExists)
    write(change.name)
    write(change.options)
  }

  mutating func write(_ options: [SequenceOption]) {
    for option in options { write(option) }
  }

  mutating func write(_ option: SequenceOption) {
    switch option {
    case .type(let type):
      word("AS")
      write(type)
    case .increment(let step): word("INCREMENT BY \(step)")
    case .minimum(let value): word(value.map { "MINVALUE \($0)" } ?? "NO MINVALUE")
    case .maximum(let value): word(value.map { "MAXVALUE \($0)" } ?? "NO MAXVALUE")
    case .start(let value): word("START WITH \(value)")
    case .restart(let value): word(value.map { "RESTART WITH \($0)" } ?? "RESTART")
    case .cache(let count): word("CACHE \(count)")
    case .cycle(let cycles): word(cycles ? "CYCLE" : "NO CYCLE")
    case .ownedBy(let column):
      word("OWNED BY")
      if let column { write(column) } else { word("NONE") }
    case .name(let name): write(keyword: "SEQUENCE NAME", name)
    case .logged(let isLogged): word(isLogged ? "LOGGED" : "UNLOGGED")
    }
  }
}
