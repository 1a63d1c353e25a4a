import Migrations
import SQLSyntax

extension WorkingSet {
  /// Adds a unit with pieces from another; gives its new name.
  ///
  /// The name sorts after the units it needs wherever a number is free there, else after all.
  mutating func insert(
    _ pieces: [Piece], from source: Int, after needed: [Int]
  ) -> Migration.ID {
    let name = NewFileName(self, source: source, after: max(source, needed.max() ?? source))
    units.insert(
      Unit(id: name.id, version: name.version, pieces: pieces), at: name.position)
    return name.id
  }

  /// Takes a foreign key out of a piece; gives it as a piece of its own.
  mutating func extract(_ constraint: Int, from position: Int, of unit: Int) -> Piece {
    let piece = units[unit].pieces[position]
    var gone: [Int] = [constraint]
    if case .without(let others) = piece.part { gone = (others + gone).sorted() }
    var rest = piece
    rest.part = .without(gone)
    rest.effects.remove(extractable: constraint)
    units[unit].pieces[position] = rest
    var key = piece
    key.part = .constraint(constraint)
    key.effects.keepOnly(extractable: constraint)
    return key
  }
}

extension WorkingSet.Piece {
  /// The place of an extracted constraint.
  var extractedRange: SourceRange? {
    guard case .constraint(let index) = part, effects.extractable.indices.contains(index) else {
      return nil
    }
    return effects.extractable[index].range
  }
}

extension StatementEffects {
  fileprivate mutating func remove(extractable constraint: Int) {
    for index in effects.indices.reversed() where effects[index].extractable == constraint {
      effects.remove(at: index)
      for earlier in 0..<index where earlier + effects[earlier].skipCount >= index {
        effects[earlier].skipCount -= 1
      }
    }
  }

  /// What `ALTER TABLE ... ADD FOREIGN KEY` does.
  fileprivate mutating func keepOnly(extractable constraint: Int) {
    let table = creates.first { $0.object.namespace == .relation }
    effects = effects.filter { $0.extractable == constraint }
    for index in effects.indices {
      effects[index].skipCount = 0
      effects[index].extractable = nil
    }
    guard let table else { return }
    effects.insert(
      Effect(.alter(ifExists: false), table.object, type: .table, range: table.range), at: 0)
  }
}

/// A name for a file made of another's statements, and its place in filename order.
private struct NewFileName {
  var id: Migration.ID
  var version: MigrationVersion?
  /// Where to insert it among the units.
  var position: Int

  init(_ work: WorkingSet, source: Int, after last: Int) {
    let number = Self.number(work, after: last)
    version = number?.version ?? work.units[source].version
    position = number?.position ?? work.units.count
    id = Self.name(work, source: work.units[source], version: number?.version)
  }

  /// The version after that of `last` if it is free, else the one after the greatest.
  private static func number(
    _ work: WorkingSet, after last: Int
  ) -> (version: MigrationVersion, position: Int)? {
    if let version = work.units[last].version?.successor {
      let next = work.units.index(after: last)
      let isFree =
        next == work.units.count || work.units[next].version.map { version < $0 } ?? true
      if isFree { return (version, next) }
    }
    guard let greatest = work.units.lastIndex(where: { $0.version != nil }) else { return nil }
    return work.units[greatest].version?.successor.map { ($0, greatest + 1) }
  }

  /// `0001_core.up.sql` becomes `0007_core_part_2.up.sql`.
  private static func name(
    _ work: WorkingSet, source: WorkingSet.Unit, version: MigrationVersion?
  ) -> Migration.ID {
    let text = source.id.rawValue
    var prefix = ""
    var rest = text[...]
    if let version, let old = source.version?.text, let range = text.firstRange(of: old) {
      prefix = text[..<range.lowerBound] + version.text
      rest = text[range.upperBound...]
    }
    let end = rest.firstIndex(of: ".") ?? rest.endIndex
    let stem = rest[..<end].withoutPartNumber
    let taken = Set(work.units.map(\.id))
    var part = 2
    while true {
      let id = Migration.ID("\(prefix)\(stem)_part_\(part)\(rest[end...])")
      if !taken.contains(id), !isPart(part, stem, of: work) { return id }
      part += 1
    }
  }

  private static func isPart(_ part: Int, _ stem: Substring, of work: WorkingSet) -> Bool {
    work.units.contains { $0.migration == nil && $0.id.rawValue.contains("\(stem)_part_\(part)") }
  }
}

extension Substring {
  fileprivate var withoutPartNumber: Substring {
    guard let range = ranges(of: "_part_").last, self[range.upperBound...].allSatisfy(\.isNumber)
    else { return self }
    return self[..<range.lowerBound]
  }
}
