/// When a trigger or rule fires.
package enum TriggerState: String, Hashable, Sendable {
  case enabled = "ENABLE"
  case disabled = "DISABLE"
  case always = "ENABLE ALWAYS"
  case replica = "ENABLE REPLICA"
}

/// Row level security of a table.
package enum RowSecurity: String, Hashable, Sendable {
  case enable = "ENABLE"
  case disable = "DISABLE"
  case force = "FORCE"
  case noForce = "NO FORCE"
}

/// How a partition is detached.
package enum DetachMode: String, Hashable, Sendable {
  case plain = ""
  case concurrently = "CONCURRENTLY"
  case finalize = "FINALIZE"
}
