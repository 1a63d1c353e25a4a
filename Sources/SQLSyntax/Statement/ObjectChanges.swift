/// `DROP kind names`.
package struct Drop: SyntaxNode {
  package var kind: ObjectKind
  package var objects: [ObjectReference]
  package var ifExists: Bool
  package var behavior: DropBehavior?
  package var isConcurrent: Bool

  package init(
    kind: ObjectKind, objects: [ObjectReference] = [], ifExists: Bool = false,
    behavior: DropBehavior? = nil, isConcurrent: Bool = false
  ) {
    self.kind = kind
    self.objects = objects
    self.ifExists = ifExists
    self.behavior = behavior
    self.isConcurrent = isConcurrent
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in objects { visit(child) }
  }
}

/// `ALTER kind name RENAME ... TO newName`.
package struct Rename: SyntaxNode {
  /// What is renamed: a whole object, or a ``ObjectKind/column``, attribute, constraint of one.
  package var object: ObjectReference
  package var newName: Identifier
  package var ifExists: Bool
  package var isOnly: Bool
  /// The kind of relation written before the name where a column or constraint is renamed.
  package var relationKind: ObjectKind
  package var behavior: DropBehavior?

  package init(
    object: ObjectReference, newName: Identifier, ifExists: Bool = false, isOnly: Bool = false,
    relationKind: ObjectKind = .table, behavior: DropBehavior? = nil
  ) {
    self.object = object
    self.newName = newName
    self.ifExists = ifExists
    self.isOnly = isOnly
    self.relationKind = relationKind
    self.behavior = behavior
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(object)
  }
}

/// `ALTER kind name SET SCHEMA schema`.
package struct SetSchema: SyntaxNode {
  package var object: ObjectReference
  package var schema: Identifier
  package var ifExists: Bool

  package init(object: ObjectReference, schema: Identifier, ifExists: Bool = false) {
    self.object = object
    self.schema = schema
    self.ifExists = ifExists
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(object)
  }
}

/// `ALTER kind name OWNER TO role`, where it is not an action of `ALTER TABLE`.
package struct SetOwner: SyntaxNode {
  package var object: ObjectReference
  package var owner: RoleName

  package init(object: ObjectReference, owner: RoleName) {
    self.object = object
    self.owner = owner
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(object)
    visit(owner)
  }
}

/// `COMMENT ON kind name IS text`.
package struct CommentOn: SyntaxNode {
  package var object: ObjectReference
  /// `nil` removes the comment.
  package var text: String?

  package init(object: ObjectReference, text: String? = nil) {
    self.object = object
    self.text = text
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(object)
  }
}
