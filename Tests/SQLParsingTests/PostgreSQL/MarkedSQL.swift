import SQLParsing
import SQLSyntax

/// SQL with marks `①` to `⑨` in it, each in front of something a test speaks of.
struct MarkedSQL {
  /// The SQL without its marks.
  let source: SourceText
  /// Where each mark stood, in bytes of the text without marks.
  let marks: [Character: Int]

  init(_ marked: String) {
    var text = ""
    var marks: [Character: Int] = [:]
    for character in marked {
      if "①②③④⑤⑥⑦⑧⑨".contains(character) {
        marks[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    source = SourceText(name: "a.sql", text: text)
    self.marks = marks
  }

  var script: Script { SQLParser.parse(source, dialect: .postgresql) }
}
