import Files
import Findings
import Health
import Review

/// The files of a portfolio that look as if they were read and are not.
struct UnreadFiles {
  private static let tableEndings = [
    "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "ods", "numbers", "gz", "zip", "json", "parquet",
  ]
  private static let noteEndings = ["md", "markdown", "mdown", "txt", "text", "docx", "rtf", "html"]
  private static let folders = ["notes", "customer", "edition"]

  let folder: String
  let dataFolder: String
  let settings: Settings
  /// The ids of accounts; nil where not all are known.
  let ids: [String]?

  /// Everything that nothing reads.
  var findings: [Finding] {
    unreadable + configuration + strayed + tables + notes("data/notes") + notes("data/customer") + editionNotes
  }

  /// The files that sources read, and those that were the newest of their pattern once.
  private var readFiles: Set<String> {
    let files =
      settings.sources.values.joined().flatMap(\.files) + settings.files.map(\.file) + settings.patterns.values.joined()
    return Set(files.map(Self.plainPath))
  }

  /// The folders that cannot be listed; those of notes are listed by who reads them.
  private var unreadable: [Finding] {
    let data = "\(dataFolder)/\(Table.folder)"
    let folders = [
      (folder, folder), (dataFolder, dataFolder), (data, Table.folder), ("\(data)/edition", "data/edition"),
    ]
    var findings: [Finding] = []
    for (path, shown) in folders where path != folder || findings.isEmpty {
      do throws(FileError) {
        _ = try namesIfThere(path)
      } catch {
        findings.append(cannotRead(shown, error))
      }
    }
    return findings
  }

  /// A file that was meant to be the settings or the model; without the settings it stops the build, since nobody means
  /// the defaults then.
  private var configuration: [Finding] {
    let names = namesOfFiles(in: folder)
    return names.compactMap { name in
      guard let wanted = Self.configurationName(meantBy: name) else { return nil }
      let isThere = names.contains(wanted)
      return Finding(
        wanted == Settings.fileName && !isThere ? .error : .warning, file: name,
        isThere
          ? "nothing reads this file; what counts is in \(wanted)" : "nothing reads this file; call it \(wanted)")
    }
  }

  /// Tables and notes beside `data/`, and `data/` itself in capitals.
  private var strayed: [Finding] {
    let read = readFiles
    return namesOfFiles(in: dataFolder).compactMap { name in
      if Self.isFolder("\(dataFolder)/\(name)") {
        guard name.lowercased() == Table.folder && name != Table.folder || Self.folders.contains(name) else {
          return nil
        }
        let wanted = Self.folders.contains(name) ? "\(Table.folder)/\(name)" : Table.folder
        return Finding(.warning, file: name, "nothing reads this folder; call it \(wanted)")
      }
      guard !read.contains(name), let table = Table.allCases.first(where: { $0.fileName == name.lowercased() }) else {
        return nil
      }
      return Finding(.warning, file: name, "nothing reads this file; call it \(table.file)")
    }
  }

  /// The name that is read where another was given, as `model.yml` for `Model.yaml` or `vigie.yml.txt`.
  static func configurationName(meantBy name: String) -> String? {
    let known = [Settings.fileName, ModelFile.fileName]
    guard !known.contains(name), !name.hasPrefix(".") else { return nil }
    var plain = name.lowercased()
    for ending in [".txt", ".bak", "~"] where plain.hasSuffix(ending) { plain = String(plain.dropLast(ending.count)) }
    guard plain.hasSuffix(".yml") || plain.hasSuffix(".yaml") else { return nil }
    let name = plain.prefix(upTo: plain.lastIndex(of: ".") ?? plain.endIndex)
    let stem = name.prefix { $0 != " " && $0 != "(" }
    return known.first { $0 == "\(stem).yml" }
      ?? nearestName(to: "\(stem).yml", among: known).flatMap { editedOnce(stem, $0) ? $0 : nil }
  }

  /// Whether a word is one slip away from the stem of a name, so that other people's files are left in peace.
  private static func editedOnce(_ stem: Substring, _ name: String) -> Bool {
    let wanted = name.dropLast(".yml".count)
    return abs(wanted.count - stem.count) <= 1 && nearestName(to: String(stem), among: [String(wanted)]) != nil
  }

  private var tables: [Finding] {
    let read = readFiles
    let names = namesOfFiles(in: dataFolder + "/" + Table.folder)
    return names.compactMap { name in
      let file = "\(Table.folder)/\(name)"
      guard !read.contains(file), !Self.isFolder("\(dataFolder)/\(file)") else {
        return Self.misspeltFolder(name, in: names)
      }
      if let table = Table.allCases.first(where: { $0.fileName == name }) {
        guard !table.isRecorded, let other = settings.sources[table]?.first?.file else { return nil }
        return Finding(
          .warning, file: file,
          "nothing reads this file, because the settings take \(table.rawValue) from '\(other)'; take it away, or name it there as well"
        )
      }
      let parts = name.split(separator: ".")
      guard parts.count > 1, !name.hasPrefix("."), !name.hasPrefix("~"), let ending = parts.last?.lowercased(),
        Self.tableEndings.contains(ending)
      else { return nil }
      return Finding(.warning, file: file, advice(on: name, stem: String(parts[0]), among: names))
    }
  }

  private func advice(on name: String, stem: String, among names: [String]) -> Message {
    guard let table = Self.table(meantBy: stem), settings.sources[table] == nil else {
      return "nothing reads this file; name it under sources in \(Settings.fileName), or take it away"
    }
    if names.contains(table.fileName) {
      return "nothing reads this file; the rows of \(table.rawValue) are those of \(table.file)"
    }
    let isText = name.lowercased().hasSuffix(".csv") || name.lowercased().hasSuffix(".tsv")
    return isText
      ? "nothing reads this file; call it \(table.fileName)"
      : "nothing reads this file; save it as \(table.fileName), or name it under sources in \(Settings.fileName)"
  }

  /// The table that a name is near to: spelt otherwise, in the singular, or with more behind it.
  private static func table(meantBy stem: String) -> Table? {
    let names = Table.allCases.map(\.rawValue)
    let plain = stem.lowercased().filter { $0.isLetter || $0 == "_" }
    return nearestName(to: plain, among: names).flatMap(Table.init(rawValue:))
      ?? Table.allCases.first { plain.hasPrefix($0.rawValue) }
  }

  private static func misspeltFolder(_ name: String, in names: [String]) -> Finding? {
    guard !folders.contains(name), let folder = nearestName(to: name, among: folders), !names.contains(folder),
      !name.contains(".")
    else { return nil }
    return Finding(.warning, file: "\(Table.folder)/\(name)", "nothing reads this folder; call it \(folder)")
  }

  /// Notes that no account gets, by the ending of the file; those of unknown accounts are told where notes are read.
  private func notes(_ folder: String) -> [Finding] {
    namesOfFiles(in: dataFolder + "/" + folder).compactMap { name in
      guard !name.hasSuffix(".md"), !name.hasPrefix("."), !name.lowercased().hasPrefix("readme"),
        let dot = name.lastIndex(of: "."),
        Self.noteEndings.contains(name[name.index(after: dot)...].lowercased())
      else { return nil }
      let id = String(decoding: percentDecoded(name[..<dot]), as: UTF8.self)
      let known = ids.flatMap { $0.contains(id) ? id : sameIdentity(as: id, among: $0) }
      let wanted: Message = known.map { "; call it '\(Self.fileName(of: $0))'" } ?? "; a note ends in .md"
      return Finding(
        .warning, file: "\(folder)/\(name)", "nothing reads this file\(wanted)",
        group: known == nil ? Finding.Group(.files, of: folder) : nil)
    }
  }

  /// The name of the note of an account.
  static func fileName(of id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      let isOdd = scalar == "/" || scalar == "%" || scalar.properties.generalCategory == .control
      name.unicodeScalars.append(contentsOf: (isOdd ? "%" + hexadecimal(scalar) : String(scalar)).unicodeScalars)
    }
    return name + ".md"
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }

  /// Notes on editions whose names are no edition's.
  private var editionNotes: [Finding] {
    let folder = "data/edition"
    return namesOfFiles(in: dataFolder + "/" + folder).compactMap { name in
      let week = name.hasSuffix(".md") ? String(name.dropLast(3)) : ""
      guard !name.hasPrefix("."), !Self.isEdition(week) else { return nil }
      return Finding(
        .warning, file: "\(folder)/\(name)",
        "nothing reads this file; it is called as its edition is, such as \("2026-W47.md")",
        group: Finding.Group(.files, of: folder))
    }
  }

  private static func isEdition(_ name: String) -> Bool {
    let digits = name.utf8.map { (48...57).contains($0) ? UInt8(ascii: "0") : $0 }
    return digits.elementsEqual("0000-W00".utf8)
  }

  private static func isFolder(_ path: String) -> Bool { (try? Files.isFolder(path)) ?? false }

  static func plainPath(_ file: String) -> String {
    file.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}

/// The names in a folder in their order, to give advice on them; none where it cannot be read, which others say.
func namesOfFiles(in folder: String) -> [String] { (try? namesIfThere(folder)) ?? [] }
