/// The rules that ``GrammarGenerator`` makes SQLite's SQL of.
package enum SQLiteGrammar {
  package static let rules = words.merging(expressions) { first, _ in first }
    .merging(queries) { first, _ in first }.merging(definitions) { first, _ in first }
    .merging(changes) { first, _ in first }

  static let words = [
    "name": [
      "a", "b", "c", "t", "u", "\"q r\"", "[x y]", "`z`", "'s'", "key", "row", "action", "left",
      "first", "temp", "match", "replace", "indexed", "window", "over", "filter", "current",
      "partition", "always", "generated", "rowid", "é", "_x$1", "do", "end", "if", "cast", "with",
    ],
    "alias": ["k", "AS k", "AS <name>", "\"q\"", "'s'", "end", "window", "filter", "over", "k"],
    "table": ["t", "u", "main.t", "v", "<name>", "<name> . <name>"],
    "columns": ["( <name,> )"],
    "type": ["INT", "VARCHAR ( 10 )", "DECIMAL ( 5 , -2 )", "LONG TEXT", "\"odd\" 'type'", "KEY"],
    "direction": ["ASC", "DESC"],
    "resolution": ["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"],
    "notExists": ["IF NOT EXISTS"],
    "exists": ["IF EXISTS"],
    "literal": [
      "1", "NULL", "2.5", "'s'", "x'0A'", ".5", "1e3", "0x1F", "CURRENT_TIMESTAMP", "TRUE", "''",
    ],
  ]

  static let expressions = [
    "expr": [
      "<literal>", "a", "t . a", "main . t . b", "<name>", "?", "?3", ":p", "$p", "( <expr> )",
      "( <expr> , <expr,> )", "<expr> <binary> <expr>", "<expr> <binary> <expr>",
      "<expr> <binary> <expr>", "<unary> <expr>", "<expr> <postfix>", "<expr> COLLATE nocase",
      "<expr> BETWEEN <expr> AND <expr>", "<expr> NOT BETWEEN <expr> AND <expr>",
      "<expr> IN ( <expr,> )", "<expr> NOT IN ( <query> )", "<expr> IN ( )", "<expr> IN <table>",
      "<expr> IN json_each ( <expr,> )", "<expr> <like> <expr>", "<expr> LIKE <expr> ESCAPE <expr>",
      "CASE <expr?> <when> <when?> <else?> END", "CAST ( <expr> AS <type?> )", "<call>", "<call>",
      "( <query> )", "EXISTS ( <query> )", "NOT EXISTS ( <query> )", "RAISE ( IGNORE )",
      "RAISE ( ABORT , 'x' )",
    ],
    "binary": [
      "+", "-", "*", "/", "%", "||", "&", "|", "<<", ">>", "<", "<=", ">", ">=", "=", "==", "<>",
      "!=", "IS", "IS NOT", "IS DISTINCT FROM", "IS NOT DISTINCT FROM", "AND", "OR", "AND", "OR",
      "->", "->>",
    ],
    "unary": ["-", "+", "~", "NOT", "NOT"],
    "postfix": ["ISNULL", "NOTNULL", "NOT NULL", "IS NULL"],
    "like": ["LIKE", "NOT LIKE", "GLOB", "NOT GLOB", "REGEXP", "MATCH", "NOT MATCH"],
    "when": ["WHEN <expr> THEN <expr>"],
    "else": ["ELSE <expr>"],
    "call": [
      "abs ( <expr> )", "count ( * )", "max ( <expr,> )", "count ( DISTINCT <expr> )",
      "sum ( ALL <expr> ) <filter?> <over?>", "rank ( ) <over>", "count ( * ) <filter?> <over?>",
      "<name> ( <expr,> )",
    ],
    "filter": ["FILTER ( WHERE <expr> )"],
    "over": ["OVER w", "OVER ( <window> )", "OVER ( w <window> )", "OVER <name>"],
    "window": ["<partition?> <order?> <frame?>"],
    "partition": ["PARTITION BY <expr,>"],
    "frame": [
      "<unit> <start>", "<unit> BETWEEN <start> AND <finish>",
      "<unit> BETWEEN <start> AND <finish> EXCLUDE <excluded>", "<unit> <start> EXCLUDE <excluded>",
    ],
    "unit": ["ROWS", "RANGE", "GROUPS"],
    "start": ["UNBOUNDED PRECEDING", "CURRENT ROW", "<expr> PRECEDING", "<expr> FOLLOWING"],
    "finish": ["UNBOUNDED FOLLOWING", "CURRENT ROW", "<expr> PRECEDING", "<expr> FOLLOWING"],
    "excluded": ["NO OTHERS", "CURRENT ROW", "GROUP", "TIES"],
  ]

  static let queries = [
    "query": [
      "<select>", "VALUES ( <expr,> )", "<select> <order?> <limit?>",
      "<select> <compound> <select> <order?> <limit?>", "<select> <compound> VALUES ( <expr> )",
      "<with> <select> <order?>", "VALUES ( 1 ) , ( <expr> )",
      "<select> <compound> <select> <compound> <select> <limit?>",
    ],
    "with": [
      "WITH <common>", "WITH RECURSIVE <common,>", "WITH <common> , <common>",
    ],
    "common": [
      "k AS ( SELECT 1 )", "<name> <columns?> AS ( <query> )", "k AS MATERIALIZED ( <query> )",
      "l <columns?> AS NOT MATERIALIZED ( <query> )",
    ],
    "compound": ["UNION", "UNION ALL", "INTERSECT", "EXCEPT"],
    "select": [
      "SELECT <item>", "SELECT <item,> <from?> <where?>", "SELECT DISTINCT <item,> <from> <where?>",
      "SELECT <item,> <from> <where?> <group?> <windows?>", "SELECT ALL * <from>",
    ],
    "item": ["1", "<expr> <alias?>", "*", "t . *", "<expr>", "<name> . *"],
    "from": [
      "FROM t", "FROM <source>", "FROM <source> <joined>", "FROM <source> <joined> <joined?>",
    ],
    "source": [
      "t", "<table> <alias?>", "<table> <alias?> INDEXED BY ta", "t NOT INDEXED",
      "( <query> ) <alias?>",
      "( <source> <joined?> ) <alias?>", "json_each ( <expr,> ) <alias?>",
      "main . <name> ( <expr> )",
    ],
    "joined": [
      ", <source>", "JOIN <source> <on?>", "<join> JOIN <source> <on?>",
      "<join> JOIN <source> <on?>",
      ", <source> <on>", "<name> <name> JOIN <source>",
    ],
    "join": [
      "LEFT", "LEFT OUTER", "INNER", "CROSS", "NATURAL", "NATURAL LEFT OUTER", "RIGHT",
      "FULL OUTER",
      "OUTER", "LEFT INNER", "NATURAL CROSS", "left right", "OUTER LEFT NATURAL", "CROSS INNER",
    ],
    "on": ["ON <expr>", "USING ( <name,> )"],
    "where": ["WHERE <expr>"],
    "group": ["GROUP BY <expr,>", "GROUP BY <expr> HAVING <expr>", "HAVING <expr>"],
    "windows": ["WINDOW w AS ( <window> )", "WINDOW w AS ( <window> ) , <name> AS ( w <window> )"],
    "order": ["ORDER BY <key,>"],
    "key": [
      "a", "<expr> <direction?>", "<expr> <direction?> NULLS FIRST", "<expr> NULLS LAST",
      "<expr> COLLATE nocase <direction?>",
    ],
    "limit": ["LIMIT 1", "LIMIT <expr> OFFSET <expr>", "LIMIT <expr> , <expr>"],
  ]
}
