import Files
import Health
import Ledger
import Portfolio
import Publishing
import Review

/// The inputs of a site, by name and digest: the program itself, every file read, the templates, the earlier editions,
/// what was withdrawn or accepted, and the day.
struct EditionInputs {
  /// The inputs in a fixed order, each once.
  let inputs: [Ledger.Input]
  /// The digest of all of them.
  let digest: String
  /// The digest of all that reach pages by other ways than the rows about accounts.
  let besideRows: String
  private let rows: Set<Int>
  private let asOf: Day

  /// Reads those inputs that are not in memory.
  ///
  /// - Parameters:
  ///   - editions: those before.
  ///   - withdrawn: those that were taken back, which pages say.
  init(_ workspace: Workspace, _ editions: [PublishedEdition], withdrawn: [WithdrawnEdition]) throws(FileError) {
    let program = if let program = workspace.program { program } else { try Digest.ofProgram() }
    var inputs: [Ledger.Input] = [("program", program)]
    var rows: Set<Int> = []
    for input in workspace.portfolio.inputs {
      let digest = if let result = input.resultDigest { result } else { try Digest.sha256(fileAt: input.path) }
      if input.isAboutAccounts { rows.insert(inputs.count) }
      inputs.append((input.name, digest))
    }
    for file in workspace.brandFiles { inputs.append((file.path, Digest.sha256(file.bytes))) }
    for file in workspace.presentation.folder.files { inputs.append((file.name, Digest.sha256(file.bytes))) }
    for edition in editions { inputs.append(("\(edition.edition) r\(edition.revision)", edition.inputs)) }
    for one in withdrawn { inputs.append(("withdrawn \(one.name)", Digest.sha256(Array(one.reason.utf8)))) }
    self.init(inputs, rows: rows, asOf: workspace.asOf)
  }

  /// - Parameter rows: the positions of those whose rows, or words, are about accounts.
  private init(_ inputs: [Ledger.Input], rows: Set<Int>, asOf: Day) {
    self.inputs = inputs
    self.rows = rows
    self.asOf = asOf
    func digest(_ chosen: [Ledger.Input]) -> String {
      let lines = [asOf.description] + chosen.map { "\($0.name) \($0.sha256)" }
      return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
    }
    self.digest = digest(inputs)
    besideRows = digest(inputs.indices.filter { !rows.contains($0) }.map { inputs[$0] })
  }

  /// What differs from the inputs of a publication on record, as the end of a sentence; empty where nothing has a name.
  func differences(from recorded: [Ledger.Input], files: [PortfolioInput]) -> String {
    let known = Set(recorded.map { "\($0.name) \($0.sha256)" })
    let changed = inputs.filter { !known.contains("\($0.name) \($0.sha256)") }
    let gone = Set(recorded.map(\.name)).subtracting(inputs.map(\.name))
    var advice: ToolDifference?
    let words = changed.map { input -> String in
      let before = recorded.filter { $0.name == input.name }
      guard !before.isEmpty else { return "\(input.name) is new" }
      let path = files.first { $0.resultDigest == nil && $0.name == input.name }?.path
      let bytes = path.flatMap { try? contentsIfThere($0) }
      let byTool = bytes.flatMap { bytes in
        before.lazy.compactMap { ToolDifference.between(bytes, sha256: $0.sha256) }.first
      }
      advice = advice ?? byTool
      return byTool.map { "\(input.name) in \($0) alone" } ?? input.name
    }
    let all = words + gone.sorted().map { "\($0) is gone" }
    guard !all.isEmpty else { return "" }
    let more = all.count > 5 ? " and \(grouped(all.count - 5)) more" : ""
    return "; what differs: " + all.prefix(5).joined(separator: ", ") + more + (advice.map { "; \($0.advice)" } ?? "")
  }

  /// The same with guards that were accepted, whose reasons pages say.
  func accepting(_ accepted: [AcceptedGuard]) -> EditionInputs {
    let reasons = accepted.map { (name: "accepted \($0.kind.rawValue)", sha256: Digest.sha256(Array($0.reason.utf8))) }
    return EditionInputs(inputs + reasons, rows: rows, asOf: asOf)
  }
}
