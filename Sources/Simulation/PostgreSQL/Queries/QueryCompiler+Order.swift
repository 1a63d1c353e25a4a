import DatabaseModel

/// A row of a result with the values it is ordered by.
struct SortableRow {
  var row: [Datum]
  var keys: [Datum]
}

/// Compares rows by their sort keys.
struct SortOrder {
  struct Key {
    var compare: ValueOrder.Comparison
    var isDescending: Bool
    var nullsFirst: Bool
  }

  var keys: [Key]

  func compare(_ first: [Datum], _ second: [Datum]) -> Int {
    for (index, key) in keys.enumerated() {
      let (one, other) = (first[index], second[index])
      if one.isNull || other.isNull {
        if one.isNull, other.isNull { continue }
        return one.isNull == key.nullsFirst ? -1 : 1
      }
      let order = key.compare(one, other)
      if order != 0 { return key.isDescending ? -order : order }
    }
    return 0
  }

  /// Sorts, equal rows in the order in which they came, and says whether none were equal.
  func sort(_ rows: [SortableRow]) -> (rows: [[Datum]], isTotal: Bool) {
    let sorted = rows.enumerated().sorted { first, second in
      let order = compare(first.element.keys, second.element.keys)
      return order == 0 ? first.offset < second.offset : order < 0
    }
    let isTotal = zip(sorted, sorted.dropFirst()).allSatisfy {
      compare($0.element.keys, $1.element.keys) != 0 || $0.element.row == $1.element.row
    }
    return (sorted.map(\.element.row), isTotal)
  }
}

extension QueryCompiler {
  func sortOrder(
    _ keys: [AnalyzedSortKey], _ columns: [AnalyzedColumn]
  ) throws(EvaluationFailure) -> SortOrder {
    var result: [SortOrder.Key] = []
    for key in keys {
      let type: DataType
      switch key.value {
      case .output(let index): type = columns[index].type
      case .expression(let tree): type = tree.type
      }
      guard let compare = ValueOrder(reader: context.reader).comparison(of: type) else {
        throw .unmodelled("The order of this type is not modelled")
      }
      result.append(
        SortOrder.Key(
          compare: compare, isDescending: key.isDescending, nullsFirst: key.nullsFirst))
    }
    return SortOrder(keys: result)
  }

  /// Rows sorted by output columns.
  func sorted(
    _ body: @escaping (Frame?) throws(EvaluationFailure) -> [[Datum]], _ query: AnalyzedQuery
  ) throws(EvaluationFailure) -> (Frame?) throws(EvaluationFailure) -> QueryRows {
    if query.orderBy.isEmpty {
      return { outer throws(EvaluationFailure) in QueryRows(rows: try body(outer)) }
    }
    var places: [Int] = []
    for key in query.orderBy {
      guard case .output(let index) = key.value else {
        throw .unmodelled("ORDER BY an expression over a set operation")
      }
      places.append(index)
    }
    let order = try sortOrder(query.orderBy, query.columns)
    return { outer throws(EvaluationFailure) in
      let rows = try body(outer).map { row in
        SortableRow(row: row, keys: places.map { row[$0] })
      }
      let (sorted, isTotal) = order.sort(rows)
      return QueryRows(rows: sorted, isOrdered: isTotal)
    }
  }

  /// Cuts rows by OFFSET and LIMIT.
  static func cut(
    _ result: inout QueryRows, _ limit: Datum?, _ offset: Datum?
  ) throws(EvaluationFailure) {
    var first = 0
    if case .integer(let number)? = offset {
      if number < 0 { throw .refuse("2201X", "OFFSET must not be negative") }
      first = Int(min(number, Int64(result.rows.count)))
    }
    var last = result.rows.count
    if case .integer(let number)? = limit {
      if number < 0 { throw .refuse("2201W", "LIMIT must not be negative") }
      last = min(last, first + Int(min(number, Int64(result.rows.count))))
    }
    if first == 0, last == result.rows.count { return }
    let isEmpty = first >= last
    if !isEmpty, !result.isOrdered { result.isDetermined = false }
    result.rows = isEmpty ? [] : Array(result.rows[first..<last])
  }
}
