extension SQLWriter {
  /// Writes what is said of one column after `ALTER COLUMN`; `false` where it is something else.
  mutating func write(columnAction action: AlterTableActionKind) -> Bool {
    switch action {
    case .setDefault(let name, let value):
      write(alter: name, "SET DEFAULT")
      write(value)
    case .dropDefault(let name): write(alter: name, "DROP DEFAULT")
    case .setNotNull(let name): write(alter: name, "SET NOT NULL")
    case .dropNotNull(let name): write(alter: name, "DROP NOT NULL")
    case .dropExpression(let name, let ifExists):
      write(alter: name, ifExists ? "DROP EXPRESSION IF EXISTS" : "DROP EXPRESSION")
    case .addIdentity(let name, let isAlways, let options):
      write(alter: name, "ADD GENERATED \(isAlways ? "ALWAYS" : "BY DEFAULT") AS IDENTITY")
      if !options.isEmpty { parenthesized { $0.write(options) } }
    case .setIdentity(let name, let isAlways, let options):
      write(alter: name, "")
      if let isAlways { word("SET GENERATED \(isAlways ? "ALWAYS" : "BY DEFAULT")") }
      for option in options { write(identityChange: option) }
    case .dropIdentity(let name, let ifExists):
      write(alter: name, ifExists ? "DROP IDENTITY IF EXISTS" : "DROP IDENTITY")
    case .setStatistics(let name, let target):
      write(alter: name, "SET STATISTICS \(target)")
    case .setStorage(let name, let storage): write(alter: name, "SET STORAGE \(storage)")
    case .setCompression(let name, let method):
      write(alter: name, "SET COMPRESSION \(method)")
    case .setColumnOptions(let name, let options):
      write(alter: name, "")
      write(keyword: "SET", options: options)
    case .resetColumnOptions(let name, let options):
      write(alter: name, "RESET")
      write(names: options)
    default: return false
    }
    return true
  }

  /// Writes the column and what is done; an index's column is a number.
  private mutating func write(alter name: Identifier, _ words: String) {
    word("ALTER COLUMN")
    if !name.text.isEmpty, name.text.utf8.allSatisfy(\.isDigit) {
      word(name.text)
    } else {
      write(name)
    }
    word(words)
  }

  private mutating func write(identityChange option: SequenceOption) {
    if case .restart = option {} else { word("SET") }
    write(option)
  }

  mutating func write(tableAction action: AlterTableActionKind) {
    switch action {
    case .setRowSecurity(let state): word("\(state.rawValue) ROW LEVEL SECURITY")
    case .clusterOn(let index): write(keyword: "CLUSTER ON", index)
    case .setWithoutCluster: word("SET WITHOUT CLUSTER")
    case .setWithoutOIDs: word("SET WITHOUT OIDS")
    case .setLogged(let isLogged): word(isLogged ? "SET LOGGED" : "SET UNLOGGED")
    case .setAccessMethod(let method): write(keyword: "SET ACCESS METHOD", method)
    case .setTablespace(let name): write(keyword: "SET TABLESPACE", name)
    case .setOptions(let options): write(keyword: "SET", options: options)
    case .resetOptions(let options):
      word("RESET")
      write(names: options)
    case .inherit(let parent): write(keyword: "INHERIT", parent)
    case .noInherit(let parent): write(keyword: "NO INHERIT", parent)
    case .ofType(let type):
      word("OF")
      write(type)
    case .notOfType: word("NOT OF")
    case .setOwner(let role):
      word("OWNER TO")
      write(role)
    case .replicaIdentity(let identity): write(identity)
    default: break
    }
  }

  private mutating func write(_ identity: ReplicaIdentity) {
    word("REPLICA IDENTITY")
    switch identity {
    case .nothing: word("NOTHING")
    case .full: word("FULL")
    case .defaultKey: word("DEFAULT")
    case .index(let name): write(keyword: "USING INDEX", name)
    }
  }
}
