import HashTreeCollections
import SQLSyntax

extension KnownExtensions {
  /// Functions that the installed extensions bring under a name.
  static func functions(
    _ name: String, where isVisible: (InstalledExtension) -> Bool, in catalog: Catalog
  ) -> [Candidate] {
    catalog.extensions.values.filter(isVisible).flatMap { installed in
      (signatures[installed.name] ?? []).filter { $0.name == name }.map(candidate)
    }
  }

  private static func candidate(_ function: BuiltinFunction) -> Candidate {
    Candidate(
      arguments: function.arguments.map { .builtin($0) }, result: .builtin(function.result),
      volatility: Volatility(letter: function.volatility), function: function,
      isSet: function.returnsSet)
  }

  private static let signatures: [String: [BuiltinFunction]] = table.mapValues { list in
    list.split(whereSeparator: \.isWhitespace).compactMap { BuiltinFunctions.parse($0) }
  }

  private static let table = [
    "uuid-ossp": """
    uuid_generate_v1()uuid:v uuid_generate_v1mc()uuid:v uuid_generate_v4()uuid:v
    uuid_generate_v3(uuid,text)uuid:i uuid_generate_v5(uuid,text)uuid:i uuid_nil()uuid:i
    uuid_ns_dns()uuid:i uuid_ns_url()uuid:i uuid_ns_oid()uuid:i uuid_ns_x500()uuid:i
    """,
    "pgcrypto": """
    digest(text,text)bytea:i digest(bytea,text)bytea:i hmac(text,text,text)bytea:i
    hmac(bytea,bytea,text)bytea:i crypt(text,text)text:i gen_salt(text)text:v
    gen_salt(text,int4)text:v gen_random_bytes(int4)bytea:v gen_random_uuid()uuid:v
    """,
    "pg_trgm": """
    similarity(text,text)float4:i show_trgm(text)_text:i word_similarity(text,text)float4:i
    strict_word_similarity(text,text)float4:i set_limit(float4)float4:v show_limit()float4:s
    """,
    "unaccent": "unaccent(regdictionary,text)text:s unaccent(text)text:s",
    "fuzzystrmatch": """
    levenshtein(text,text)int4:i metaphone(text,int4)text:i soundex(text)text:i
    text_soundex(text)text:i difference(text,text)int4:i dmetaphone(text)text:i
    dmetaphone_alt(text)text:i
    """,
  ]
}
