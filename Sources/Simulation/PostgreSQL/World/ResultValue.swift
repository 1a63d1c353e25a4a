import DatabaseModel
import Engines

/// A value of a result as the driver of a real server gives it.
enum ResultValue {
  /// `nil` where its text is not known.
  static func value(_ datum: Datum, _ type: DataType, _ reader: ValueReader) -> SQLValue? {
    switch datum {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number) where isCounted(type): return .integer(number)
    case .real(let number): return .real(number)
    case .blob(let bytes): return .blob(bytes)
    case .text(let text): return .text(text)
    default:
      do throws(ValueFailure) {
        return .text(try reader.text(of: datum, as: type))
      } catch {
        return nil
      }
    }
  }

  private static func isCounted(_ type: DataType) -> Bool {
    guard type.arrayDimensions == 0, case .builtin(let name) = type.reference else { return false }
    return ["int2", "int4", "int8"].contains(name)
  }
}
