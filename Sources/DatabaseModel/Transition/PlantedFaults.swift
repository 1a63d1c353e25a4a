/// Wrong decisions that a test plants in the shipped code, to see that a check notices; else none.
///
/// A fault sits at the one place where its decision is taken, and takes it wrongly. The set travels
/// as a value, with the session, the resolver or the run that it is planted in.
package struct PlantedFaults: Hashable, Sendable, ExpressibleByArrayLiteral {
  private let faults: [PlantedFault]

  package static let none: PlantedFaults = []

  package init(arrayLiteral faults: PlantedFault...) {
    self.faults = faults
  }

  /// Costs the comparison of a count with zero where nothing is planted.
  package func contains(_ fault: PlantedFault) -> Bool {
    !faults.isEmpty && faults.contains(fault)
  }
}

/// One wrong decision; each target lists its own, in an extension in a file of its own.
package struct PlantedFault: RawRepresentable, Hashable, Sendable {
  package var rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}

extension PlantedFault: CustomStringConvertible, ExpressibleByStringLiteral {
  package init(stringLiteral name: String) { self.init(rawValue: name) }

  package var description: String { rawValue }
}
