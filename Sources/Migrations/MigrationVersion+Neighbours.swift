extension MigrationVersion {
  /// The next version in the same manner: a second later where it is a date and time, else the last
  /// number greater by one, with as many digits; `nil` without a number.
  package var successor: MigrationVersion? {
    if let time = VersionTime(text) { return alike(time.later.text) }
    var bytes = Array(text.utf8)
    guard var index = bytes.lastIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    while bytes[index] == 0x39 {
      bytes[index] = 0x30
      guard index > 0, bytes[index - 1] >= 0x30, bytes[index - 1] <= 0x39 else {
        bytes.insert(0x31, at: index)
        return alike(String(decoding: bytes, as: UTF8.self))
      }
      index -= 1
    }
    bytes[index] += 1
    return alike(String(decoding: bytes, as: UTF8.self))
  }

  /// The version before in the same manner; `nil` where there is none that every runner reads, as 0
  /// is not.
  package var predecessor: MigrationVersion? {
    if let time = VersionTime(text) { return alike(time.earlier.text) }
    guard let number = Int(text), number > 1 else { return nil }
    let digits = String(number - 1)
    return alike(
      String(repeating: "0", count: max(0, text.utf8.count - digits.utf8.count)) + digits)
  }
}

/// A version of fourteen digits that is a date and time: `20240131235959`.
private struct VersionTime {
  var year: Int
  var month: Int
  var day: Int
  /// Seconds since midnight.
  var second: Int

  init?(_ text: String) {
    guard text.utf8.count == 14, let number = Int(text), number > 19_000_000_000_000 else {
      return nil
    }
    let (date, time) = number.quotientAndRemainder(dividingBy: 1_000_000)
    (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
    let (hour, minute) = (time / 10_000, time / 100 % 100)
    second = hour * 3_600 + minute * 60 + time % 100
    guard (1...12).contains(month), day >= 1, day <= Self.days(year, month), hour < 24,
      minute < 60, time % 100 < 60
    else { return nil }
  }

  var later: VersionTime {
    var time = self
    time.second += 1
    if time.second < 86_400 { return time }
    time.second = 0
    time.day += 1
    if time.day <= Self.days(year, month) { return time }
    time.day = 1
    time.month = month == 12 ? 1 : month + 1
    if month == 12 { time.year += 1 }
    return time
  }

  var earlier: VersionTime {
    var time = self
    time.second -= 1
    if time.second >= 0 { return time }
    time.second = 86_399
    time.day -= 1
    if time.day >= 1 { return time }
    time.month = month == 1 ? 12 : month - 1
    if month == 1 { time.year -= 1 }
    time.day = Self.days(time.year, time.month)
    return time
  }

  var text: String {
    let date = (year * 100 + month) * 100 + day
    let clock = (second / 3_600 * 100 + second / 60 % 60) * 100 + second % 60
    return String(date * 1_000_000 + clock)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
