import BuiltInTemplates
import Files
import Findings

extension TemplateFolder {
  /// Checks the user's own files for faults that do not prevent a site: phrases of a language file that nothing shows,
  /// which are errors, and overriding files whose built-in base is missing or older.
  func staleness(language: String, isUsed: (_ key: String, _ templates: [String]) -> Bool, keys: [String]) -> [Finding]
  {
    let own = files.filter { !$0.isBuiltIn }
    var findings: [Finding] = []
    if let words = own.first(where: { $0.name == "words/\(language).yml" }) {
      let texts = (BuiltInTemplates.files.map(\.bytes) + own.map(\.bytes)).map { String(decoding: $0, as: UTF8.self) }
      for key in keys where !isUsed(key, texts) {
        findings.append(
          Finding(.error, file: words.path, "the phrase '\(key)' is used by nothing; take it out or correct its name"))
      }
    }
    for file in own where !file.name.hasPrefix("words/") {
      guard let builtIn = BuiltInTemplates.files.first(where: { $0.name == file.name }) else { continue }
      let base = "vigie-base: " + Digest.sha256(builtIn.bytes).prefix(12)
      let text = String(decoding: file.bytes, as: UTF8.self)
      guard !text.contains(base) else { continue }
      let why = text.contains("vigie-base: ") ? "was made from another version of" : "does not say its version of"
      findings.append(
        Finding(
          .warning, file: file.path,
          "\(why) the built-in \(file.name); compare the two, then write '\(base)' into a comment"))
    }
    return findings
  }
}
