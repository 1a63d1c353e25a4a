import CPgQuery

/// A node of the library's parse tree, read through the descriptors that protobuf-c gives every
/// message.
///
/// Fields go by the names of `pg_query.proto`. A wrapper message `Node` is passed over: what it
/// holds is what one gets. A node is a view: it must not outlive the ``ParseTree`` it came from.
@safe struct ParseNode {
  private(set) var message: UnsafeRawPointer

  /// A message, or what it wraps if it is a `Node`; an empty wrapper stays itself.
  init(message: UnsafeRawPointer) {
    unsafe self.message = message
    guard kind == "Node", let child = unsafe wrappedMessage() else { return }
    unsafe self.message = child
  }

  private var descriptor: ProtobufCMessageDescriptor {
    unsafe message.assumingMemoryBound(to: ProtobufCMessage.self).pointee.descriptor.pointee
  }

  /// The message's name: `CreateStmt`; `Node` for a hole in a list.
  var kind: String { unsafe String(cString: descriptor.short_name) }

  private func wrappedMessage() -> UnsafeRawPointer? {
    let descriptor = unsafe self.descriptor
    let fieldsCount = unsafe Int(descriptor.n_fields)
    guard fieldsCount > 0, let fields = unsafe descriptor.fields else { return nil }
    let chosen = unsafe message.load(
      fromByteOffset: Int(fields[0].quantifier_offset), as: UInt32.self)
    guard chosen != 0 else { return nil }
    return unsafe message.load(
      fromByteOffset: Int(fields[0].offset), as: UnsafeRawPointer?.self)
  }
}

// MARK: Fields by name

extension ParseNode {
  /// A child message; `nil` where it is absent.
  subscript(_ name: StaticString) -> ParseNode? {
    guard let field = unsafe field(name), unsafe isPresent(field),
      let child = unsafe message.load(
        fromByteOffset: Int(field.offset), as: UnsafeRawPointer?.self)
    else { return nil }
    return unsafe ParseNode(message: child)
  }

  /// The children of a repeated field.
  func list(_ name: StaticString) -> [ParseNode] {
    guard let field = unsafe field(name) else { return [] }
    return unsafe children(field)
  }

  /// A string, empty where it is absent.
  func text(_ name: StaticString) -> String {
    guard let field = unsafe field(name) else { return "" }
    return unsafe string(field)
  }

  /// A string that counts as absent when it is empty.
  func optionalText(_ name: StaticString) -> String? {
    let text = self.text(name)
    return text.isEmpty ? nil : text
  }

  func number(_ name: StaticString) -> Int {
    guard let field = unsafe field(name), unsafe isPresent(field) else { return 0 }
    return unsafe Int(message.load(fromByteOffset: Int(field.offset), as: Int32.self))
  }

  func flag(_ name: StaticString) -> Bool { number(name) != 0 }

  /// The name of an enum's value: `AT_AddColumn`.
  func word(_ name: StaticString) -> String {
    guard let field = unsafe field(name) else { return "" }
    let value = unsafe message.load(fromByteOffset: Int(field.offset), as: Int32.self)
    let enumeration = unsafe field.descriptor.assumingMemoryBound(
      to: ProtobufCEnumDescriptor.self
    ).pointee
    for index in 0..<(unsafe Int(enumeration.n_values)) {
      let candidate = unsafe enumeration.values[index]
      if unsafe candidate.value == value { return unsafe String(cString: candidate.name) }
    }
    return ""
  }

  /// Bytes from 0 in the text that was parsed; `nil` where the grammar gives no place.
  var location: Int? {
    guard let field = unsafe findField("location") else { return nil }
    let value = unsafe message.load(fromByteOffset: Int(field.offset), as: Int32.self)
    return value < 0 ? nil : Int(value)
  }
}

// MARK: Every field

extension ParseNode {
  /// All child messages in the order of the fields.
  var allChildren: [ParseNode] {
    let descriptor = unsafe self.descriptor
    return (0..<(unsafe Int(descriptor.n_fields))).flatMap { index -> [ParseNode] in
      let field = unsafe descriptor.fields[index]
      guard unsafe field.type == PROTOBUF_C_TYPE_MESSAGE else { return [] }
      if unsafe field.label == PROTOBUF_C_LABEL_REPEATED { return unsafe children(field) }
      guard unsafe isPresent(field),
        let child = unsafe message.load(
          fromByteOffset: Int(field.offset), as: UnsafeRawPointer?.self)
      else { return [] }
      return [unsafe ParseNode(message: child)]
    }
  }
}

// MARK: Descriptors

extension ParseNode {
  private func field(_ name: StaticString) -> ProtobufCFieldDescriptor? {
    let field = unsafe findField(name)
    unsafe assert(field != nil, "The parse tree's \(kind) has no field \(name)")
    return unsafe field
  }

  private func findField(_ name: StaticString) -> ProtobufCFieldDescriptor? {
    let descriptor = unsafe self.descriptor
    let wanted = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    var lower = 0
    var upper = unsafe Int(descriptor.n_fields)
    while lower < upper {
      let middle = (lower + upper) / 2
      let index = unsafe Int(descriptor.fields_sorted_by_name[middle])
      let candidate = unsafe descriptor.fields[index]
      let order = unsafe compareNames(candidate.name, wanted)
      if order == 0 { return unsafe candidate }
      if order < 0 { lower = middle + 1 } else { upper = middle }
    }
    return nil
  }

  private func compareNames(
    _ first: UnsafePointer<CChar>, _ second: UnsafePointer<CChar>
  ) -> Int {
    var index = 0
    while unsafe first[index] == second[index] {
      if unsafe first[index] == 0 { return 0 }
      index += 1
    }
    return unsafe Int(first[index]) - Int(second[index])
  }

  private func isPresent(_ field: ProtobufCFieldDescriptor) -> Bool {
    guard unsafe field.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0 else {
      return true
    }
    let chosen = unsafe message.load(
      fromByteOffset: Int(field.quantifier_offset), as: UInt32.self)
    return unsafe chosen == field.id
  }

  private func children(_ field: ProtobufCFieldDescriptor) -> [ParseNode] {
    let count = unsafe message.load(fromByteOffset: Int(field.quantifier_offset), as: Int.self)
    guard count > 0,
      let items = unsafe message.load(
        fromByteOffset: Int(field.offset),
        as: UnsafePointer<UnsafeRawPointer?>?.self)
    else { return [] }
    return (0..<count).compactMap { index in
      guard let item = unsafe items[index] else { return nil }
      return unsafe ParseNode(message: item)
    }
  }

  private func string(_ field: ProtobufCFieldDescriptor) -> String {
    guard unsafe isPresent(field),
      let text = unsafe message.load(
        fromByteOffset: Int(field.offset), as: UnsafePointer<CChar>?.self)
    else { return "" }
    return unsafe String(cString: text)
  }
}
