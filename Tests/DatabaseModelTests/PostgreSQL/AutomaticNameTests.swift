import Oracles
import Testing

@Suite struct `Names that PostgreSQL chooses` {
  @Test func `are the ones a server chose`() throws {
    #expect(try FrozenNames.read().disagreements() == [])
  }
}
