import Glibc

/// The attributes of an element, as long as its beginning is handled.
@safe struct Attributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    unsafe self.pairs = pairs
  }

  /// The value of an attribute, which ends with a zero; nil without it.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    unsafe first { unsafe strcmp($0, name.cString) == 0 }
  }

  func text(_ name: StaticString) -> String? { unsafe value(name).map { unsafe String(cString: $0) } }

  /// The value of an attribute that has a prefix, whichever it is.
  func prefixedText(_ name: StaticString) -> String? {
    let value = unsafe first { attribute in
      guard let colon = unsafe strrchr(attribute, 0x3A) else { return false }
      return unsafe strcmp(colon + 1, name.cString) == 0
    }
    return unsafe value.map { unsafe String(cString: $0) }
  }

  func number(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

  func isTrue(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(text(name)) }

  private func first(_ isWanted: (UnsafePointer<CChar>) -> Bool) -> UnsafePointer<CChar>? {
    guard var pair = unsafe pairs else { return nil }
    while let name = unsafe pair.pointee {
      if unsafe isWanted(name) { return unsafe pair[1] }
      unsafe pair += 2
    }
    return nil
  }
}

extension StaticString {
  fileprivate var cString: UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
