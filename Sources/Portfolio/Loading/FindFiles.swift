import Files
import Findings
import Glibc

extension Settings {
  /// Puts the file that each pattern means into its place: of all whose names fit, the one whose name sorts last.
  ///
  /// - Returns: an error for each pattern that no file fits.
  mutating func findFiles(in dataFolder: String) -> [Finding] {
    var findings: [Finding] = []
    func found(_ pattern: String, _ place: (line: Int, column: Int)?) -> String {
      guard pattern.contains("*") else { return pattern }
      let names: [String]
      do throws(FileError) {
        names = try newestLast(fitting: pattern, in: dataFolder)
      } catch {
        findings.append(
          Finding(
            .error, file: Settings.fileName, line: place?.line, column: place?.column,
            "the folder of '\(pattern)' cannot be read: \(error.reason)"))
        return pattern
      }
      patterns[pattern] = names
      if let newest = names.last { return newest }
      findings.append(
        Finding(
          .error, file: Settings.fileName, line: place?.line, column: place?.column,
          "no file fits '\(pattern)'; put the export there, or correct the pattern"))
      return pattern
    }
    func found(_ files: [NamedFile]) -> [NamedFile] {
      files.map { file in
        var file = file
        file.file = found(file.file, file.place)
        return file
      }
    }
    files = found(files)
    for (table, list) in sources {
      sources[table] = list.map { source in
        var source = source
        switch source.origin {
        case .file(let file): source.origin = .file(found(file, source.place))
        case .query(let query, let files): source.origin = .query(query, over: found(files))
        case .sqlite, .engine: break
        }
        return source
      }
    }
    return findings
  }
}

/// The files of a folder that a pattern fits, as the settings would name them, in the order of their names; none of a
/// folder that is not there.
func newestLast(fitting pattern: String, in dataFolder: String) throws(FileError) -> [String] {
  let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
  let folder = parts.dropLast().joined(separator: "/")
  let path = pattern.hasPrefix("/") ? folder : folder.isEmpty ? dataFolder : dataFolder + "/" + folder
  // Only * stands for something else than itself.
  let name = (parts.last ?? "").map { "[?\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  return (try namesIfThere(path) ?? []).filter { file in
    !file.hasPrefix(".") && !file.hasPrefix("~$") && fnmatch(name, file, 0) == 0
  }.map { folder.isEmpty && !pattern.hasPrefix("/") ? $0 : folder + "/" + $0 }
}
