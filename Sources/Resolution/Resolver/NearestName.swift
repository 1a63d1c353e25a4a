/// Finds the name that was probably meant.
enum NearestName {
  /// The object of the same kind whose name takes the fewest edits; `nil` where none is near, that
  /// is, within a third of the name's length.
  ///
  /// - Complexity: O(names × length²).
  static func nearest(to object: SchemaObject, in program: NameProgram) -> SchemaObject? {
    var best: (distance: Int, object: SchemaObject)?
    let limit = max(1, object.name.count / 3)
    for candidate in candidates(for: object, in: program) {
      let distance = distance(object.name, candidate.name)
      let isSame = distance == 0
      guard distance <= limit, !isSame || candidate.schema != object.schema else { continue }
      if let best, (best.distance, best.object.description) <= (distance, candidate.description) {
        continue
      }
      best = (distance, candidate)
    }
    return best?.object
  }

  private static func candidates(
    for object: SchemaObject, in program: NameProgram
  ) -> [SchemaObject] {
    let names = program.names
    let all: [Int32]
    if let whole = object.whole {
      guard let key = names.number(of: whole) else { return [] }
      all = names.parts[Int(key)]
    } else {
      all = Array(0..<Int32(names.count))
    }
    return all.filter { program.isCreatable[Int($0)] }.map { names.objects[Int($0)] }
      .filter { $0.namespace == object.namespace && $0 != object }
  }

  /// How many characters to insert, delete, replace, or swap with their neighbour.
  static func distance(_ first: String, _ second: String) -> Int {
    let one = Array(first)
    let other = Array(second)
    var older: [Int] = []
    var previous = Array(0...other.count)
    for i in one.indices {
      var current = [i + 1]
      for j in other.indices {
        let replaced = previous[j] + (one[i] == other[j] ? 0 : 1)
        var least = min(replaced, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          least = min(least, older[j - 1] + 1)
        }
        current.append(least)
      }
      older = previous
      previous = current
    }
    return previous[other.count]
  }
}
