import SQLSyntax

extension PostgreSQLTransition {
  /// Carries out one statement and gives its command tag.
  mutating func run(_ statement: Statement) throws(Halt) -> String {
    switch statement.kind {
    case .createTable(let create): try createTable(create)
    case .createTableAs(let create): try createTableAs(create)
    case .alterTable(let alter): try alterTable(alter)
    case .createIndex(let create): try createIndex(create)
    case .createView(let create): try createView(create)
    case .refreshMaterializedView(let refresh): try self.refresh(refresh)
    case .createSequence(let create): try createSequence(create)
    case .alterSequence(let alter): try alterSequence(alter)
    case .createSchema(let create): try createSchema(create)
    case .createType(let create): try createType(create)
    case .alterEnum(let alter): try alterEnum(alter)
    case .createDomain(let create): try createDomain(create)
    case .alterDomain(let alter): try alterDomain(alter)
    case .createExtension(let create): try createExtension(create)
    case .alterExtension: throw .unmodelled("Versions of extensions are not modelled")
    case .createFunction(let create): try createFunction(create)
    case .alterFunction(let alter): try alterFunction(alter)
    case .createTrigger(let create): try createTrigger(create)
    case .createPolicy(let create): try createPolicy(create)
    case .alterPolicy(let alter): try alterPolicy(alter)
    case .drop(let drop): try self.drop(drop)
    case .rename(let rename): try self.rename(rename)
    case .setSchema(let change): try setSchema(change)
    case .setOwner(let change): try setOwner(change)
    case .comment(let comment): try self.comment(comment)
    case .grant(let grant): try self.grant(grant)
    case .insert(let insert): try self.insert(insert)
    case .update(let update): try self.update(update)
    case .delete(let delete): try self.delete(delete)
    case .select(let query): try select(query)
    case .truncate(let truncate): try self.truncate(truncate)
    case .doBlock(let block): try run(block)
    case .transaction(let control): try self.control(control)
    case .set(let setting): try set(setting)
    case .show: "SHOW"
    case .lock(let lock): try self.lock(lock)
    case .analyze(let maintenance): try analyze(maintenance)
    case .vacuum(let maintenance): try vacuum(maintenance)
    case .reindex(let reindex): try self.reindex(reindex)
    default: throw .unmodelled("This kind of statement is not modelled")
    }
  }
}
