import HashTreeCollections
import SQLSyntax

extension String {
  /// The name as PostgreSQL writes it in messages: in quotes where it must have them.
  package var quotedPostgreSQLName: String {
    let isPlain =
      !isEmpty && utf8.first.map { !($0 >= 0x30 && $0 <= 0x39) } == true
      && utf8.allSatisfy {
        $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F
      }
    if isPlain, !PostgreSQLKeywords.words.contains(self) { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

/// Words that cannot stand as a name everywhere.
enum PostgreSQLKeywords {
  static let words = Set(table.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let table = """
    all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
    boolean both case cast char character check coalesce collate collation column concurrently
    constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user dec decimal default deferrable desc distinct do else end
    except exists extract false fetch float for foreign freeze from full grant greatest group
    grouping having ilike in initially inner inout int integer intersect interval into is isnull
    join lateral leading least left like limit localtime localtimestamp national natural nchar
    none normalize not notnull null nullif numeric offset on only or order out outer overlaps
    overlay placing position precision primary real references returning right row select
    session_user setof similar smallint some substring symmetric table tablesample then time
    timestamp to trailing treat trim true union unique user using values varchar variadic verbose
    when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces
    xmlparse xmlpi xmlroot xmlserialize xmltable
    """
}
