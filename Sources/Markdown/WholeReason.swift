/// Why a page is read as a whole: something in its template bears on more than its own lines, or gives the text around
/// it another meaning.
public enum WholeReason: String, Error, Sendable {
  /// Code, in which a backslash is text.
  case code = "code"
  /// HTML, which is left out, or an address in angle brackets.
  case html = "a < that is not escaped"
  /// A character reference, which a value could be part of.
  case reference = "an & that is not escaped"
  /// The definition of a link, which other lines refer to.
  case definition = "the definition of a link"
  /// Text that looks like the mark of a value; it comes from data as well.
  case mark = "text that looks like the mark of a value"

  /// The reason for a text of a template; nil when there is none.
  ///
  /// A backslash takes the meaning of the byte after it.
  init?(of text: ArraySlice<UInt8>) {
    var position = text.startIndex
    func follows(_ other: String) -> Bool { text[position...].starts(with: other.utf8) }
    while position < text.endIndex {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "`"):
        self = .code
        return
      case UInt8(ascii: "~") where follows("~~~"):
        self = .code
        return
      case UInt8(ascii: "<"):
        self = .html
        return
      case UInt8(ascii: "&"):
        self = .reference
        return
      case UInt8(ascii: "]") where follows("]:"):
        self = .definition
        return
      case Mark.address[0] where text[position...].starts(with: Mark.address.dropLast()),
        Mark.value[0] where text[position...].starts(with: Mark.valueEnd) || follows(Mark.heading):
        self = .mark
        return
      default: break
      }
      position += 1
    }
    return nil
  }
}
