import SQLSyntax

/// Statements of a file whose effects the file itself takes back.
enum RolledBack {
  /// The runs of statements between a BEGIN or SAVEPOINT and the ROLLBACK that undoes them.
  ///
  /// A ROLLBACK without a BEGIN in the same file undoes what the runner began, the whole file so far.
  static func ranges(in statements: [Statement]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var savepoints: [(name: String, start: Int)] = []
    for (index, statement) in statements.enumerated() {
      guard case .transaction(let control) = statement.kind else { continue }
      switch control {
      case .begin, .commit, .prepare:
        start = index + 1
        savepoints = []
      case .rollback:
        ranges.append(start..<index)
        start = index + 1
        savepoints = []
      case .savepoint(let name): savepoints.append((name.text.asciiLowercased(), index + 1))
      case .rollbackTo(let name):
        let key = name.text.asciiLowercased()
        if let savepoint = savepoints.last(where: { $0.name == key }) {
          ranges.append(savepoint.start..<index)
        }
      case .release, .commitPrepared, .rollbackPrepared: break
      }
    }
    return ranges
  }
}
