extension SQLWriter {
  /// Writes one option of a role; the names are those of the parser's definition elements.
  mutating func write(roleOption option: DefinitionOption) {
    if case .boolean(let isOn)? = option.value, let words = Self.roleFlags[option.name] {
      return word(isOn ? words : "NO\(words)")
    }
    switch option.name {
    case "password":
      word("PASSWORD")
      if let value = option.value { write(string: value.plainText) } else { word("NULL") }
    case "validUntil":
      word("VALID UNTIL")
      if let value = option.value { write(value) }
    case "connectionlimit":
      word("CONNECTION LIMIT")
      if let value = option.value { write(value) }
    case "rolemembers", "adminmembers", "addroleto":
      word(Self.roleLists[option.name])
      write(members: option.value)
    case "sysid":
      word("SYSID")
      if let value = option.value { write(value) }
    default: write(setting: option)
    }
  }

  /// Writes roles without parentheses.
  mutating func write(members value: OptionValue?) {
    guard case .list(let members)? = value else {
      if let value { write(value) }
      return
    }
    list(members) { $0.write($1) }
  }

  private static let roleFlags = [
    "superuser": "SUPERUSER", "createrole": "CREATEROLE", "createdb": "CREATEDB",
    "canlogin": "LOGIN", "inherit": "INHERIT", "isreplication": "REPLICATION",
    "bypassrls": "BYPASSRLS",
  ]

  private static let roleLists = [
    "rolemembers": "ROLE", "adminmembers": "ADMIN", "addroleto": "IN ROLE",
  ]
}
