extension SQLiteGrammar {
  static let definitions = [
    "statement": [
      "<query>", "CREATE TABLE x ( <column,> )",
      "CREATE <temp?> TABLE <notExists?> x ( <column,> ) <options?>",
      "CREATE TABLE x ( <column,> , <constraint> <constraint?> ) <options?>",
      "CREATE TABLE x ( <column> , <constraint,> )", "CREATE TABLE x AS <query>",
      "CREATE <temp?> VIEW <notExists?> x <columns?> AS <query>",
      "CREATE <unique?> INDEX <notExists?> x ON t ( <key,> ) <where?>", "<trigger>", "<trigger>",
      "CREATE VIRTUAL TABLE <notExists?> x USING fts5 ( <argument,> )",
      "ALTER TABLE t <alteration>",
      "DROP <kind> <exists?> <table>", "<insert>", "<insert>", "<update>", "<update>", "<delete>",
      "<session>", "EXPLAIN <query>", "EXPLAIN QUERY PLAN <update>",
    ],
    "temp": ["TEMP", "TEMPORARY"],
    "unique": ["UNIQUE"],
    "kind": ["TABLE", "VIEW", "INDEX", "TRIGGER"],
    "options": [
      "STRICT", "WITHOUT ROWID", "STRICT , WITHOUT ROWID", ", STRICT", "WITHOUT rowid , strict",
    ],
    "column": ["a", "<name> <type?> <rule?> <rule?> <rule?>", "<name> <type?> <rule?>"],
    "rule": [
      "NOT NULL", "PRIMARY KEY <direction?> <conflict?>", "INTEGER PRIMARY KEY AUTOINCREMENT",
      "UNIQUE <conflict?>", "NOT NULL <conflict?>", "NULL", "CHECK ( <expr> )", "DEFAULT <literal>",
      "DEFAULT ( <expr> )", "DEFAULT -1", "DEFAULT + 2.5", "DEFAULT <name>", "COLLATE nocase",
      "<reference>", "CONSTRAINT <name> NOT NULL", "GENERATED ALWAYS AS ( <expr> ) STORED",
      "AS ( <expr> )", "AS ( <expr> ) VIRTUAL", "CONSTRAINT <name>", "DEFERRABLE", "COLLATE <name>",
    ],
    "reference": [
      "REFERENCES u", "REFERENCES <name> ( <name> ) <action?> <action?> <deferral?>",
      "REFERENCES u MATCH <name> <action?>",
    ],
    "action": [
      "ON DELETE CASCADE", "ON UPDATE SET NULL", "ON DELETE SET DEFAULT", "ON UPDATE RESTRICT",
      "ON DELETE NO ACTION", "ON INSERT CASCADE",
    ],
    "deferral": [
      "DEFERRABLE", "NOT DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED",
      "NOT DEFERRABLE INITIALLY IMMEDIATE",
    ],
    "conflict": ["ON CONFLICT <resolution>"],
    "constraint": [
      "PRIMARY KEY ( <key,> ) <conflict?>", "UNIQUE ( <key,> ) <conflict?>",
      "CHECK ( <expr> ) <conflict?>",
      "FOREIGN KEY ( <name,> ) <reference>", "CONSTRAINT <name> CHECK ( <expr> )",
      "CONSTRAINT <name> UNIQUE ( <name> )", "PRIMARY KEY ( a AUTOINCREMENT )",
    ],
    "argument": ["a", "tokenize = 'x'", "<expr>", "( <expr> )", ";"],
    "alteration": [
      "RENAME TO <name>", "RENAME COLUMN a TO <name>", "RENAME b TO <name>", "ADD COLUMN <column>",
      "ADD <column>", "DROP COLUMN <name>", "DROP c",
    ],
    "trigger": [
      "CREATE <temp?> TRIGGER <notExists?> x <time?> <event> ON t <each?> <condition?> BEGIN <step> <step?> END",
      "CREATE TRIGGER x AFTER INSERT ON t BEGIN <step> <step?> <step?> END",
    ],
    "time": ["BEFORE", "AFTER", "INSTEAD OF"],
    "event": ["INSERT", "DELETE", "UPDATE", "UPDATE OF a , b", "UPDATE OF <name,>"],
    "each": ["FOR EACH ROW"],
    "condition": ["WHEN <expr>"],
    "step": [
      "SELECT 1 ;", "<query> ;", "<insert> ;", "<update> ;", "<delete> ;", "<plainInsert> ;",
    ],
    "plainInsert": [
      "INSERT INTO t <columns?> <query> <upsert?>", "REPLACE INTO u VALUES ( <expr,> )",
    ],
    "session": [
      "BEGIN", "BEGIN IMMEDIATE", "COMMIT TRANSACTION <name?>", "ROLLBACK TO SAVEPOINT <name>",
      "SAVEPOINT <name>", "RELEASE <name>", "PRAGMA <name>", "PRAGMA main . <name> = <name>",
      "PRAGMA <name> ( <literal> )", "PRAGMA <name> = -1", "ATTACH <expr> AS <expr>",
      "DETACH <name>",
      "VACUUM <name?>", "VACUUM INTO <expr>", "REINDEX <table?>", "ANALYZE <table?>",
      "ATTACH DATABASE <expr> AS <expr> KEY <expr>", "END TRANSACTION", "RELEASE SAVEPOINT <name>",
    ],
  ]

  static let changes = [
    "insert": [
      "INSERT INTO t VALUES ( <expr,> )",
      "<with?> INSERT <or?> INTO t <columns?> <query> <upsert?> <returning?>",
      "REPLACE INTO u <columns?> VALUES ( <expr,> ) <returning?>",
      "INSERT INTO t DEFAULT VALUES <returning?>",
      "INSERT INTO u AS k ( id ) VALUES ( <expr> ) <upsert> <returning?>",
      "INSERT INTO u SELECT * FROM u <upsert?>",
    ],
    "or": ["OR <resolution>"],
    "upsert": [
      "ON CONFLICT DO NOTHING", "ON CONFLICT ( <key,> ) <where?> DO NOTHING <upsert?>",
      "ON CONFLICT ( id ) DO UPDATE SET <assignment,> <where?> <upsert?>",
      "ON CONFLICT DO UPDATE SET <assignment,> <where?>",
    ],
    "assignment": [
      "a = 1", "<name> = <expr>", "( <name,> ) = <expr>", "n == <expr>", "( a , b ) = ( <query> )",
    ],
    "returning": ["RETURNING *", "RETURNING <item,>"],
    "update": [
      "UPDATE t SET <assignment,>", "UPDATE t SET <assignment,> <where?>",
      "<with?> UPDATE <or?> <table> SET <assignment,> <from?> <where?> <returning?> <order?> <limit?>",
      "UPDATE main . t AS k INDEXED BY ta SET <assignment> <where>",
      "UPDATE t NOT INDEXED SET <assignment>",
    ],
    "delete": [
      "DELETE FROM t", "<with?> DELETE FROM <table> <where?> <returning?> <order?> <limit?>",
      "DELETE FROM t AS k NOT INDEXED <where?>",
    ],
  ]
}
