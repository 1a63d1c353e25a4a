import DatabaseModel
import Simulation
import Testing

@Suite struct `A table of locks` {
  private let book = LockTag.relation(ObjectID(rawValue: 1))
  private let author = LockTag.relation(ObjectID(rawValue: 2))

  @Test func `lets two sessions hold two modes exactly where they do not conflict`() {
    for first in LockMode.allCases {
      for second in LockMode.allCases {
        var table = LockTable()
        #expect(table.acquire(book, first, for: 1) == .granted)
        let expected: LockTable.Answer = first.conflicts(with: second) ? .waiting : .granted
        #expect(table.acquire(book, second, for: 2) == expected)
        #expect(table.blockers(of: 2) == (expected == .waiting ? [1] : []))
      }
    }
  }

  @Test func `lets a session hold any two modes`() {
    for first in LockMode.allCases {
      for second in LockMode.allCases {
        var table = LockTable()
        #expect(table.acquire(book, first, for: 1) == .granted)
        #expect(table.acquire(book, second, for: 1) == .granted)
      }
    }
  }

  @Test func `keeps a reader behind a writer that waits`() {
    var table = LockTable()
    #expect(table.acquire(book, .accessShare, for: 1) == .granted)
    #expect(table.acquire(book, .accessExclusive, for: 2) == .waiting)
    #expect(table.acquire(book, .accessShare, for: 3) == .waiting)
    #expect(table.blockers(of: 3) == [2])
    table.releaseAll(of: 1)
    #expect(table.holds(2, .accessExclusive, on: book))
    #expect(table.isWaiting(3))
    table.releaseAll(of: 2)
    #expect(table.holds(3, .accessShare, on: book))
  }

  @Test func `lets who holds a lock go before who waits for that lock`() {
    var table = LockTable()
    #expect(table.acquire(book, .accessShare, for: 1) == .granted)
    #expect(table.acquire(book, .accessExclusive, for: 2) == .waiting)
    #expect(table.acquire(book, .rowShare, for: 1) == .granted)
    #expect(table.acquire(book, .accessExclusive, for: 1) == .granted)
  }

  @Test func `wakes all at the head of the queue that do not conflict`() {
    var table = LockTable()
    #expect(table.acquire(book, .accessExclusive, for: 1) == .granted)
    #expect(table.acquire(book, .share, for: 2) == .waiting)
    #expect(table.acquire(book, .share, for: 3) == .waiting)
    #expect(table.acquire(book, .rowExclusive, for: 4) == .waiting)
    #expect(table.acquire(book, .share, for: 5) == .waiting)
    table.releaseAll(of: 1)
    #expect([2, 3].allSatisfy { table.holds($0, .share, on: book) })
    #expect(table.blockers(of: 4) == [2, 3])
    #expect(table.blockers(of: 5) == [4])
  }

  @Test func `goes on when one in the middle of the queue gives up`() {
    var table = LockTable()
    #expect(table.acquire(book, .accessShare, for: 1) == .granted)
    #expect(table.acquire(book, .accessExclusive, for: 2) == .waiting)
    #expect(table.acquire(book, .accessShare, for: 3) == .waiting)
    table.stopWaiting(2)
    #expect(table.holds(3, .accessShare, on: book))
  }

  @Test func `finds sessions that wait for each other`() {
    var table = LockTable()
    #expect(table.acquire(book, .accessExclusive, for: 1) == .granted)
    #expect(table.acquire(author, .accessExclusive, for: 2) == .granted)
    #expect(table.acquire(author, .accessShare, for: 1) == .waiting)
    #expect(table.resolveDeadlock(of: 1) == nil)
    #expect(table.acquire(book, .accessShare, for: 2) == .waiting)
    #expect(table.resolveDeadlock(of: 2) == [2, 1])
  }

  @Test func `undoes a circle that only the order of a queue closes`() {
    var table = LockTable()
    #expect(table.acquire(book, .accessShare, for: 1) == .granted)
    #expect(table.acquire(author, .accessExclusive, for: 3) == .granted)
    #expect(table.acquire(book, .accessExclusive, for: 2) == .waiting)
    #expect(table.acquire(book, .accessShare, for: 3) == .waiting)
    #expect(table.acquire(author, .accessShare, for: 1) == .waiting)
    // 1 waits for 3, which waits behind 2 only; 2 waits for 1.
    #expect(table.resolveDeadlock(of: 1) == nil)
    #expect(table.holds(3, .accessShare, on: book))
    #expect(table.blockers(of: 2) == [1, 3])
  }

  @Test func `keeps what a session holds beyond its transaction`() {
    var table = LockTable()
    let key = LockTag.advisory(0, 7, isPair: false)
    #expect(table.acquire(key, .exclusive, for: 1) == .granted)
    #expect(table.acquire(book, .share, for: 1) == .granted)
    table.releaseAll(of: 1, keeping: [key: [.exclusive]])
    #expect(table.modes(of: 1, on: key) == [.exclusive])
    #expect(table.modes(of: 1, on: book) == [])
    table.releaseAll(of: 1)
    #expect(table.isEmpty)
  }
}
