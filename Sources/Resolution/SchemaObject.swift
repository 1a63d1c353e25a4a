package import SQLSyntax

/// An object of a database by name, as far as ordering migrations needs to tell objects apart.
///
/// Names are keys of the dialect: on SQLite in lower case.
package struct SchemaObject: Hashable, Sendable {
  /// Names in different namespaces never collide.
  package enum Namespace: String, Hashable, Sendable, CaseIterable {
    case schema
    /// Tables, views, sequences and indexes, which share their names in both dialects.
    case relation
    case column
    case constraint
    case trigger
    case policy
    case rule
    /// Types and domains.
    case type
    case enumValue = "enum value"
    case function
    case `extension`
    case role
    /// Collations, operators, publications, servers and the rest; ``owner`` tells the kind.
    case other = "object"
  }

  package var namespace: Namespace
  /// Empty for objects that live in no schema.
  package var schema: String
  /// The relation of a column, constraint, trigger or policy; the type of an enum value; the
  /// signature of a function, or `*` where a reference does not say it; else empty.
  package var owner: String
  package var name: String

  package init(_ namespace: Namespace, schema: String = "", owner: String = "", name: String) {
    self.namespace = namespace
    self.schema = schema
    self.owner = owner
    self.name = name
  }
}

extension SchemaObject {
  package static func relation(_ name: String, schema: String) -> SchemaObject {
    SchemaObject(.relation, schema: schema, name: name)
  }

  /// A part of a relation or type: a column, constraint, trigger, policy, rule or enum value.
  package func part(_ namespace: Namespace, _ name: String) -> SchemaObject {
    SchemaObject(namespace, schema: schema, owner: self.name, name: name)
  }

  /// The relation or type that a part belongs to; `nil` for objects that stand alone.
  ///
  /// A trigger of SQLite stands alone: its name is unique in the schema.
  package var whole: SchemaObject? {
    if owner.isEmpty { return nil }
    return switch namespace {
    case .column, .constraint, .trigger, .policy, .rule: .relation(owner, schema: schema)
    case .enumValue: SchemaObject(.type, schema: schema, name: owner)
    default: nil
    }
  }

  /// The schema that unqualified names go to.
  package static func defaultSchema(in dialect: Dialect) -> String {
    switch dialect {
    case .postgresql: "public"
    case .sqlite: "main"
    }
  }
}

extension SchemaObject: CustomStringConvertible {
  /// The name for messages, without the schema that would be meant anyway: `orders.project_id`.
  package var description: String {
    let isImplied = schema.isEmpty || schema == "public" || schema == "main"
    let prefix = isImplied ? "" : schema + "."
    return whole == nil ? prefix + name : prefix + owner + "." + name
  }
}
