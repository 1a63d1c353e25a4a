import Foundation
import PropertyTesting

/// Failing cases in files, one each, to be replayed first next time.
///
/// A file is found by the property's name, never by what its source looks like. Files appear and
/// disappear whole, so any number of processes may share a directory. What cannot be read is left
/// alone.
struct FailureDirectory: Hashable, Sendable {
  let path: String

  /// The failures kept for a property, in the order of their files' names.
  func failures(of property: String) -> [SavedFailure] {
    let folder = folder(of: property)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
      let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      return text.flatMap(Self.failure)
    }
  }

  /// Keeps what failed and drops what was fixed.
  ///
  /// - Returns: What could not be done, in words.
  func update(_ outcome: PropertyOutcome, of property: String) -> [String] {
    var problems: [String] = []
    for failure in outcome.fixed {
      do {
        try FileManager.default.removeItem(atPath: file(of: failure, property))
      } catch {
        problems.append("a fixed failure stays in \(path): \(error.localizedDescription)")
      }
    }
    for failure in outcome.failures {
      do {
        try save(failure, of: property)
      } catch {
        problems.append("the failure is not kept in \(path): \(error.localizedDescription)")
      }
    }
    return problems
  }

  private func save(_ failure: SavedFailure, of property: String) throws {
    let text = """
      property: \(property)
      origin: \(failure.origin)
      token: \(failure.token)
      value: \(failure.description)

      """
    try FileManager.default.createDirectory(
      atPath: folder(of: property), withIntermediateDirectories: true)
    try text.write(
      toFile: file(of: failure, property), atomically: true, encoding: .utf8)
  }

  private static func failure(_ text: String) -> SavedFailure? {
    func value(_ key: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }
        .map { String($0.dropFirst(key.count + 2)) }
    }
    guard let token = value("token"), let origin = value("origin") else { return nil }
    return SavedFailure(token: token, origin: origin, description: value("value") ?? "")
  }

  private func folder(of property: String) -> String {
    let word = property.map { $0.isLetter || $0.isNumber ? $0 : "-" }.prefix(60)
    return "\(path)/\(String(word))-\(String(PropertyName.seed(of: property), radix: 16))"
  }

  private func file(of failure: SavedFailure, _ property: String) -> String {
    "\(folder(of: property))/\(String(PropertyName.seed(of: failure.origin), radix: 16)).txt"
  }
}
