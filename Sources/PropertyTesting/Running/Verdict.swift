/// What a property said about one case.
enum Verdict: Hashable, Sendable {
  case passed
  case rejected(Rejection)
  case failed(Failure)
}

/// How a case failed: where the failure comes from, and what it says.
public struct Failure: Hashable, Sendable {
  /// Which defect this is.
  ///
  /// Two failures of one origin are taken for the same defect.
  public let origin: String
  /// What went wrong, in the words of the property.
  public let message: String

  /// A failure of an origin.
  public init(origin: String, message: String) {
    self.origin = origin
    self.message = message
  }

  /// The failure that an error stands for.
  ///
  /// Its origin is the error's type, and for an enumeration the case, but not the associated values,
  /// which change while a case shrinks.
  public init(_ error: any Error) {
    if let error = error as? PropertyFailure {
      self = Failure(origin: error.origin, message: error.message)
      return
    }
    let message = String(describing: error)
    let name = message.prefix { $0 != "(" && $0 != " " && $0 != ":" }
    let kind = String(reflecting: type(of: error))
    let isCase = Mirror(reflecting: error).displayStyle == .enum
    self.init(origin: isCase ? "\(kind).\(name)" : kind, message: message)
  }
}

extension Failure {
  /// The failure of a generator, which is no property's.
  static func ofGenerator(_ error: any Error) -> Failure {
    let failure = Failure(error)
    return Failure(
      origin: "generator: \(failure.origin)",
      message: "the generator failed: \(failure.message)")
  }
}

/// An error to throw from a property that has nothing better to throw.
public struct PropertyFailure: Error, Hashable, Sendable {
  /// What went wrong.
  public let message: String
  /// Tells this defect from others that the same property may find.
  public let origin: String

  /// A failure with words of its own.
  public init(_ message: String, origin: String = "PropertyFailure") {
    self.message = message
    self.origin = origin
  }
}
