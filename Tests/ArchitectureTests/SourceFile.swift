import Foundation

/// A Swift file of the repository and the modules that it imports.
struct SourceFile {
  let path: String
  let imports: Set<String>

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Every Swift file of a folder and the folders in it.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = repository.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      return SourceFile(path: "\(folder)/\(name)", imports: imports(in: text))
    }
  }

  /// The modules that a text imports, after any attribute, access level or kind of declaration.
  static func imports(in text: String) -> Set<String> {
    let kinds: Set = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias", "actor"]
    var modules: Set<String> = []
    for statement in text.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      let words = statement.split(whereSeparator: \.isWhitespace)
      guard let keyword = words.firstIndex(of: "import") else { continue }
      let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
      guard words[..<keyword].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }) else { continue }
      let named = words[(keyword + 1)...].first { !kinds.contains(String($0)) }
      if let module = named?.split(separator: ".").first { modules.insert(String(module)) }
    }
    return modules
  }
}
