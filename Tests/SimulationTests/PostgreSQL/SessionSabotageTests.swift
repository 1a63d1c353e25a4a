import DatabaseModel
import Simulation
import Testing

/// Breaks the sessions of the simulated server in every way that the frozen plays must notice.
@Suite struct `Sabotaged sessions` {
  @Test(arguments: PlantedFault.ofWorld)
  func `are caught by what a server answered`(fault: PlantedFault) throws {
    let found = try FrozenSessions.load().first { frozen in
      if case .wrong = SessionReplay.judge(frozen, plantedFaults: [fault]) { true } else { false }
    }
    #expect(found != nil, "\(fault)")
  }
}
