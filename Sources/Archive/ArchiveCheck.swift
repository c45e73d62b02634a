import Files
import Publishing

/// The check of one archive, from the outside in: limits and names before any content is unpacked.
struct ArchiveCheck {
  private(set) var findings: [ArchiveFinding] = []
  private(set) var manifest: EditionManifest?
  private let path: String

  init(_ path: String) {
    self.path = path
  }

  mutating func run(_ file: borrowing OpenFile) throws {
    let length = try file.status().byteCount
    guard length <= ZIPLayout.mostBytes else { return add(.tooLarge(length, limit: ZIPLayout.mostBytes)) }
    let zip: ZIPReader
    do {
      zip = try ZIPReader(file)
    } catch let failure as ZIPFailure {
      return add(.unreadable(failure.words))
    }
    guard isHarmless(zip) else { return }
    guard let manifest = readManifest(zip) else { return }
    self.manifest = manifest
    if let named = EditionID(archiveName: lastPart(of: path)), named != manifest.id { add(.misnamed(manifest.id)) }
    checkContents(zip, against: manifest)
    checkLayout(zip, byteCount: length)
    if findings.isEmpty, try !isSealed(file, byteCount: length) { try locate(file, zip) }
  }

  /// Whether the directory contains nothing that could fill memory, lead elsewhere or be ambiguous.
  private mutating func isHarmless(_ zip: ZIPReader) -> Bool {
    guard zip.entries.count <= ZIPLayout.mostEntries else {
      add(.tooLarge(zip.entries.count, limit: ZIPLayout.mostEntries))
      return false
    }
    var names: Set<[UInt8]> = []
    var total = 0
    for entry in zip.entries {
      let name = shown(entry.name)
      if !isSafe(entry.name) { add(.unsafeName, name) }
      if !names.insert(entry.name).inserted { add(.duplicateName, name) }
      if entry.byteCount > ZIPLayout.mostBytesOfFile {
        add(.tooLarge(entry.byteCount, limit: ZIPLayout.mostBytesOfFile), name)
      }
      if !entry.isPlain { add(.layout("it is encrypted or packed in a way that Vigie never uses"), name) }
      total += min(entry.byteCount, ZIPLayout.mostBytes)
    }
    if total > ZIPLayout.mostBytes { add(.tooLarge(total, limit: ZIPLayout.mostBytes)) }
    return findings.isEmpty
  }

  private func isSafe(_ name: [UInt8]) -> Bool {
    // The site's manifest has a name that no page may have, but it belongs in an archive.
    if name == SitePath.manifest { return true }
    guard let text = String(validating: name, as: UTF8.self) else { return false }
    return !name.contains(UInt8(ascii: "\\")) && (try? SitePath(text)) != nil
  }

  private mutating func readManifest(_ zip: ZIPReader) -> EditionManifest? {
    guard let own = zip.entries.first(where: { $0.name.elementsEqual(EditionManifest.path.utf8) }) else {
      add(.missing, EditionManifest.path)
      return nil
    }
    do {
      return try EditionManifest(reading: zip.contents(of: own))
    } catch let fault as EditionFault {
      add(.edition(fault), EditionManifest.path)
    } catch {
      add(.unpackable((error as? ZIPFailure)?.words ?? "\(error)"), EditionManifest.path)
    }
    return nil
  }

  private mutating func checkContents(_ zip: ZIPReader, against manifest: EditionManifest) {
    var rest = Dictionary(uniqueKeysWithValues: zip.entries.map { ($0.name, $0) })
    rest[Array(EditionManifest.path.utf8)] = nil
    for file in manifest.files {
      guard let entry = rest.removeValue(forKey: Array(file.path.utf8)) else {
        add(.missing, file.path)
        continue
      }
      do throws(ZIPFailure) {
        let bytes = try zip.contents(of: entry)
        if let difference = difference(of: bytes, from: file) { add(difference, file.path) }
      } catch {
        add(.unpackable(error.words), file.path)
      }
    }
    let added = rest.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for name in added { add(.notListed, shown(name)) }
  }

  /// Checks that there is no room for anything but what the directory lists.
  private mutating func checkLayout(_ zip: ZIPReader, byteCount: Int) {
    let expected = ZIPLayout.byteCount(zip.entries.map { .init(name: $0.name, packedCount: $0.packedCount) })
    if byteCount != expected {
      add(.layout("it has \(grouped(byteCount)) bytes, and its entries account for \(grouped(expected))"))
    }
    for index in zip.entries.indices.dropFirst() {
      let (one, other) = (zip.entries[index - 1].name, zip.entries[index].name)
      if !one.lexicographicallyPrecedes(other) { add(.layout("it is out of order"), shown(other)) }
    }
  }

  /// Finds the first byte that differs from the verified contents packed again.
  private mutating func locate(_ file: borrowing OpenFile, _ zip: ZIPReader) throws {
    let place = try differenceFromRebuilt(file, zip)
    add(.sealed(byte: place.offset + 1, part: place.part), place.path)
  }

  private mutating func add(_ difference: ArchiveFinding.Difference, _ path: String? = nil) {
    findings.append(ArchiveFinding(archive: self.path, path: path, difference: difference))
  }

  private func shown(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }
}

/// How contents differ from the listed ones; nil when they are the same.
func difference(of bytes: [UInt8], from file: EditionManifest.File) -> ArchiveFinding.Difference? {
  guard bytes.count == file.byteCount else { return .length(found: bytes.count, listed: file.byteCount) }
  let found = Digest.sha256(bytes)
  return found == file.sha256 ? nil : .digest(byteCount: bytes.count, found: found, listed: file.sha256)
}
