import Files
import Foundation
import Glibc

@testable import Archive

/// Writes an archive as Vigie does, including the seal, with any contents and names.
func forgeArchive(_ edition: [UInt8], _ files: [String: String], at path: String) throws {
  var entries = files.map { name, text in
    let bytes = Array(text.utf8)
    return ZIPEntry(name: Array(name.utf8), byteCount: bytes.count) { bytes }
  }
  entries.append(ZIPEntry(name: Array(EditionManifest.path.utf8), byteCount: edition.count) { edition })
  try forgeArchive(entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }, at: path)
}

func forgeArchive(_ entries: [ZIPEntry], at path: String) throws {
  try? FileManager.default.removeItem(atPath: path)
  let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
  guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
  defer { close(descriptor) }
  try writeZIP(entries, to: descriptor)
}

/// Seals changed bytes as Vigie does, which any forger can do.
func resealed(_ bytes: [UInt8]) -> [UInt8] {
  let content = Array(bytes.dropLast(ZIPLayout.sealCount))
  return content + Array((ZIPLayout.sealHeading + Digest.sha256(content)).utf8)
}

/// The first index of a pattern.
func firstPlace(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
  bytes.indices.first { bytes[$0...].starts(with: pattern) }
}
