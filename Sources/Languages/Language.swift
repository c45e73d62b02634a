public import Findings
import YAML

/// The contents of a language file.
public struct Language: Sendable {
  /// The phrases by key.
  public let phrases: [String: String]
  /// The translations of findings, by pattern.
  public let findings: [String: String]
  /// The rule that chooses the form of a phrase for a count.
  public let plural: PluralRule
  /// The rule that chooses the form of an ordinal, such as 2nd.
  public let ordinal: PluralRule
  /// The words by which people speak of a risk, by its kind, as the file writes them; empty where it has none.
  public let signs: [String: [String]]
  /// The faults of the rules and lists; a faulty one is treated as empty.
  public let faults: [Finding]

  /// Reads a language file, a YAML mapping of phrases with a few sections.
  ///
  /// - Throws: the finding that says why the file cannot be read at all.
  public init(_ file: LanguageFile) throws(LanguageProblem) {
    var sections: [String: [String: String]] = [:]
    var phrases: [String: String] = [:]
    do {
      guard let mapping = try parseYAML(file.text)?.mapping else {
        throw LanguageProblem(findings: [Finding(.error, file: file.path, "a language file is a mapping of phrases")])
      }
      for (key, value) in mapping {
        guard let key = key.scalar?.string else { continue }
        if let phrase = value.scalar?.string { phrases[key] = phrase }
        if let entries = value.mapping {
          sections[key] = entries.reduce(into: [:]) { section, entry in
            if let key = entry.key.scalar?.string, let text = entry.value.scalar?.string { section[key] = text }
          }
        }
      }
    } catch let problem as LanguageProblem {
      throw problem
    } catch {
      let (mark, problem) = ((error as? YAMLError)?.mark, (error as? YAMLError)?.problem ?? "\(error)")
      throw LanguageProblem(findings: [
        Finding(.error, file: file.path, line: mark?.line, column: mark?.column, "cannot be read as YAML: \(problem)")
      ])
    }
    var faults: [Finding] = []
    func rule(_ name: String) -> PluralRule {
      do throws(PluralRule.Fault) {
        if let section = sections[name] { return try PluralRule(section) }
        faults.append(
          Finding(.error, file: file.path, "the rule '\(name)' is missing; write such as \(name): {one: n = 1}"))
      } catch {
        faults.append(Finding(.error, file: file.path, "the rule '\(name)' cannot be read: \(error.reason)"))
      }
      return PluralRule()
    }
    plural = rule("plural")
    ordinal = rule("ordinal")
    signs = sections["signs", default: [:]].mapValues { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    self.phrases = phrases
    self.faults = faults
    findings = sections["findings", default: [:]]
  }
}

/// The faults of a language file.
public struct LanguageProblem: Error {
  /// The findings, one per fault.
  public let findings: [Finding]

  /// Creates a problem from findings.
  public init(findings: [Finding]) { self.findings = findings }
}
