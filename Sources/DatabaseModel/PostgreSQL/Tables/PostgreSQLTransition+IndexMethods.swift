import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  func checkMethod(_ plan: IndexPlan) throws(Halt) {
    let method = plan.method
    guard BuiltinOperatorClasses.methods.contains(method) else {
      if hasUnknownOverloads || method == "rtree" {
        throw .unmodelled("An extension may bring the access method \(method)")
      }
      throw .refuse(.undefinedObject, "access method \"\(method)\" does not exist")
    }
    if plan.isUnique, method != "btree" {
      throw .refuse(
        .featureNotSupported, "access method \"\(method)\" does not support unique indexes")
    }
    if !plan.including.isEmpty, !["btree", "gist", "spgist"].contains(method) {
      throw .refuse(
        .featureNotSupported, "access method \"\(method)\" does not support included columns")
    }
    if plan.keys.count > 1, ["hash", "spgist"].contains(method) {
      throw .refuse(
        .featureNotSupported, "access method \"\(method)\" does not support multicolumn indexes")
    }
    let isOrdered = plan.keys.contains { $0.direction != nil || $0.nulls != nil }
    if isOrdered, method != "btree" {
      throw .unmodelled("An order of keys for this access method is not modelled")
    }
  }

  /// The key's type must have an operator class for the method.
  func checkOperatorClass(_ key: IndexKey, type: DataType, method: String) throws(Halt) {
    guard let name = key.operatorClass else {
      return try checkDefaultClass(type, method: method)
    }
    guard let target = BuiltinOperatorClasses.all["\(method):\(name.name.text)"] else {
      if hasUnknownOverloads { return try checkExtensionClass(name, type, method) }
      throw .refuse(
        .undefinedObject,
        "operator class \"\(name.description)\" does not exist for access method \"\(method)\"")
    }
    if try coercion(from: type, to: .builtin(target), in: .implicit) == .relabel { return }
    if target == "anyarray", baseType(type).isArray { return }
    throw .unmodelled("An operator class for another type is not modelled")
  }

  private func checkExtensionClass(
    _ name: ObjectName, _ type: DataType, _ method: String
  ) throws(Halt) {
    let isTrigram = ["gin_trgm_ops", "gist_trgm_ops"].contains(name.name.text)
    if isTrigram, catalog.extensions["pg_trgm"] != nil,
      name.name.text.hasPrefix(method),
      try coercion(from: type, to: .builtin("text"), in: .implicit) == .relabel
    {
      return
    }
    throw .unmodelled("Operator classes of extensions are not modelled")
  }

  private func checkDefaultClass(_ type: DataType, method: String) throws(Halt) {
    guard let letter = BuiltinOperatorClasses.letter(of: method) else { return }
    let base = baseType(type).bare
    if base.isUnknown { return try checkExtensionType(base, method) }
    if base.isArray {
      if "bhg".contains(letter) { return }
    } else if isEnumeration(base) {
      if "bh".contains(letter) { return }
    } else if case .builtin(let name) = base.reference {
      let relabelled = name == "varchar" ? "text" : name
      if BuiltinTypes.all[relabelled]?.indexMethods.contains(letter) == true { return }
      if BuiltinTypes.all[name]?.kind == "r", "bhtq".contains(letter) { return }
      if name == "cidr" { return try checkDefaultClass(.builtin("inet"), method: method) }
    } else if case .user(let id) = base.reference {
      if isComposite(base), "bh".contains(letter) { return }
      if case .range = catalog.types[id]?.form, "bhtq".contains(letter) { return }
      if case .opaque = catalog.types[id]?.form { throw .unmodelled("A type that is not read") }
    }
    if hasUnknownOverloads {
      throw .unmodelled("An extension may bring an operator class for the type")
    }
    throw .refuse(
      .undefinedObject,
      "data type \(displayName(of: type)) has no default operator class "
        + "for access method \"\(method)\"",
      hint: "You must specify an operator class for the index "
        + "or define a default operator class for the data type.")
  }

  private func checkExtensionType(_ type: DataType, _ method: String) throws(Halt) {
    guard case .unknown(let name) = type.reference else { return }
    switch (name.name.text, method) {
    case ("citext", "btree"), ("citext", "hash"), ("hstore", "btree"), ("hstore", "gin"),
      ("hstore", "gist"), ("hstore", "hash"), ("ltree", "btree"), ("ltree", "gist"):
      return
    default: throw .unmodelled("Operator classes of extensions are not modelled")
    }
  }

  // MARK: Storage parameters

  func indexOptions(
    _ options: [DefinitionOption], method: String
  ) throws(Halt) -> [String: String] {
    try storedOptions(options, known: Self.indexParameters[method] ?? [])
  }

  func tableOptions(_ options: [DefinitionOption]) throws(Halt) -> [String: String] {
    try Self.checkNoOIDs(options)
    return try storedOptions(
      options.filter { $0.namespace != nil || $0.name != "oids" }, known: Self.tableParameters)
  }

  /// `oids = false` is taken from old dumps and means nothing; any other value is no longer known.
  private static func checkNoOIDs(_ options: [DefinitionOption]) throws(Halt) {
    guard let option = options.first(where: { $0.namespace == nil && $0.name == "oids" }) else {
      return
    }
    switch option.value {
    case .boolean(false): return
    case nil, .boolean(true):
      throw .refuse(.featureNotSupported, "tables declared WITH OIDS are not supported")
    default:
      guard let text = text(of: option.value)?.lowercased(), ["false", "off"].contains(text) else {
        throw .unmodelled("This value of oids is not modelled")
      }
    }
  }

  private func storedOptions(
    _ options: [DefinitionOption], known: Set<String>
  ) throws(Halt) -> [String: String] {
    var result: [String: String] = [:]
    for option in options {
      if let space = option.namespace {
        if space == "toast" { continue }
        throw .refuse(
          .invalidParameterValue, "unrecognized parameter namespace \"\(space)\"")
      }
      guard known.contains(option.name) else {
        throw .refuse(.invalidParameterValue, "unrecognized parameter \"\(option.name)\"")
      }
      if let text = Self.text(of: option.value) { result[option.name] = text }
      try checkFillFactor(option)
    }
    return result
  }

  private func checkFillFactor(_ option: DefinitionOption) throws(Halt) {
    guard option.name == "fillfactor", let text = Self.text(of: option.value) else { return }
    guard let value = Int(text) else { throw .unmodelled("This fillfactor is not modelled") }
    if (10...100).contains(value) { return }
    throw .refuse(
      .invalidParameterValue, "value \(value) out of bounds for option \"fillfactor\"",
      detail: "Valid values are between \"10\" and \"100\".")
  }

  static func text(of value: OptionValue?) -> String? {
    switch value {
    case .string(let text), .number(let text): text
    case .name(let name): name.name.text
    case .boolean(let flag): flag ? "true" : "false"
    case nil: "true"
    default: nil
    }
  }

  private static let indexParameters: [String: Set<String>] = [
    "btree": ["fillfactor", "vacuum_cleanup_index_scale_factor", "deduplicate_items"],
    "hash": ["fillfactor"], "gist": ["fillfactor", "buffering"], "spgist": ["fillfactor"],
    "gin": ["fastupdate", "gin_pending_list_limit"],
    "brin": ["pages_per_range", "autosummarize"],
  ]

  private static let tableParameters: Set<String> = [
    "fillfactor", "toast_tuple_target", "parallel_workers", "autovacuum_enabled",
    "vacuum_index_cleanup", "vacuum_truncate", "autovacuum_vacuum_threshold",
    "autovacuum_vacuum_insert_threshold", "autovacuum_analyze_threshold",
    "autovacuum_vacuum_cost_limit", "autovacuum_freeze_min_age", "autovacuum_freeze_max_age",
    "autovacuum_freeze_table_age", "autovacuum_multixact_freeze_min_age",
    "autovacuum_multixact_freeze_max_age", "autovacuum_multixact_freeze_table_age",
    "log_autovacuum_min_duration", "autovacuum_vacuum_cost_delay",
    "autovacuum_vacuum_scale_factor", "autovacuum_vacuum_insert_scale_factor",
    "autovacuum_analyze_scale_factor", "user_catalog_table",
  ]
}
