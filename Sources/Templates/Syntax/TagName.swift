/// The names allowed in a tag.
enum TagName {
  /// Letters, digits, `_`, `-` and anything beyond ASCII, with single dots between; or a lone dot, the current item.
  static func isDotted(_ name: ArraySlice<UInt8>) -> Bool {
    if name.elementsEqual(CollectionOfOne(Byte.dot)) { return true }
    return name.split(separator: Byte.dot, omittingEmptySubsequences: false).allSatisfy(isWord)
  }

  /// A name without dots, or the lone dot.
  static func isSingle(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual(CollectionOfOne(Byte.dot)) || isWord(name)
  }

  /// The name of a file, folders included.
  static func isFile(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty && name.allSatisfy { isWordByte($0) || $0 == Byte.dot || $0 == Byte.slash }
  }

  private static func isWord(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty && name.allSatisfy(isWordByte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF: true
    default: false
    }
  }
}
