import Files
public import Health
public import Publishing
import Templates

/// Makes the files of digests in the words of a language.
public struct DigestPress: Sendable {
  /// Who a message is from and for.
  public struct Envelope: Sendable {
    let from: String
    let to: [String]

    /// Creates an envelope from addresses such as `ines@example.org` or `Ines Roth <ines@example.org>`.
    public init(from: String, to: [String]) {
      self.from = from
      self.to = to
    }
  }

  private let words: Words
  private let templates: SiteTemplates
  private let site: String
  private let reasons: Remark.Messages

  /// - Parameter site: where readers find the site, with a slash at the end; empty where nobody has told.
  public init(_ words: Words, templates: SiteTemplates, site: String, reasons: Remark.Messages) {
    self.words = words
    self.templates = templates
    self.site = site
    self.reasons = reasons
  }

  /// The mail and the messages of a digest, without what its reader was told before.
  public func messages(_ digest: ReaderDigest, told: Set<String>, envelope: Envelope) -> [OutputFile] {
    func shown(_ most: Int, inChat: Bool) -> ToldDigest {
      let hasWords = reasons == .all || reasons == .mail && !inChat
      return ToldDigest(digest, words: words, site: site, hasWords: hasWords, told: told, most: most)
    }
    let mail = ToldDigest.fitting(MailDigest.mostBytes) { most in
      self.mail(shown(most, inChat: false), envelope).bytes
    }
    let slack = SlackDigest(chat: ChatDigest(told: shown(8, inChat: true))).bytes
    let teams = ToldDigest.fitting(TeamsDigest.mostBytes) { most in
      TeamsDigest(chat: ChatDigest(told: shown(min(most, 8), inChat: true))).bytes
    }
    return [
      OutputFile(path: digest.reader + ".eml", bytes: mail),
      OutputFile(path: digest.reader + ".slack.json", bytes: slack),
      OutputFile(path: digest.reader + ".teams.json", bytes: teams),
    ]
  }

  /// The calendar of a digest: all that is open, whatever was told before.
  ///
  /// - Parameter sequence: a number that grows with every publication and withdrawal.
  public func calendar(_ digest: ReaderDigest, sequence: Int) -> OutputFile {
    OutputFile(
      path: digest.reader + ".ics",
      bytes: CalendarDigest(digest: digest, words: words, site: site, sequence: sequence).bytes)
  }

  private func mail(_ told: ToldDigest, _ envelope: Envelope) -> MailMessage {
    let edition = told.digest.edition
    // Runs that failed after one edition are told apart by their days and by what stopped them.
    let what = [told.digest.reader, edition.asOf] + told.digest.items.map(\.token)
    var html: [UInt8] = []
    templates.mail.render(MailDigest(told: told), into: &html)
    replaceForbidden(in: &html)
    return MailMessage(
      from: envelope.from, to: envelope.to, subject: inOneLine("\(words(.internal)) · \(told.digest.subject)"),
      date: mailDate(edition.asOf),
      id: [
        edition.name, "r\(edition.revision)", String(edition.fingerprint.filter(\.isHexDigit)),
        String(Digest.sha256(Array(what.joined(separator: "\n").utf8)).prefix(12)),
      ].joined(separator: "."), text: DigestText(told: told).full, html: String(decoding: html, as: UTF8.self))
  }
}
