import HashTreeCollections
import DatabaseModel
import PropertyTesting

/// The objects of a catalog as members of a pool, so that a reference keeps its meaning while
/// statements before it go away.
struct CatalogMembers {
  static let pool = Pool("object of the catalog")
  private(set) var numbers: [ObjectID: Int] = [:]
  private var known = ObjectID(rawValue: 0)

  /// Gives numbers to the objects that are new since the last time.
  mutating func register(newIn catalog: Catalog, _ source: ChoiceSource) {
    defer { known = catalog.nextID }
    guard known < catalog.nextID else { return }
    for raw in known.rawValue..<catalog.nextID.rawValue {
      let id = ObjectID(rawValue: raw)
      guard catalog.relations[id] != nil || catalog.types[id] != nil || catalog.triggers[id] != nil
      else { continue }
      numbers[id] = source.register(in: Self.pool)
    }
  }
}

extension Drawing {
  /// One of some objects.
  ///
  /// - Throws: A rejection when there is none.
  func reference(to objects: [ObjectID]) throws -> ObjectID {
    var byNumber: [Int: ObjectID] = [:]
    for object in objects {
      if let number = members.numbers[object] { byNumber[number] = object }
    }
    let number = try source.reference(to: CatalogMembers.pool, live: byNumber.keys.sorted())
    guard let object = byNumber[number] else { try source.reject("the object is gone") }
    return object
  }
}
