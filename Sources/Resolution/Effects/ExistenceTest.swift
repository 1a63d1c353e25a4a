import SQLSyntax

/// Reads the conditions with which procedures ask whether an object is there.
enum ExistenceTest {
  /// What must hold for `expression` to be true, or false where it is negated.
  ///
  /// Whatever is not read becomes ``EffectCondition/unknown``.
  static func conditions(of expression: SQLExpression, isNegated: Bool) -> [EffectCondition] {
    switch expression.kind {
    case .not(let inner): return conditions(of: inner, isNegated: !isNegated)
    case .exists(let query): return conditions(of: query, isNegated: isNegated)
    case .and(let parts) where !isNegated:
      return parts.flatMap { conditions(of: $0, isNegated: false) }
    case .or(let parts) where isNegated:
      return parts.flatMap { conditions(of: $0, isNegated: true) }
    case .isNull(let value, let isNotNull):
      guard let objects = namedObjects(value) else { return [.unknown] }
      return [isNotNull == isNegated ? .absent(objects) : .present(objects)]
    case .binary(let value, let comparison, let count):
      return conditions(ofCount: value, comparison.symbol, count, isNegated: isNegated)
    default: return [.unknown]
    }
  }

  /// `(SELECT count(*) FROM ...) = 0`.
  private static func conditions(
    ofCount value: SQLExpression, _ symbol: String, _ count: SQLExpression, isNegated: Bool
  ) -> [EffectCondition] {
    guard case .subquery(let query) = value.kind, case .literal(.integer("0")) = count.kind,
      symbol == "=" || symbol == ">"
    else { return [.unknown] }
    return conditions(of: query, isNegated: isNegated != (symbol == "="))
  }

  private static func conditions(of query: Query, isNegated: Bool) -> [EffectCondition] {
    var test = CatalogQuery()
    guard test.read(query), let objects = test.objects else { return [.unknown] }
    if test.hasFurtherConditions { return isNegated ? [.unknown] : [.present(objects), .unknown] }
    return [isNegated ? .absent(objects) : .present(objects)]
  }

  /// `to_regclass('name')`, `to_regtype('name')`.
  private static func namedObjects(_ value: SQLExpression) -> [SchemaObject]? {
    var value = value
    while case .cast(let inner, _) = value.kind { value = inner }
    guard case .call(let call) = value.kind, let argument = call.arguments.first?.value,
      case .literal(.string(let text)) = argument.kind, let name = ObjectName.reading(text)
    else { return nil }
    let schema = name.schema?.text ?? "public"
    switch call.name.name.text {
    case "to_regclass": return [.relation(name.name.text, schema: schema)]
    case "to_regtype": return [SchemaObject(.type, schema: schema, name: name.name.text)]
    case "to_regnamespace": return [SchemaObject(.schema, name: name.name.text)]
    default: return nil
    }
  }
}

/// A query on the system catalogs, taken apart into the names it asks for.
struct CatalogQuery {
  private var tables: Set<String> = []
  private var values: [String: String] = [:]
  /// Whether it asks for more than existence.
  private(set) var hasFurtherConditions = false

  /// Answers whether the query has a form that can be read at all.
  mutating func read(_ query: Query) -> Bool {
    guard case .select(let core) = query.body, query.with == nil, core.groupBy.isEmpty,
      core.having == nil
    else { return false }
    for source in core.from where !read(source) { return false }
    if let condition = core.condition { read(condition) }
    return true
  }

  private mutating func read(_ source: TableSource) -> Bool {
    switch source {
    case .table(let table):
      tables.insert(table.name.name.text)
      return true
    case .join(let join):
      if case .on(let condition)? = join.condition { read(condition) }
      return read(join.left) && read(join.right)
    default: return false
    }
  }

  private mutating func read(_ condition: SQLExpression) {
    switch condition.kind {
    case .and(let parts): for part in parts { read(part) }
    case .binary(let left, let comparison, let right) where comparison.symbol == "=":
      if !read(left, equals: right), !read(right, equals: left) { noteOther(left, right) }
    case .not(let inner): noteOther(inner)
    default: noteOther(condition)
    }
  }

  private mutating func read(_ side: SQLExpression, equals other: SQLExpression) -> Bool {
    guard let column = columnName(side), let text = text(of: other) else { return false }
    values[column] = text
    if !Self.nameColumns.contains(column), !Self.harmlessColumns.contains(column) {
      hasFurtherConditions = true
    }
    return true
  }

  /// Conditions on harmless columns only, such as `n.oid = c.relnamespace`, change nothing.
  private mutating func noteOther(_ expressions: SQLExpression...) {
    var isHarmless = true
    for expression in expressions {
      expression.walk { node in
        if let column = node as? ColumnReference,
          !Self.harmlessColumns.contains(column.column.text)
        {
          isHarmless = false
        }
        return true
      }
    }
    if !isHarmless { hasFurtherConditions = true }
  }

  private func columnName(_ expression: SQLExpression) -> String? {
    switch expression.kind {
    case .column(let column): column.column.text
    case .cast(let inner, _): columnName(inner)
    case .call(let call) where call.name.name.text == "lower":
      call.arguments.first.flatMap { columnName($0.value) }
    default: nil
    }
  }

  private func text(of expression: SQLExpression) -> String? {
    switch expression.kind {
    case .literal(.string(let text)): text
    case .cast(let inner, _): text(of: inner)
    default: nil
    }
  }

  private static let nameColumns: Set<String> = [
    "table_name", "column_name", "constraint_name", "sequence_name", "schema_name",
    "routine_name", "trigger_name", "event_object_table", "tablename", "indexname", "viewname",
    "matviewname", "sequencename", "policyname", "relname", "typname", "conname", "conrelid",
    "nspname", "extname", "proname", "tgname", "tgrelid", "polname", "polrelid", "rolname",
    "usename", "attname", "attrelid", "enumlabel", "enumtypid", "pubname",
  ]

  private static let harmlessColumns: Set<String> = [
    "table_schema", "table_catalog", "schemaname", "constraint_schema", "routine_schema",
    "sequence_schema", "trigger_schema", "contype", "constraint_type", "relkind", "typtype",
    "attisdropped", "attnum", "relnamespace", "typnamespace", "connamespace", "pronamespace",
    "oid", "conrelid", "tgrelid", "attrelid", "enumtypid", "indexrelid", "indrelid", "table_type",
    "tgisinternal", "polrelid", "table_constraint_schema", "conname", "relname", "nspname",
  ]
}

extension CatalogQuery {
  /// The object that the query asks for; `nil` where that cannot be told.
  var objects: [SchemaObject]? {
    let table = values["table_name"] ?? values["tablename"] ?? values["event_object_table"]
    let relation = table ?? regclass ?? values["relname"]
    if let column = values["column_name"] ?? values["attname"] {
      return relation.map { [self.relation($0).part(.column, column)] }
    }
    if let label = values["enumlabel"] {
      let type = values["typname"] ?? values["enumtypid"]
      return type.map {
        [SchemaObject(.enumValue, schema: schema, owner: bare($0), name: label)]
      }
    }
    if let name = values["constraint_name"] ?? values["conname"] {
      return [part(.constraint, name, of: relation)]
    }
    if let name = values["tgname"] ?? values["trigger_name"] {
      return [part(.trigger, name, of: relation)]
    }
    if let name = values["policyname"] ?? values["polname"] {
      return [part(.policy, name, of: relation)]
    }
    return standalone ?? relation.map { [self.relation($0)] }
  }

  private var standalone: [SchemaObject]? {
    for column in ["indexname", "viewname", "matviewname", "sequencename", "sequence_name"] {
      if let name = values[column] { return [relation(name)] }
    }
    if let name = values["typname"] {
      return [SchemaObject(.type, schema: schema, name: name), relation(name)]
    }
    if let name = values["proname"] ?? values["routine_name"] {
      return [SchemaObject(.function, schema: schema, owner: "*", name: name)]
    }
    if values["relname"] == nil, let name = values["schema_name"] ?? values["nspname"],
      tables.contains("schemata") || tables.contains("pg_namespace")
    {
      return [SchemaObject(.schema, name: name)]
    }
    if let name = values["extname"] { return [SchemaObject(.extension, name: name)] }
    if let name = values["rolname"] ?? values["usename"] {
      return [SchemaObject(.role, name: name)]
    }
    return nil
  }

  /// `conrelid = 'orders'::regclass`.
  private var regclass: String? {
    values["conrelid"] ?? values["tgrelid"] ?? values["attrelid"] ?? values["polrelid"]
  }

  private var schema: String {
    values["table_schema"] ?? values["schemaname"] ?? values["nspname"]
      ?? values["constraint_schema"] ?? "public"
  }

  private func bare(_ name: String) -> String {
    ObjectName.reading(name)?.name.text ?? name
  }

  private func relation(_ name: String) -> SchemaObject {
    guard let read = ObjectName.reading(name), let schema = read.schema else {
      return .relation(bare(name), schema: schema)
    }
    return .relation(read.name.text, schema: schema.text)
  }

  /// Without a table, the part of whatever relation has it.
  private func part(
    _ namespace: SchemaObject.Namespace, _ name: String, of relation: String?
  ) -> SchemaObject {
    guard let relation else {
      return SchemaObject(namespace, schema: schema, owner: "*", name: name)
    }
    return self.relation(relation).part(namespace, name)
  }
}
