extension SQLWriter {
  mutating func write(_ target: ForeignKeyTarget) {
    word("REFERENCES")
    write(target.table)
    write(columns: target.columns)
    word(target.match.map { "MATCH \($0.rawValue)" })
    if let action = target.onDelete {
      word("ON DELETE \(action.rawValue)")
      write(columns: target.onDeleteColumns)
    }
    word(target.onUpdate.map { "ON UPDATE \($0.rawValue)" })
  }

  mutating func write(_ exclusion: Exclusion) {
    word("EXCLUDE")
    write(keyword: "USING", exclusion.method)
    parenthesizedList(exclusion.elements) { writer, element in
      writer.write(element.key)
      writer.word("WITH")
      writer.write(element.operatorName)
    }
    write(columns: exclusion.including, after: "INCLUDE")
    write(keyword: "WITH", options: exclusion.options)
    write(keyword: "USING INDEX TABLESPACE", exclusion.tablespace)
    guard let condition = exclusion.condition else { return }
    word("WHERE")
    parenthesized { $0.write(condition) }
  }

  mutating func write(_ deferral: Deferral) {
    if let isDeferrable = deferral.isDeferrable {
      word(isDeferrable ? "DEFERRABLE" : "NOT DEFERRABLE")
    }
    if let isDeferred = deferral.isInitiallyDeferred {
      word(isDeferred ? "INITIALLY DEFERRED" : "INITIALLY IMMEDIATE")
    }
  }
}
