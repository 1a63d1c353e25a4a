/// Texts as C wants a list of them: pointers to bytes that end in zero, and a `nil` at the end.
@safe struct CStrings: ~Copyable {
  private let list: UnsafeMutableBufferPointer<UnsafePointer<CChar>?>

  /// A text that is `nil` becomes a `nil` in the list.
  init(_ texts: [String?]) {
    unsafe list = .allocate(capacity: texts.count + 1)
    unsafe list.initialize(repeating: nil)
    for (index, text) in texts.enumerated() {
      guard let text else { continue }
      let bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.utf8.count + 1)
      _ = unsafe bytes.initialize(from: text.utf8.map { CChar(bitPattern: $0) } + [0])
      unsafe list[index] = UnsafePointer(bytes.baseAddress)
    }
  }

  deinit {
    unsafe list.forEach { unsafe $0?.deallocate() }
    unsafe list.deallocate()
  }

  @unsafe var pointer: UnsafePointer<UnsafePointer<CChar>?>? {
    unsafe UnsafePointer(list.baseAddress)
  }
}
