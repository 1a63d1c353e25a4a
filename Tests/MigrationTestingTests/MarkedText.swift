/// SQL in which `①` to `⑨` mark places.
struct MarkedText {
  var text: String
  /// Bytes from 0 by marker.
  var places: [Character: Int] = [:]

  init(_ marked: String) {
    text = ""
    for character in marked {
      if ("①"..."⑨").contains(character) {
        places[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
  }
}
