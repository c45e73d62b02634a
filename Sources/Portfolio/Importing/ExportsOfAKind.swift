import Review
import Tables

extension ImportPlanner {
  /// The files without those that are older exports of the same kind: where the newest has hardly a row of the others, each
  /// has rows of its own, and all of them are read by their names.
  mutating func newest(
    of found: [(file: ExportFile, kind: Recognition.Kind)]
  ) -> [(file: ExportFile, kind: Recognition.Kind)] {
    var kept: [(file: ExportFile, kind: Recognition.Kind)] = []
    for index in found.indices {
      var (file, kind) = found[index]
      let others = filesFitting(file.pattern).filter { $0 != file.name }
      let given = found.filter {
        $0.file.pattern == file.pattern && $0.kind.table == kind.table && $0.file.name != file.name
      }
      let strange = others.filter { name in
        !given.contains { $0.file.name == name && $0.file.header == file.header } && !isOlder(name, than: file)
      }
      let later = given.filter { $0.file.name > file.name }
      if file.pattern == file.name { kept.append((file, kind)); continue }
      if !strange.isEmpty || given.contains(where: { !$0.file.repeats(file) && !file.repeats($0.file) }) {
        // A pattern would take another file, or one of several.
        file.isNamedExactly = true
        kept.append((file, kind))
      } else if let last = later.map(\.file.name).max() {
        var proposal = Proposal(file: file.name, table: kind.table)
        proposal.isKnown = true
        proposal.reasons = ["an older export of the same kind; \(last) is read"]
        plan.proposals.append(proposal)
      } else {
        kept.append((file, kind))
      }
    }
    return kept
  }

  /// Whether a file of the folder has the same columns and a name that sorts before.
  private func isOlder(_ name: String, than file: ExportFile) -> Bool {
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    return name < file.name && (try? exportFile(path, name, file.layout.sheet))?.header == file.header
  }

  /// The names of the files of the folder that a pattern fits.
  private func filesFitting(_ pattern: String) -> [String] {
    pattern.contains("*") ? (try? newestLast(fitting: pattern, in: folder)) ?? [] : []
  }
}
