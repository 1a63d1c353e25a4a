import DatabaseModel
import Engines
import PropertyTesting
import SQLSyntax

/// A sequence while it is drawn: the sessions it runs on, and what they know.
struct SequenceRun {
  private let settings: SequenceSettings
  private let profile: DrawingProfile
  private let rules: [StatementRule]
  private var lanes: [Lane] = []
  private var lane = 0
  /// Whether the session accepted the last statement.
  private(set) var lastWasAccepted = false

  /// A session and what it brings to its next statement.
  fileprivate struct Lane {
    var session: any Session
    var members = CatalogMembers()
    var savepoints: [Identifier] = []
  }

  init(_ settings: SequenceSettings, profile: DrawingProfile) throws {
    self.settings = settings
    self.profile = profile
    rules = StatementRule.all(for: settings.dialect).filter {
      !settings.excluded.contains($0.kind)
    }
    for number in 0..<max(1, settings.lanes) {
      lanes.append(Lane(session: try settings.connect(number, lanes.first?.session)))
    }
  }

  /// Draws a statement and runs it.
  ///
  /// - Returns: `nil` where a replay asks for what makes no sense here.
  mutating func step(_ source: ChoiceSource) throws -> SequenceStep? {
    let others = lanes.count - 1
    let next = others > 0 ? (lane + (try source.integer(in: 0...others))) % lanes.count : 0
    let catalog = try lanes[next].session.readCatalog()
    var members = lanes[next].members
    members.register(newIn: catalog, source)
    let drawing = Drawing(
      source, catalog: catalog, members: members, profile: profile,
      status: lanes[next].session.status, savepoints: lanes[next].savepoints)
    let weights = rules.map { $0.weight(drawing) }
    guard weights.contains(where: { $0 > 0 }) else { return nil }
    let number = try source.branch(weights: weights, isSwarmed: settings.isSwarmed)
    guard weights[number] > 0 else { return nil }
    let rule = rules[number]
    let statement = settings.reading(
      try source.group(rule.kind) { _ in try rule.draw(drawing) })
    lane = next
    lanes[next].members = members
    let outcome = lanes[next].session.run(statement)
    lastWasAccepted = outcome.failure == nil
    if lastWasAccepted { lanes[next].follow(statement) }
    if lanes[next].session.status == .idle { lanes[next].savepoints = [] }
    return SequenceStep(lane: next, kind: rule.kind, statement: statement)
  }
}

extension SequenceRun.Lane {
  /// Keeps the list of open savepoints.
  fileprivate mutating func follow(_ statement: Statement) {
    guard case .transaction(let control) = statement.kind else { return }
    switch control {
    case .savepoint(let name): savepoints.append(name)
    case .release(let name):
      if let place = savepoints.lastIndex(of: name) { savepoints.removeSubrange(place...) }
    case .rollbackTo(let name):
      if let place = savepoints.lastIndex(of: name) { savepoints.removeSubrange((place + 1)...) }
    default: break
    }
  }
}
