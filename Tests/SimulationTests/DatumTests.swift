import DatabaseModel
import Engines
import Simulation
import Testing

@Suite struct `A datum` {
  @Test func `is null only where the value is`() {
    #expect(Datum(SQLValue.null).isNull)
    #expect(!Datum(SQLValue.integer(0)).isNull)
  }
}
