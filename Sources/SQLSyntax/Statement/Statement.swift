/// One statement and where it stands, without its semicolon.
package struct Statement: SyntaxNode {
  package var kind: StatementKind
  package var place: Place

  package init(kind: StatementKind, place: Place = Place()) {
    self.kind = kind
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(kind)
  }
}

/// What a statement says; one tree for both dialects.
///
/// The kinds that two or more of the surveyed histories use have a case of their own; the rest is
/// ``opaque(_:)``, with what is known of it.
package indirect enum StatementKind: SyntaxNode {
  case createTable(CreateTable)
  case createTableAs(CreateTableAs)
  case createVirtualTable(CreateVirtualTable)
  case alterTable(AlterTable)
  case createIndex(CreateIndex)
  case createView(CreateView)
  case refreshMaterializedView(RefreshMaterializedView)
  case createSequence(CreateSequence)
  case alterSequence(AlterSequence)
  case createSchema(CreateSchema)
  case createType(CreateType)
  case alterEnum(AlterEnum)
  case createDomain(CreateDomain)
  case alterDomain(AlterDomain)
  case createExtension(CreateExtension)
  case alterExtension(AlterExtension)
  case createFunction(CreateFunction)
  case alterFunction(AlterFunction)
  case createTrigger(CreateTrigger)
  case createEventTrigger(CreateEventTrigger)
  case createPolicy(CreatePolicy)
  case alterPolicy(AlterPolicy)
  case createStatistics(CreateStatistics)
  /// `CREATE AGGREGATE`, `CREATE COLLATION`, `CREATE OPERATOR`, …: a name and a list of options.
  case define(Definition)
  case drop(Drop)
  case rename(Rename)
  case setSchema(SetSchema)
  case setOwner(SetOwner)
  case comment(CommentOn)
  case grant(Grant)
  case grantRole(GrantRole)
  case alterDefaultPrivileges(AlterDefaultPrivileges)
  case createRole(CreateRole)
  case alterRole(AlterRole)
  case alterRoleSetting(AlterRoleSetting)
  case dropRole(DropRole)
  case insert(Insert)
  case update(Update)
  case delete(Delete)
  case select(Query)
  case truncate(Truncate)
  case call(FunctionCall)
  case doBlock(DoBlock)
  case transaction(TransactionControl)
  case set(VariableSetting)
  case show(name: String)
  case lock(LockTable)
  case analyze(Maintenance)
  case vacuum(Maintenance)
  case reindex(Reindex)
  case pragma(Pragma)
  case attach(file: SQLExpression, schema: SQLExpression, key: SQLExpression?)
  case detach(schema: SQLExpression)
  case explain(Explain)
  case opaque(OpaqueStatement)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .createTable(let child):
      visit(child)
    case .createTableAs(let child):
      visit(child)
    case .createVirtualTable(let child):
      visit(child)
    case .alterTable(let child):
      visit(child)
    case .createIndex(let child):
      visit(child)
    case .createView(let child):
      visit(child)
    case .refreshMaterializedView(let child):
      visit(child)
    case .createSequence(let child):
      visit(child)
    case .alterSequence(let child):
      visit(child)
    case .createSchema(let child):
      visit(child)
    case .createType(let child):
      visit(child)
    case .alterEnum(let child):
      visit(child)
    case .createDomain(let child):
      visit(child)
    case .alterDomain(let child):
      visit(child)
    case .createExtension(let child):
      visit(child)
    case .alterExtension(let child):
      visit(child)
    case .createFunction(let child):
      visit(child)
    case .alterFunction(let child):
      visit(child)
    case .createTrigger(let child):
      visit(child)
    case .createEventTrigger(let child):
      visit(child)
    case .createPolicy(let child):
      visit(child)
    case .alterPolicy(let child):
      visit(child)
    case .createStatistics(let child):
      visit(child)
    case .define(let child):
      visit(child)
    case .drop(let child):
      visit(child)
    case .rename(let child):
      visit(child)
    case .setSchema(let child):
      visit(child)
    case .setOwner(let child):
      visit(child)
    case .comment(let child):
      visit(child)
    case .grant(let child):
      visit(child)
    case .grantRole(let child):
      visit(child)
    case .alterDefaultPrivileges(let child):
      visit(child)
    case .createRole(let child):
      visit(child)
    case .alterRole(let child):
      visit(child)
    case .alterRoleSetting(let child):
      visit(child)
    case .dropRole(let child):
      visit(child)
    case .insert(let child):
      visit(child)
    case .update(let child):
      visit(child)
    case .delete(let child):
      visit(child)
    case .select(let child):
      visit(child)
    case .truncate(let child):
      visit(child)
    case .call(let child):
      visit(child)
    case .doBlock(let child):
      visit(child)
    case .transaction(let child):
      visit(child)
    case .set(let child):
      visit(child)
    case .lock(let child):
      visit(child)
    case .analyze(let child):
      visit(child)
    case .vacuum(let child):
      visit(child)
    case .reindex(let child):
      visit(child)
    case .pragma(let child):
      visit(child)
    case .attach(let child1, let child2, let child3):
      visit(child1)
      visit(child2)
      if let child = child3 {
        visit(child)
      }
    case .detach(let child):
      visit(child)
    case .explain(let child):
      visit(child)
    case .opaque(let child):
      visit(child)
    default: break
    }
  }
}
