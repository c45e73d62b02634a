public import Findings
public import Health
public import Languages
import Spelling
import YAML

/// What `digest` in `vigie.yml` decides about messages: from whom they are, who gets them, and what may be in them.
public struct DigestSettings: Sendable {
  /// The sender of mail, such as `Vigie <vigie@example.org>`.
  public var from = "Vigie <vigie@localhost>"
  /// Who gets the digest of the whole book.
  public var leadership: [String] = []
  /// Who hears of a run that failed; leadership where nobody is named.
  public var failed: [String] = []
  /// The addresses of people, by their name as people are compared.
  var people: [String: String] = [:]
  /// The messages that what somebody wrote may go into.
  public var reasons = Remark.Messages.mail

  /// The address of a person; nil where none is named.
  public func address(of person: String) -> String? { people[person.nameKey] }
}

extension YAMLReader {
  mutating func digest(_ node: Node) -> DigestSettings {
    let fields = fields(node, of: "digest", known: ["from", "leadership", "failed", "people", "reasons"])
    var digest = DigestSettings()
    if let from = fields["from"].flatMap({ addresses($0, "from") })?.first { digest.from = from }
    digest.leadership = fields["leadership"].flatMap { addresses($0, "leadership") } ?? []
    digest.failed = fields["failed"].flatMap { addresses($0, "failed") } ?? []
    let people = fields["people"].map { entries($0, of: "the people") } ?? []
    for person in people {
      digest.people[person.key.nameKey] = addresses(person.value, "the address of \(person.key)")?.first
    }
    digest.reasons = choice(fields["reasons"], "reasons", of: Remark.Messages.self) ?? digest.reasons
    return digest
  }

  /// One address or a list of them.
  private mutating func addresses(_ node: Node, _ what: String) -> [String]? {
    (node.sequence.map(Array.init) ?? [node]).compactMap { node in
      guard let address = text(node, what) else { return nil }
      guard isAddress(address) else {
        fail(node, "\(what) is '\(address)'; write an address such as ines@example.org or Ines Roth <ines@example.org>")
        return nil
      }
      return address
    }
  }

  /// Whether a text is one mail address, with or without a name before it.
  private func isAddress(_ text: String) -> Bool {
    var address = Substring(text)
    if let open = text.lastIndex(of: "<") {
      guard text.last == ">", !text[..<open].contains(where: { "<>@,;\r\n".contains($0) }) else { return false }
      address = text[text.index(after: open)...].dropLast()
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && address.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"<>,;:\"()[]\\".utf8.contains($0) }
  }
}

extension Settings {
  /// The settings of a folder by themselves, and what is wrong with them, where the tables are of no interest or cannot be
  /// read.
  public static func read(in folder: String, languages: Languages) -> (settings: Settings, findings: [Finding]) {
    var loader = Loader(folder: folder, dataFolder: folder, asOf: Day(number: 0))
    let presets = loader.presets()
    let text = loader.configuration(fileName) ?? ""
    let (settings, findings) = parse(text, locales: languages.codes, presets: presets)
    return (settings, loader.log.findings + findings)
  }
}
