import HashTreeCollections
import SQLSyntax

/// What each PostgreSQL statement does to a catalog.
enum PostgreSQLTransitions {
  static func apply(
    _ statement: Statement, to catalog: Catalog, in session: SessionState
  ) -> Transition {
    var transition = PostgreSQLTransition(catalog: catalog, session: session)
    do {
      let tag = try transition.run(statement)
      return .applied(
        AppliedTransition(
          catalog: transition.catalog, tag: tag, notices: transition.notices,
          demands: transition.demands,
          session: transition.session == session ? nil : transition.session,
          action: transition.action))
    } catch {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .unmodelled(let reason): return .unmodelled(reason: reason)
      }
    }
  }
}
