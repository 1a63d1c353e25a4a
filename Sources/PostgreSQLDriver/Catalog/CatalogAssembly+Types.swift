import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension CatalogAssembly {
  /// A type with what `atttypmod` says of it.
  func dataType(_ number: Int, modifier: Int = -1) -> DataType {
    guard let type = typesByNumber[number] else {
      return DataType(reference: .unknown(ObjectName(name: "?")))
    }
    if type.element != 0 {
      var element = dataType(type.element, modifier: modifier)
      element.arrayDimensions = 1
      return element
    }
    var result = DataType(reference: type.reference)
    guard case .builtin(let name) = type.reference, modifier >= 0 else { return result }
    if type.isInterval {
      result.intervalFields = Self.intervalFields((modifier >> 16) & 0x7FFF)
      if modifier & 0xFFFF != 0xFFFF { result.modifiers = [modifier & 0xFFFF] }
    } else {
      result.modifiers = Self.modifiers(modifier, of: name)
    }
    return result
  }

  /// Lengths and numeric's precision are kept with four bytes of a header on top.
  private static func modifiers(_ modifier: Int, of type: String) -> [Int] {
    switch type {
    case "varchar", "bpchar": return [modifier - 4]
    case "numeric":
      let scale = (modifier - 4) & 0x7FF
      return [((modifier - 4) >> 16) & 0xFFFF, scale > 1000 ? scale - 2048 : scale]
    default: return [modifier]
    }
  }

  /// Source: PostgreSQL 15, `datetime.h`: the bits of the fields.
  private static func intervalFields(_ mask: Int) -> String? {
    let names = [
      (2, "YEAR"), (1, "MONTH"), (3, "DAY"), (10, "HOUR"), (11, "MINUTE"), (12, "SECOND"),
    ]
    if mask == 0x7FFF { return nil }
    let fields = names.filter { mask & (1 << $0.0) != 0 }.map(\.1)
    guard let first = fields.first, let last = fields.last else { return nil }
    return first == last ? first : "\(first) TO \(last)"
  }

  mutating func addTypes() {
    for row in ownTypes.sorted(by: { $0.number(0) < $1.number(0) }) {
      catalog.add(
        UserType(
          id: required("pg_type", row.number(0)), schema: required("pg_namespace", row.number(2)),
          name: Identifier(row.text(1)), form: form(of: row), owner: row.text(7)))
    }
  }

  private mutating func form(of row: CatalogRow) -> TypeForm {
    switch row.text(4) {
    case "e": return .enumeration(row.words(14))
    case "d":
      return .domain(
        Domain(
          base: dataType(row.number(8), modifier: row.number(9)), isNotNull: row.flag(10),
          defaultValue: expression(row.optionalText(11), of: row.text(1)),
          collation: row.optionalText(13).map { ObjectName(name: Identifier($0)) }))
    case "c": return .composite(attributes(of: row.number(5), name: row.text(1)))
    case "r": return .range(subtype: dataType(row.number(15)))
    default: return .opaque
    }
  }

  /// Columns of a relation by number, those that were dropped among them.
  mutating func attributes(of relation: Int, name: String) -> [Column] {
    (columnsByRelation[relation] ?? []).map { column($0, of: name) }
  }

  private mutating func column(_ row: CatalogRow, of relation: String) -> Column {
    var column = Column(name: Identifier(row.text(2)))
    column.isDropped = row.flag(6)
    if column.isDropped { return column }
    column.type = dataType(row.number(3), modifier: row.number(4))
    column.isNotNull = row.flag(5)
    column.isInherited = row.number(9) > 0
    column.collation = row.optionalText(10).map { ObjectName(name: Identifier($0)) }
    if let storage = Self.storages[row.text(11)] { column.storageSettings["storage"] = storage }
    if let method = ["p": "pglz", "l": "lz4"][row.text(12)] {
      column.storageSettings["compression"] = method
    }
    if row.number(13) >= 0, row.values[13] != .null {
      column.storageSettings["statistics"] = String(row.number(13))
    }
    addDefault(of: row, to: &column, of: relation)
    return column
  }

  private static let storages = [
    "p": "PLAIN", "e": "EXTERNAL", "m": "MAIN", "x": "EXTENDED",
  ]

  private mutating func addDefault(
    of row: CatalogRow, to column: inout Column, of relation: String
  ) {
    guard let id = identity("pg_attrdef", row.number(14)),
      let stored = expression(row.optionalText(15), of: "\(relation).\(row.text(2))")
    else { return }
    if let table = identity("pg_class", row.number(0)) {
      catalog.columnDefaults[id] = ObjectAddress(object: table, column: row.number(1))
    }
    column.defaultObject = id
    if row.text(8) == "s" {
      column.generation = Generation(expression: stored, isStored: true)
    } else {
      column.defaultValue = stored
    }
  }
}
