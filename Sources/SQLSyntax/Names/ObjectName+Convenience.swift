extension ObjectName {
  package init(_ name: String, schema: String? = nil) {
    self.init(name: Identifier(name), schema: schema.map { Identifier($0) })
  }

  /// `schema.name`, unquoted, for messages.
  package var description: String {
    [catalog, schema, name].compactMap { $0?.text }.joined(separator: ".")
  }

  /// From the first part's first byte to the last part's last, where all are known.
  package var range: SourceRange? {
    [catalog, schema].compactMap { $0?.place.range }.reduce(name.place.range) { whole, part in
      whole.map { $0.union(part) } ?? part
    }
  }
}

extension ColumnReference {
  package init(_ column: Identifier) {
    self.init(parts: [column])
  }

  /// The column's own name.
  package var column: Identifier { parts.last ?? Identifier("") }

  /// `table.column`, unquoted, for messages.
  package var description: String { parts.map(\.text).joined(separator: ".") }

  package var range: SourceRange? {
    let ranges = parts.compactMap(\.place.range)
    guard let first = ranges.first else { return nil }
    return ranges.dropFirst().reduce(first) { $0.union($1) }
  }
}
