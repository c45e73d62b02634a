import CUTF8Proc
import Glibc

/// One of the spellings that Unicode defines for equivalent texts.
public enum NormalForm: Sendable {
  /// Letters and their marks in one scalar each (NFC): `e` and a combining acute become `é`.
  case composed
  /// The same with marks apart from their letters (NFD): `é` becomes `e` and a combining acute.
  case decomposed
  /// As ``composed``, with full-width forms, ligatures and the like as plain letters (NFKC): `ﬁ` becomes `fi`.
  case plainComposed
  /// As ``plainComposed``, with marks apart from their letters (NFKD): `é` becomes `e` and a combining acute.
  case plainDecomposed

  /// As ``plainComposed``, without case and marks, so that texts that look the same to a reader are: `Ćapek` becomes
  /// `capek`.
  case folded

  /// Without case, letters and their marks in one scalar each: `Straße` becomes `strasse`, and `é` stays.
  case caseFolded

  fileprivate var options: UInt32 {
    let stable = UTF8PROC_STABLE.rawValue
    switch self {
    case .composed: return stable | UTF8PROC_COMPOSE.rawValue
    case .decomposed: return stable | UTF8PROC_DECOMPOSE.rawValue
    case .plainComposed: return stable | UTF8PROC_COMPAT.rawValue | UTF8PROC_COMPOSE.rawValue
    case .folded:
      return stable | UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue
        | UTF8PROC_STRIPMARK.rawValue
    case .caseFolded: return stable | UTF8PROC_COMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue
    case .plainDecomposed: return stable | UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue
    }
  }
}

extension StringProtocol {
  /// The text in a normal form.
  public func normalized(_ form: NormalForm) -> String {
    // ASCII is the same in all of them except for its case.
    guard form == .folded || form == .caseFolded || !utf8.allSatisfy({ $0 < 0x80 }) else { return String(self) }
    let text = Array(utf8)
    var result: UnsafeMutablePointer<UInt8>?
    let options = utf8proc_option_t(form.options)
    let count = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe utf8proc_map(buffer.baseAddress, buffer.count, &result, options)
    }
    defer { unsafe free(result) }
    guard let start = unsafe result, count >= 0 else {
      preconditionFailure("a Swift string is valid UTF-8, and a normal form of it fits into memory")
    }
    return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

extension StringProtocol {
  /// What names that are the same have in common: headers, people, segments and attributes are compared in NFC and without
  /// case.
  public var nameKey: String { normalized(.caseFolded) }
}
