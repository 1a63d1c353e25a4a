extension SQLWriter {
  mutating func write(_ view: CreateView) {
    word("CREATE")
    word("OR REPLACE", if: view.orReplace)
    word(view.persistence.rawValue)
    word("RECURSIVE", if: view.isRecursive)
    word(view.isMaterialized && isPostgreSQL ? "MATERIALIZED VIEW" : "VIEW")
    word("IF NOT EXISTS", if: view.ifNotExists)
    write(view.name)
    write(columns: view.columns)
    write(keyword: "USING", view.accessMethod)
    write(keyword: "WITH", options: view.options)
    write(keyword: "TABLESPACE", view.tablespace)
    word("AS")
    let breaks = breaksClauses
    if breaks { newline() }
    write(view.query)
    if let option = view.checkOption { clause("WITH \(option) CHECK OPTION", breaks: breaks) }
    if view.isWithoutData { clause("WITH NO DATA", breaks: breaks) }
  }

  mutating func write(_ refresh: RefreshMaterializedView) {
    word("REFRESH MATERIALIZED VIEW")
    word("CONCURRENTLY", if: refresh.isConcurrent)
    write(refresh.name)
    word("WITH NO DATA", if: refresh.isWithoutData)
  }
}
