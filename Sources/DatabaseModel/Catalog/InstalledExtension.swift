/// An extension that is installed.
package struct InstalledExtension: Hashable, Sendable {
  package var name: String
  package var schema: ObjectID?
  package var version: String?

  package init(
    name: String, schema: ObjectID? = nil, version: String? = nil
  ) {
    self.name = name
    self.schema = schema
    self.version = version
  }
}
