/// What is wrong with an `edition.json`.
public enum EditionFault: Error, Hashable, Sendable {
  /// It is not the JSON that this program writes.
  case unreadable

  /// A newer program wrote it.
  case unknownFormat(Int)

  /// The value of a key, or the entry of a path, is malformed.
  case malformed(String)

  /// A path that could leave the folder it is unpacked into, or that the archive itself needs.
  case unsafePath(String)

  /// A path that occurs twice.
  case duplicatePath(String)

  /// The fingerprint does not follow from the other facts.
  case wrongFingerprint(printed: String, computed: Fingerprint)

  /// The same facts in other bytes; `byte` is the first that differs, from 1.
  case otherSpelling(byte: Int)
}

extension EditionFault: CustomStringConvertible {
  /// What is wrong, in lower case and without a full stop.
  public var description: String {
    switch self {
    case .unreadable: "it is not an edition that Vigie wrote"
    case .unknownFormat(let format): "its format \(format) is not known to this version of Vigie"
    case .malformed(let key): "its '\(key)' is malformed"
    case .unsafePath(let path): "it lists '\(path)', which cannot be a path in an archive"
    case .duplicatePath(let path): "it lists '\(path)' twice"
    case .wrongFingerprint(let printed, let computed):
      "it gives the fingerprint '\(printed)', and its own facts make \(computed)"
    case .otherSpelling(let byte): "its byte \(grouped(byte)) is not what Vigie writes for the same facts"
    }
  }
}

/// A number with thousands separators.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number).utf8)
  var end = digits.count - 3
  while end > (number < 0 ? 1 : 0) {
    digits.insert(UInt8(ascii: ","), at: end)
    end -= 3
  }
  return String(decoding: digits, as: UTF8.self)
}
