import HashTreeCollections
import SQLSyntax

extension FootprintAnalysis {
  mutating func drop(_ drop: Drop) throws(Halt) {
    var targets: [ObjectAddress] = []
    for object in drop.objects {
      switch drop.kind {
      case .table, .view, .materializedView, .index, .sequence:
        guard let relation = try find(object.name) else { continue }
        targets.append(ObjectAddress(object: relation.id))
        if case .index(let index) = relation {
          footprint.lock(index.table, drop.isConcurrent ? .shareUpdateExclusive : .accessExclusive)
        }
        footprint.lock(
          relation.id, drop.isConcurrent ? .shareUpdateExclusive : .accessExclusive)
      case .trigger, .policy, .rule:
        guard let owner = object.owner, let table = try lock(owner, .accessExclusive) else {
          continue
        }
        if drop.kind == .rule, refusal == nil { continue }
        let name = object.name.name
        targets += catalog.triggers(of: table.id).filter {
          $0.name == name && drop.kind == .trigger
        }
        .map { ObjectAddress(object: $0.id) }
        targets += catalog.policies(of: table.id).filter { $0.name == name && drop.kind == .policy }
          .map { ObjectAddress(object: $0.id) }
      case .type, .domain, .schema, .function, .procedure, .routine:
        targets += try nonRelationTargets(object, drop)
      default: throw .unmodelled("What dropping this kind of object locks is not modelled")
      }
    }
    try stopIfRefused()
    if drop.isConcurrent {
      footprint.waitsForSnapshots = !targets.isEmpty
      for target in targets { footprint.drop(target.object) }
      return
    }
    follow(DropPlan(dropping: targets, in: catalog))
  }

  /// Types, routines and schemas lock nothing themselves; what goes with them does.
  private func nonRelationTargets(
    _ object: ObjectReference, _ drop: Drop
  ) throws(Halt) -> [ObjectAddress] {
    if drop.behavior != .cascade { return [] }
    let name = object.name.name.text
    switch drop.kind {
    case .schema: return catalog.schemaID(name).map { [ObjectAddress(object: $0)] } ?? []
    case .type, .domain:
      guard case .user(let id)? = try before.findType(object.name) else { return [] }
      return [ObjectAddress(object: id)]
    default: throw .unmodelled("What goes with a function is not modelled")
    }
  }

  /// Locks what goes and what it belongs to.
  mutating func follow(_ plan: DropPlan) {
    for entry in plan.entries.reversed() { lockForDrop(entry.object) }
    for entry in plan.entries where entry.object.column == nil {
      if let relation = catalog.relations[entry.object.object], relation.hasFile(in: catalog) {
        footprint.drop(relation.id)
      }
    }
  }

  private mutating func lockForDrop(_ address: ObjectAddress) {
    let id = address.object
    if let relation = catalog.relations[id] {
      if relation.isComposite { return }
      if case .index(let index) = relation { footprint.lock(index.table, .accessExclusive) }
      if case .table(let table) = relation, table.partitionBound != nil {
        for parent in table.inheritsFrom { footprint.lock(parent, .accessExclusive) }
      }
      footprint.lock(id, .accessExclusive)
    } else if let constraint = catalog.constraints[id] {
      lockForDrop(constraint)
    } else if let trigger = catalog.triggers[id] {
      footprint.lock(trigger.table, .accessExclusive)
    } else if let policy = catalog.policies[id] {
      footprint.lock(policy.table, .accessExclusive)
    } else if let column = catalog.columnDefaults[id] {
      footprint.lock(column.object, .accessExclusive)
    }
  }

  private mutating func lockForDrop(_ constraint: TableConstraint) {
    guard catalog.relations[constraint.owner] != nil else { return }
    footprint.lock(constraint.owner, .accessExclusive)
    if case .foreignKey(let key) = constraint.rule, case .table(let target, _) = key.target {
      footprint.lock(target, .accessExclusive)
    }
  }

  // MARK: Other changes of objects

  mutating func rename(_ rename: Rename) throws(Halt) {
    let object = rename.object
    switch object.kind {
    case .table, .view, .materializedView, .sequence:
      try lock(object.name, .accessExclusive)
    case .index:
      guard let relation = try find(object.name) else { return try stopIfRefused() }
      let isIndex = if case .index = relation { true } else { false }
      footprint.lock(relation.id, isIndex ? .shareUpdateExclusive : .accessExclusive)
    case .column:
      guard let owner = object.owner, let table = try lock(owner, .accessExclusive) else {
        return try stopIfRefused()
      }
      try stopIfRefused()
      for child in catalog.descendants(of: table.id) { footprint.lock(child, .accessExclusive) }
    case .constraint:
      guard let owner = object.owner, let table = try lock(owner, .accessExclusive) else {
        return try stopIfRefused()
      }
      try stopIfRefused()
      let constraint = catalog.constraint(named: object.name.name.text, of: table.id)
      if let index = constraint?.rule.index { footprint.lock(index, .shareUpdateExclusive) }
      for child in catalog.descendants(of: table.id) { footprint.lock(child, .accessExclusive) }
    case .trigger, .policy, .rule:
      if let owner = object.owner { try lock(owner, .accessExclusive) }
    case .schema, .function, .procedure, .routine, .role, .domain, .domainConstraint: break
    case .type:
      guard case .user(let id)? = try before.findType(object.name),
        case .enumeration = catalog.types[id]?.form
      else { throw .unmodelled("What renaming this type locks is not modelled") }
    default: throw .unmodelled("What this renaming locks is not modelled")
    }
  }

  mutating func setSchema(_ object: ObjectReference) throws(Halt) {
    switch object.kind {
    case .table, .view, .materializedView, .sequence:
      guard let relation = try lock(object.name, .accessExclusive) else {
        return try stopIfRefused()
      }
      try stopIfRefused()
      for edge in catalog.edges(to: ObjectAddress(object: relation.id))
      where catalog.sequence(edge.dependent.object) != nil && edge.kind != .normal {
        footprint.lock(edge.dependent.object, .accessExclusive)
      }
    case .type, .domain, .function, .procedure, .routine: break
    default: throw .unmodelled("What this change of schema locks is not modelled")
    }
  }

  mutating func setOwner(_ object: ObjectReference, _ owner: RoleName) throws(Halt) {
    switch object.kind {
    case .table, .view, .materializedView, .sequence, .index:
      try lock(object.name, .accessExclusive)
      try stopIfRefused()
      if owner.word == nil, owner.name?.text != before.session.role {
        throw .unmodelled("What goes to another owner along with a table is not modelled")
      }
    default: break
    }
  }

  mutating func comment(_ object: ObjectReference) throws(Halt) {
    switch object.kind {
    case .table, .view, .materializedView, .sequence, .index, .foreignTable:
      try lock(object.name, .shareUpdateExclusive)
    case .column:
      if let owner = object.owner { try lock(owner, .shareUpdateExclusive) }
    case .constraint, .trigger, .policy, .rule:
      if let owner = object.owner { try lock(owner, .accessShare) }
    default: break
    }
  }
}
