/// The queries that read a schema: one for each kind of object, however many objects there are.
///
/// Lists come as texts with commas between numbers, and with the unit separator between words.
/// Source: PostgreSQL 15, chapter 53, "System Catalogs".
enum CatalogQueries {
  /// Schemas of the user, and the session's own for temporary objects.
  private static let schemaCondition = """
    (n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' OR n.oid = pg_my_temp_schema())
    """

  /// What belongs to an extension is the extension's.
  private static func isOwn(_ catalog: String, _ identity: String) -> String {
    """
    NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '\(catalog)'::regclass
      AND x.objid = \(identity) AND x.deptype = 'e')
    """
  }

  static let schemas = """
    SELECT n.oid::int8, CASE WHEN n.oid = pg_my_temp_schema() THEN 'pg_temp' ELSE nspname::text END,
      pg_get_userbyid(nspowner)::text
    FROM pg_namespace n WHERE \(schemaCondition) AND \(isOwn("pg_namespace", "n.oid"))
    """

  static let relations = """
    SELECT c.oid::int8, c.relnamespace::int8, c.relname::text, c.relkind::text,
      c.relpersistence::text, pg_get_userbyid(c.relowner)::text, c.relrowsecurity,
      c.relforcerowsecurity, array_to_string(c.reloptions, E'\\x1f'), c.relispopulated,
      t.spcname::text,
      (SELECT string_agg(inhparent::text, ',' ORDER BY inhseqno) FROM pg_inherits
        WHERE inhrelid = c.oid),
      CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
      pg_get_expr(c.relpartbound, c.oid),
      CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, c.reltype::int8
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
    WHERE \(schemaCondition) AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f')
      AND \(isOwn("pg_class", "c.oid"))
    """

  static let columns = """
    SELECT a.attrelid::int8, a.attnum, a.attname::text, a.atttypid::int8, a.atttypmod, a.attnotnull,
      a.attisdropped, a.attidentity::text, a.attgenerated::text, a.attinhcount,
      CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END,
      CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END,
      a.attcompression::text, a.attstattarget, d.oid::int8, pg_get_expr(d.adbin, d.adrelid)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE \(schemaCondition) AND c.relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND a.attnum > 0
    ORDER BY a.attrelid, a.attnum
    """

  static let constraints = """
    SELECT c.oid::int8, c.conname::text, c.contype::text, c.conrelid::int8, c.contypid::int8,
      c.conindid::int8, c.confrelid::int8, array_to_string(c.conkey, ','),
      array_to_string(c.confkey, ','), c.confupdtype::text, c.confdeltype::text,
      array_to_string(c.confdelsetcols, ','), c.confmatchtype::text, c.condeferrable, c.condeferred,
      c.convalidated, c.connoinherit, pg_get_expr(c.conbin, c.conrelid),
      (SELECT string_agg(o.oprname, E'\\x1f' ORDER BY u.place)
        FROM unnest(c.conexclop) WITH ORDINALITY u(operator, place)
          JOIN pg_operator o ON o.oid = u.operator)
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE \(schemaCondition) AND c.contype IN ('p', 'u', 'c', 'f', 'x', 't')
    """

  static let indexes = """
    SELECT i.indexrelid::int8, c.relnamespace::int8, c.relname::text, i.indrelid::int8,
      i.indisunique, i.indisprimary, i.indnullsnotdistinct, m.amname::text,
      pg_get_expr(i.indpred, i.indrelid), i.indisvalid, array_to_string(c.reloptions, E'\\x1f'),
      t.spcname::text,
      (SELECT max(k.oid)::int8 FROM pg_constraint k WHERE k.conindid = i.indexrelid
        AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x'))
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am m ON m.oid = c.relam
      LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
    WHERE \(schemaCondition) AND \(isOwn("pg_class", "c.oid"))
    """

  static let indexKeys = """
    SELECT i.indexrelid::int8, k, i.indkey[k - 1]::int4, k > i.indnkeyatts,
      CASE WHEN i.indkey[k - 1] = 0 THEN pg_get_indexdef(i.indexrelid, k, false) END,
      i.indoption[k - 1]::int4, CASE WHEN NOT o.opcdefault THEN o.opcname::text END,
      CASE WHEN i.indcollation[k - 1] <> coalesce(a.attcollation, t.typcollation)
        THEN l.collname::text END
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL generate_series(1, i.indnatts) k
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k - 1]
        AND a.attnum > 0
      LEFT JOIN pg_attribute own ON own.attrelid = i.indexrelid AND own.attnum = k
      LEFT JOIN pg_type t ON t.oid = own.atttypid
      LEFT JOIN pg_opclass o ON o.oid = i.indclass[k - 1]
      LEFT JOIN pg_collation l ON l.oid = i.indcollation[k - 1]
    WHERE \(schemaCondition) ORDER BY i.indexrelid, k
    """

  static let sequences = """
    SELECT s.seqrelid::int8, t.typname::text, s.seqincrement, s.seqmin, s.seqmax, s.seqstart,
      s.seqcache, s.seqcycle, d.refobjid::int8, d.refobjsubid, d.deptype::text
    FROM pg_sequence s JOIN pg_type t ON t.oid = s.seqtypid
      LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
        AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
    """
}

extension CatalogQueries {
  /// All types, those of the server too, because columns refer to them.
  static let types = """
    SELECT t.oid::int8, t.typname::text, t.typnamespace::int8, n.nspname = 'pg_catalog',
      t.typtype::text, t.typrelid::int8,
      CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem::int8 ELSE 0 END,
      pg_get_userbyid(t.typowner)::text, t.typbasetype::int8, t.typtypmod, t.typnotnull,
      pg_get_expr(t.typdefaultbin, 0), t.typdefault,
      CASE WHEN t.typtype = 'd' AND t.typcollation <> b.typcollation THEN l.collname::text END,
      (SELECT string_agg(e.enumlabel, E'\\x1f' ORDER BY e.enumsortorder) FROM pg_enum e
        WHERE e.enumtypid = t.oid),
      r.rngsubtype::int8, \(isOwn("pg_type", "t.oid"))
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      LEFT JOIN pg_type b ON b.oid = t.typbasetype
      LEFT JOIN pg_collation l ON l.oid = t.typcollation
      LEFT JOIN pg_range r ON r.rngtypid = t.oid
    """

  static let routines = """
    SELECT p.oid::int8, p.pronamespace::int8, p.proname::text, p.prokind::text,
      array_to_string(p.proargtypes::oid[], ','), p.prorettype::int8, p.proretset, l.lanname::text,
      p.provolatile::text, pg_get_userbyid(p.proowner)::text,
      CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) END
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_language l ON l.oid = p.prolang
    WHERE \(schemaCondition) AND \(isOwn("pg_proc", "p.oid"))
    """

  static let triggers = """
    SELECT t.oid::int8, t.tgrelid::int8, t.tgname::text, t.tgfoid::int8, t.tgenabled::text,
      pg_get_triggerdef(t.oid)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE \(schemaCondition) AND NOT t.tgisinternal
    """

  static let policies = """
    SELECT p.oid::int8, p.polrelid::int8, p.polname::text, p.polcmd::text, p.polpermissive,
      (SELECT string_agg(CASE WHEN r = 0 THEN 'public' ELSE pg_get_userbyid(r)::text END, E'\\x1f')
        FROM unnest(p.polroles) r),
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE \(schemaCondition)
    """

  static let comments = """
    SELECT d.classoid::regclass::text, d.objoid::int8, d.objsubid, d.description
    FROM pg_description d LEFT JOIN pg_namespace n ON d.classoid = 'pg_namespace'::regclass
      AND n.oid = d.objoid
    WHERE d.objoid >= 16384
      OR n.nspname = 'public' AND d.description <> 'standard public schema'
    """

  static let extensions = """
    SELECT e.extname::text, e.extnamespace::int8, e.extversion FROM pg_extension e
    """

  static let dependencies = """
    SELECT classid::regclass::text, objid::int8, objsubid, refclassid::regclass::text,
      refobjid::int8, refobjsubid, deptype::text
    FROM pg_depend WHERE deptype IN ('n', 'a', 'i', 'P', 'S') AND objid >= 16384
    ORDER BY classid, objid, objsubid, refclassid, refobjid, refobjsubid
    """

  /// A rewrite rule stands for its view, a default for its column.
  static let rules = """
    SELECT r.oid::int8, r.ev_class::int8 FROM pg_rewrite r WHERE r.oid >= 16384
    """
}
