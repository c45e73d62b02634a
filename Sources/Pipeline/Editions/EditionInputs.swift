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
  private let asOf: Day

  /// Reads those inputs that are not in memory.
  ///
  /// - Parameters:
  ///   - editions: those before.
  ///   - withdrawn: those that were taken back, which pages say.
  init(_ workspace: Workspace, _ editions: [PublishedEdition], withdrawn: [WithdrawnEdition]) throws(FileError) {
    var inputs: [Ledger.Input] = [("program", try Digest.sha256(fileAt: "/proc/self/exe"))]
    for input in workspace.portfolio.inputs {
      // Where the folder lies says nothing about the site; the name of a note says whose it is.
      let name = input.path.split(separator: "/").last ?? ""
      let digest = if let result = input.resultDigest { result } else { try Digest.sha256(fileAt: input.path) }
      inputs.append((String(name), digest))
    }
    for file in workspace.brandFiles { inputs.append((file.path, Digest.sha256(file.bytes))) }
    for file in workspace.presentation.folder.files { inputs.append((file.name, Digest.sha256(file.bytes))) }
    for edition in editions { inputs.append(("\(edition.edition) r\(edition.revision)", edition.inputs)) }
    for one in withdrawn { inputs.append(("withdrawn \(one.name)", Digest.sha256(Array(one.reason.utf8)))) }
    self.init(inputs, asOf: workspace.asOf)
  }

  private init(_ inputs: [Ledger.Input], asOf: Day) {
    self.inputs = inputs
    self.asOf = asOf
    let lines = [asOf.description] + inputs.map { "\($0.name) \($0.sha256)" }
    digest = Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  /// The same with guards that were accepted, whose reasons pages say.
  func accepting(_ accepted: [AcceptedGuard]) -> EditionInputs {
    let reasons = accepted.map { (name: "accepted \($0.kind.rawValue)", sha256: Digest.sha256(Array($0.reason.utf8))) }
    return EditionInputs(inputs + reasons, asOf: asOf)
  }
}
