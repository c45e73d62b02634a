import Files
import Health
import Ledger
import Portfolio
import Publishing
import Review

/// The inputs of a site, by name and digest: the program itself, every file read, the templates, the earlier editions
/// and the day.
struct EditionInputs {
  /// The inputs in a fixed order, each once.
  let inputs: [Ledger.Input]
  /// The digest of all of them.
  let digest: String

  /// Reads those inputs that are not in memory.
  init(_ workspace: Workspace, _ history: History) throws(FileError) {
    var inputs: [Ledger.Input] = [("program", try Digest.sha256(fileAt: "/proc/self/exe"))]
    for path in workspace.portfolio.inputs {
      // The path of the folder does not affect the site; the name of a note does, as it names the account.
      let name = path.split(separator: "/").last ?? ""
      inputs.append((String(name), try Digest.sha256(fileAt: path)))
    }
    for file in workspace.brandFiles { inputs.append((file.path, Digest.sha256(file.bytes))) }
    for file in workspace.presentation.folder.files { inputs.append((file.name, Digest.sha256(file.bytes))) }
    for edition in history.editions { inputs.append(("\(edition.edition) r\(edition.revision)", edition.inputs)) }
    self.inputs = inputs
    let lines = [workspace.asOf.description] + inputs.map { "\($0.name) \($0.sha256)" }
    digest = Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }
}
