/// What the extensions that ship with PostgreSQL or are widely used bring along.
///
/// It serves to order `CREATE EXTENSION` before its use. What is not listed is not judged.
enum ExtensionContents {
  static func extensionWithType(_ name: String) -> String? { types[name] }

  static func extensionWithFunction(_ name: String) -> String? {
    functions[name] ?? (name.hasPrefix("st_") ? "postgis" : nil)
  }

  static func extensionWithOperatorClass(_ name: String) -> String? { operatorClasses[name] }

  private static let types: [String: String] = [
    "citext": "citext", "hstore": "hstore", "ltree": "ltree", "lquery": "ltree",
    "ltxtquery": "ltree", "geometry": "postgis", "geography": "postgis", "box2d": "postgis",
    "box3d": "postgis", "raster": "postgis_raster", "vector": "vector", "halfvec": "vector",
    "sparsevec": "vector", "cube": "cube", "seg": "seg", "isbn": "isn", "isbn13": "isn",
    "ean13": "isn", "issn": "isn", "earth": "earthdistance", "semver": "semver",
  ]

  private static let functions: [String: String] = [
    "uuid_generate_v1": "uuid-ossp", "uuid_generate_v1mc": "uuid-ossp",
    "uuid_generate_v3": "uuid-ossp", "uuid_generate_v4": "uuid-ossp",
    "uuid_generate_v5": "uuid-ossp", "uuid_nil": "uuid-ossp", "digest": "pgcrypto",
    "hmac": "pgcrypto", "crypt": "pgcrypto", "gen_salt": "pgcrypto",
    "gen_random_bytes": "pgcrypto", "pgp_sym_encrypt": "pgcrypto",
    "pgp_sym_decrypt": "pgcrypto", "similarity": "pg_trgm", "word_similarity": "pg_trgm",
    "show_trgm": "pg_trgm", "unaccent": "unaccent", "levenshtein": "fuzzystrmatch",
    "soundex": "fuzzystrmatch", "metaphone": "fuzzystrmatch", "crosstab": "tablefunc",
    "ll_to_earth": "earthdistance", "earth_distance": "earthdistance",
    "create_hypertable": "timescaledb", "moddatetime": "moddatetime", "hstore": "hstore",
  ]

  private static let operatorClasses: [String: String] = [
    "gin_trgm_ops": "pg_trgm", "gist_trgm_ops": "pg_trgm", "vector_l2_ops": "vector",
    "vector_cosine_ops": "vector", "vector_ip_ops": "vector", "vector_l1_ops": "vector",
    "halfvec_l2_ops": "vector", "halfvec_cosine_ops": "vector", "gist_ltree_ops": "ltree",
    "gin_hstore_ops": "hstore", "gist_hstore_ops": "hstore", "citext_ops": "citext",
    "gist_geometry_ops_2d": "postgis", "gin__int_ops": "intarray",
  ]
}
