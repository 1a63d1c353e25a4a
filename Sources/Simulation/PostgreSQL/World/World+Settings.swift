import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension World {
  mutating func set(_ setting: VariableSetting, _ core: inout SessionCore) -> Step {
    let isReset = setting.value == .reset
    let tag = isReset ? "RESET" : "SET"
    guard let name = setting.name else {
      core.settings.resetAll()
      apply(core.settings, to: &core.state)
      return .done(Reply(tag: tag))
    }
    if case .words(let words) = setting.value { return set(words, name, &core) }
    if ["role", "session_authorization"].contains(name) {
      return Self.unmodelled("Another role is not modelled")
    }
    if name == "constraints" { return Self.unmodelled("SET CONSTRAINTS in this form") }
    let value: SettingValue?
    switch setting.value {
    case .defaultValue, .reset:
      if SettingDefinition.all[name] == nil, core.settings[name] == nil {
        return Self.unmodelled("The setting \(name) is not modelled")
      }
      value = nil
    case .values(let values):
      do throws(SettingProblem) {
        value = try read(values, name)
      } catch {
        switch error {
        case .refused(let refusal): return .failed(refusal)
        case .unmodelled(let reason): return Self.unmodelled(reason)
        }
      }
    default: return Self.unmodelled("This form of SET is not modelled")
    }
    return store(value, name, isLocal: setting.isLocal, tag, &core)
  }

  private func read(
    _ values: [SQLExpression], _ name: String
  ) throws(SettingProblem) -> SettingValue {
    if let definition = SettingDefinition.all[name] {
      return try definition.read(values, name: definition.displayName)
    }
    if name.contains(".") {
      let definition = SettingDefinition(displayName: name, kind: .text, initial: nil)
      return try definition.read(values, name: name)
    }
    throw .unmodelled("The setting \(name) is not modelled")
  }

  private mutating func store(
    _ value: SettingValue?, _ name: String, isLocal: Bool, _ tag: String,
    _ core: inout SessionCore
  ) -> Step {
    guard isLocal, core.transaction == nil else {
      core.settings.set(name, value, isLocal: isLocal)
      apply(core.settings, to: &core.state)
      return .done(Reply(tag: tag))
    }
    return .done(
      .warning(
        tag, .noActiveSQLTransaction, "SET LOCAL can only be used in transaction blocks"))
  }

  private mutating func set(
    _ words: String, _ name: String, _ core: inout SessionCore
  ) -> Step {
    let modes = words.split(separator: ",").map { $0.trimmingBlanks }
    switch name {
    case "transaction":
      guard core.transaction != nil else {
        return .done(
          .warning(
            "SET", .noActiveSQLTransaction,
            "SET TRANSACTION can only be used in transaction blocks"))
      }
      for mode in modes {
        if let problem = set(mode, &core) { return problem }
      }
    case "session characteristics":
      for mode in modes {
        if mode.hasPrefix("ISOLATION LEVEL ") {
          let level = String(mode.dropFirst(16)).asciiLowercased()
          core.settings.set(
            "default_transaction_isolation", SettingValue(text: level), isLocal: false)
        } else if mode == "READ ONLY" || mode == "READ WRITE" {
          core.settings.set(
            "default_transaction_read_only",
            SettingValue(text: mode == "READ ONLY" ? "on" : "off"), isLocal: false)
        }
      }
    default: return Self.unmodelled("This form of SET is not modelled")
    }
    return .done(Reply(tag: "SET"))
  }

  /// What of the settings the model's transitions look at.
  func apply(_ settings: SettingStore, to state: inout SessionState) {
    state.searchPath = settings["search_path"]?.names ?? initialState.searchPath
    state.timeZone = settings["timezone"]?.text ?? initialState.timeZone
    state.checksFunctionBodies =
      settings["check_function_bodies"].map { $0.text == "on" }
      ?? initialState.checksFunctionBodies
  }

  func show(_ name: String, _ core: SessionCore) -> Step {
    let lowered = name.asciiLowercased()
    let reply = { (column: String, text: String) in
      Step.done(Reply(tag: "SHOW", columns: [column], rows: [[.text(text)]]))
    }
    switch lowered {
    case "transaction_isolation":
      let level =
        core.transaction?.isolation.rawValue
        ?? core.settings["default_transaction_isolation"]?.text ?? "read committed"
      return reply(lowered, level)
    case "transaction_read_only":
      let isReadOnly =
        core.transaction?.isReadOnly
        ?? (core.settings["default_transaction_read_only"]?.text == "on")
      return reply(lowered, isReadOnly ? "on" : "off")
    default: break
    }
    let definition = SettingDefinition.all[lowered]
    guard let text = core.settings[lowered]?.text ?? definition?.initial else {
      return Self.unmodelled("The setting \(name) is not modelled")
    }
    return reply(definition?.displayName ?? lowered, text)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
