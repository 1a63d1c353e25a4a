/// Names and their numbers.
///
/// Numbers are given in the order in which names come up, which is nearly the order in which they
/// are used. The table of hashes is therefore kept small and apart from the names: a look-up goes to
/// one slot of eight bytes anywhere, and to a name that lies near those looked up before.
struct NameTable {
  private(set) var objects: [SchemaObject] = []
  private var slots: [Slot] = Array(repeating: Slot(), count: 64)
  /// Parts of each relation or type, by its key.
  private(set) var parts: [[Int32]] = []
  /// Keys that share namespace, schema and name, for references that leave the owner open.
  private(set) var namesakes: [SchemaObject: [Int32]] = [:]

  private struct Slot {
    var hash: UInt32 = 0
    /// Negative where the slot is free.
    var number: Int32 = -1
  }

  var count: Int { objects.count }

  mutating func reserveCapacity(_ capacity: Int) {
    objects.reserveCapacity(capacity)
    parts.reserveCapacity(capacity)
    var size = slots.count
    while size < 2 * capacity { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  mutating func intern(_ object: SchemaObject) -> Int32 {
    let hash = Self.hash(object)
    let position = position(of: object, hash)
    if slots[position].number >= 0 { return slots[position].number }
    let number = Int32(objects.count)
    slots[position] = Slot(hash: hash, number: number)
    objects.append(object)
    parts.append([])
    if 4 * objects.count > 3 * slots.count { resize(to: 2 * slots.count) }
    if let whole = object.whole {
      let owner = intern(whole)
      parts[Int(owner)].append(number)
    }
    if !object.owner.isEmpty, object.namespace != .column {
      namesakes[object.withOpenOwner, default: []].append(number)
    }
    return number
  }

  func number(of object: SchemaObject) -> Int32? {
    let number = slots[position(of: object, Self.hash(object))].number
    return number < 0 ? nil : number
  }

  /// The slot of an object, or the free one where it would go.
  private func position(of object: SchemaObject, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var position = Int(hash) & mask
    while true {
      let slot = slots[position]
      if slot.number < 0 { return position }
      if slot.hash == hash, objects[Int(slot.number)] == object { return position }
      position = (position + 1) & mask
    }
  }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot(), count: size)
    for slot in old where slot.number >= 0 {
      var position = Int(slot.hash) & (size - 1)
      while slots[position].number >= 0 { position = (position + 1) & (size - 1) }
      slots[position] = slot
    }
  }

  private static func hash(_ object: SchemaObject) -> UInt32 {
    UInt32(truncatingIfNeeded: object.hashValue)
  }
}

extension SchemaObject {
  /// The same name whatever it belongs to.
  var withOpenOwner: SchemaObject {
    var object = self
    object.owner = "*"
    return object
  }
}
