import HashTreeCollections
import SQLSyntax

extension Catalog {
  /// Parts that do not belong where they are listed, or are not listed where they belong.
  func brokenParts() -> [String] {
    var broken: [String] = []
    for (owner, parts) in parts {
      let kinds: [(String, [ObjectID], (ObjectID) -> ObjectID?)] = [
        ("constraint", parts.constraints, { constraints[$0]?.owner }),
        ("index", parts.indexes, { indexedTable($0) }),
        ("trigger", parts.triggers, { triggers[$0]?.table }),
        ("policy", parts.policies, { policies[$0]?.table }),
      ]
      for (kind, listed, ownerOf) in kinds {
        for id in listed where ownerOf(id) != owner {
          broken.append("Object \(owner.rawValue) lists \(kind) \(id.rawValue), not its own.")
        }
        if Set(listed).count != listed.count {
          broken.append("Object \(owner.rawValue) lists a \(kind) twice.")
        }
      }
      let isEmpty = parts == RelationParts()
      if !isEmpty, relations[owner] == nil, types[owner] == nil {
        broken.append("Object \(owner.rawValue) has parts and is not there.")
      }
    }
    return broken + unlistedParts()
  }

  private func indexedTable(_ id: ObjectID) -> ObjectID? {
    if case .index(let index) = relations[id] { index.table } else { nil }
  }

  private func unlistedParts() -> [String] {
    var broken: [String] = []
    for (id, constraint) in constraints
    where parts[constraint.owner]?.constraints.contains(id) != true {
      broken.append("Constraint \(id.rawValue) is not listed with its owner.")
    }
    for (id, relation) in relations {
      if case .index(let index) = relation, parts[index.table]?.indexes.contains(id) != true {
        broken.append("Index \(index.name.text) is not listed with its table.")
      }
    }
    for (id, trigger) in triggers where parts[trigger.table]?.triggers.contains(id) != true {
      broken.append("Trigger \(trigger.name.text) is not listed with its table.")
    }
    for (id, policy) in policies where parts[policy.table]?.policies.contains(id) != true {
      broken.append("Policy \(policy.name.text) is not listed with its table.")
    }
    return broken
  }

  /// Dependencies that are known at one end only, or whose ends are not there.
  func brokenDependencies() -> [String] {
    var broken: [String] = []
    for (id, edges) in dependencies {
      for edge in edges {
        if edge.dependent.object != id {
          broken.append("A dependency of another object is listed with \(id.rawValue).")
        }
        if dependents[edge.referenced.object]?.contains(edge) != true {
          broken.append("Object \(edge.referenced.object.rawValue) misses a dependent.")
        }
      }
    }
    for (id, edges) in dependents {
      for edge in edges {
        if edge.referenced.object != id {
          broken.append("A dependent of another object is listed with \(id.rawValue).")
        }
        if dependencies[edge.dependent.object]?.contains(edge) != true {
          broken.append("Object \(edge.dependent.object.rawValue) misses a dependency.")
        }
      }
    }
    return broken
  }
}
