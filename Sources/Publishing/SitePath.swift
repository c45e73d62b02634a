/// A path inside the site that cannot lead out of it.
///
/// It is stored as bytes, because `String` treats canonically equivalent spellings as equal and file systems do not.
package struct SitePath: Hashable, Sendable {
  package let bytes: [UInt8]

  package static let manifest: [UInt8] = Array("manifest.json".utf8)

  /// The manifest itself, which no page can be called.
  static let ownManifest = SitePath(checked: manifest)

  private init(checked bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ path: String) throws(PublishError) {
    let bytes = Array(path.utf8)
    if let fault = Self.fault(in: bytes, of: path) { throw .unsafePath(path, fault) }
    self.bytes = bytes
  }

  /// The names of the folders on the path, and the name of the file.
  package var parts: (folders: ArraySlice<[UInt8]>, name: [UInt8]) {
    let parts = bytes.split(separator: slash).map { Array($0) }
    return (parts.dropLast(), parts.last ?? [])
  }

  private static func fault(in bytes: [UInt8], of path: String) -> PublishError.PathFault? {
    if bytes.isEmpty { return .empty }
    if bytes.first == slash { return .absolute }
    // C0 and delete; C1 by scalar, since its UTF-8 bytes alone say nothing.
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
    if path.unicodeScalars.contains(where: isControl) { return .controlCharacter }
    for part in bytes.split(separator: slash, omittingEmptySubsequences: false) {
      if part.isEmpty { return .emptyPart }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return .dotPart }
      if part.count > 255 { return .tooLong }
    }
    return path.lowercased().utf8.elementsEqual(manifest) ? .reserved : nil
  }
}

/// The byte between the parts of a path.
package let slash = UInt8(ascii: "/")
