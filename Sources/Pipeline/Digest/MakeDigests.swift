import Archive
import Findings
import FoundationEssentials
public import Health
import Languages
import Ledger
import Portfolio
import Publishing
import Review
import Site
import Snapshot
import Spelling

/// Which digests are wanted, and when.
public struct DigestOrder: Sendable {
  /// When a reader gets a message.
  public enum Condition: String, CaseIterable, Sendable {
    /// When there is something that the reader was not told before.
    case changed
    /// When there is anything to tell.
    case any
  }

  /// The person whose digest alone is wanted; nil for all.
  public let csm: String?
  /// When a reader gets a message; nil for always.
  public let condition: Condition?
  /// Whether readers who were told of the edition are told once more.
  public let again: Bool
  /// The folder of the files; nil for the portfolio's own.
  public let out: String?

  /// Creates an order.
  public init(csm: String? = nil, condition: Condition? = nil, again: Bool = false, out: String? = nil) {
    self.csm = csm
    self.condition = condition
    self.again = again
    self.out = out
  }
}

/// The files that were made of an edition's digests.
public struct MadeDigests: Sendable {
  /// The edition as people call it; nil where none has been published.
  public let edition: String?
  /// What became of each reader, in words.
  public let readers: [String]
  /// What was written.
  public let written: WrittenSite
}

extension PortfolioFolder {
  /// The folder of messages and calendars by default.
  public var digests: String { path + "/digest" }

  private var toldFile: String { "\(path)/\(ToldRegister.fileName)" }

  /// Makes the messages and calendars of the newest edition that stands, from its archive, and remembers who was told what.
  ///
  /// The folder then holds the files of this run alone.
  public func digest(_ order: DigestOrder, reporter: Reporter = .silent) throws -> MadeDigests {
    let settings = try digestSettings(reporter)
    guard let edition = try standingEdition() else {
      throw Refusal("nothing has been published from '\(path)', so there is nothing to tell; see vigie publish")
    }
    let digests = try wanted(order.csm, among: try digests(of: edition))
    let language = digests.first?.edition.language ?? settings.locale
    let presentation = try Presentation(templates, language: language, around: Self.starterDay)
    let press = press(settings, presentation)
    let withdrawn = try ledger()?.withdrawn() ?? []
    var readers: [String] = []
    let written = try remembering { register in
      var lines: [UInt8] = []
      var files: [OutputFile] = []
      for published in digests {
        // Who was told of an edition that was taken back hears of that first.
        let last = register.last(for: published)
        let taken = withdrawn.first { $0.edition.description == last?.edition && $0.revision == last?.revision }
        let digest = taken.map { published.noting($0, words: presentation.words) } ?? published
        files.append(press.calendar(digest, sequence: edition.sequence))
        let name = digest.csm ?? digest.reader
        let known = register.knows(digest)
        let told = register.told(before: digest)
        let new = digest.items.count { !told.contains($0.token) }
        guard !known || order.again else {
          readers.append("\(name): was told of \(edition.id) already; --again makes the messages once more")
          continue
        }
        let isWanted =
          switch order.condition {
          case .changed: new > 0 || taken != nil
          case .any: !digest.items.isEmpty || taken != nil
          case nil: true
          }
        if isWanted {
          let to = digest.csm.map { settings.digest.address(of: $0).map { [$0] } ?? [] } ?? settings.digest.leadership
          files += press.messages(digest, told: told, envelope: .init(from: settings.digest.from, to: to))
          let key = digest.csm.map { "digest.people for \($0)" } ?? "digest.leadership"
          readers.append(
            "\(name): \(grouped(new)) new, \(grouped(digest.items.count - new)) told before"
              + (to.isEmpty ? "; the mail has no address, which vigie.yml can name under \(key)" : ""))
        } else {
          readers.append("\(name): nothing \(order.condition == .changed ? "new" : "to tell"), so no message")
        }
        if !known { lines += ToldRegister.Line(digest).bytes }
      }
      return (try place(files, in: order.out ?? self.digests, record: "\(edition.id) digest"), lines)
    }
    return MadeDigests(edition: "\(edition.id)", readers: readers, written: written)
  }

  /// Makes the messages that a run failed; the same failure after the same edition is told once.
  ///
  /// - Parameters:
  ///   - output: what the run said.
  ///   - day: the day of the run.
  public func digest(failed output: [UInt8], on day: Day, _ order: DigestOrder) throws -> MadeDigests {
    // What stops a run may be in the settings; what can be read of them serves.
    let languages = try (try? Languages(templates)) ?? Languages(.builtIn)
    let settings = Settings.read(in: path, languages: languages).settings
    let edition = try? standingEdition()
    let told = edition.flatMap { try? digests(of: $0) } ?? []
    let presentation =
      try (try? Presentation(templates, language: settings.locale, around: day))
      ?? Presentation(.builtIn, language: settings.locale, around: day)
    let digest = ReaderDigest.failed(
      failureLines(of: output), on: day, after: told.first?.edition, title: settings.title, words: presentation.words,
      tool: Tool.name)
    let press = press(settings, presentation)
    // Who has subscribed still finds the calendars.
    let calendars = told.map { press.calendar($0, sequence: edition?.sequence ?? 0) }
    var readers: [String] = []
    let written = try remembering { register in
      guard !register.knowsWords(digest) || order.again else {
        readers.append("failed: was told already; --again makes the messages once more")
        return (try place(calendars, in: order.out ?? digests, record: "failed"), [])
      }
      let named = settings.digest.failed.isEmpty ? settings.digest.leadership : settings.digest.failed
      readers.append("failed: \(counted(digest.items.count, "line")) of what stopped the run")
      let files = calendars + press.messages(digest, told: [], envelope: .init(from: settings.digest.from, to: named))
      return (try place(files, in: order.out ?? digests, record: "failed"), ToldRegister.Line(digest).bytes)
    }
    return MadeDigests(edition: edition.map { "\($0.id)" }, readers: readers, written: written)
  }

  // MARK: Steps

  private func digestSettings(_ reporter: Reporter) throws -> Settings {
    let (settings, findings) = try Settings.read(in: path, languages: Languages(templates))
    reporter.warn(findings)
    guard !findings.contains(where: { $0.severity == .error }) else {
      throw Refusal.nothingWritten("the settings cannot be used as they are")
    }
    return settings
  }

  private typealias StandingEdition = (id: EditionID, sequence: Int)

  /// The newest edition that stands; nil where there is none.
  private func standingEdition() throws -> StandingEdition? {
    let publications = try ledger()?.publications() ?? []
    let standing = publications.filter { $0.withdrawn == nil }.compactMap(\.id).max()
    // Each publication and each withdrawal is one state more.
    return standing.map { ($0, publications.count + publications.count { $0.withdrawn != nil }) }
  }

  private func digests(of edition: StandingEdition) throws -> [ReaderDigest] {
    let archived = try ArchivedEdition(edition.id, in: archive)
    guard let file = try archived.contents(of: ReaderDigest.fileName) else {
      throw Refusal(
        "\(edition.id) was published by a Vigie that kept no digest; publish the week again with --revise, or the next one"
      )
    }
    do {
      return try ReaderDigest.digests(of: file.bytes)
    } catch {
      throw Refusal(
        "\(archived.path) holds a digest that this version cannot read; make it with \(archived.manifest.tool)")
    }
  }

  private func wanted(_ csm: String?, among digests: [ReaderDigest]) throws -> [ReaderDigest] {
    guard let csm else { return digests }
    let chosen = digests.filter { $0.csm?.nameKey == csm.trimmed().nameKey }
    guard !chosen.isEmpty else {
      let names = digests.compactMap(\.csm)
      throw Refusal(
        "nobody called '\(csm)' looks after an account of that edition\(identitySuggestion(for: csm, among: names))")
    }
    return chosen
  }

  private func press(_ settings: Settings, _ presentation: Presentation) -> DigestPress {
    DigestPress(
      presentation.words, templates: presentation.templates, site: settings.siteURL, reasons: settings.digest.reasons)
  }

  /// Makes files while nobody else tells anybody, then adds lines to the memory.
  private func remembering(
    _ make: (ToldRegister) throws -> (written: WrittenSite, lines: [UInt8])
  ) throws -> WrittenSite {
    var written: WrittenSite?
    var told = try GrowingFile(toldFile)
    try told.append(durably: true) { bytes in
      let made = try make(ToldRegister(bytes))
      written = made.written
      return made.lines
    }
    guard let written else { throw Refusal("cannot write '\(toldFile)'") }
    return written
  }

  /// Puts the files of this run in place of those of the last.
  private func place(_ files: [OutputFile], in folder: String, record: String) throws -> WrittenSite {
    let publication = try openSite(folder)
    return WrittenSite(try publication.finish(try files.map(publication.place), record: record), in: folder)
  }
}

/// The most lines of a failed run that are told.
private let mostFailureLines = 20

/// The lines of a run that say why it failed, those that stopped it first.
private func failureLines(of output: [UInt8]) -> [String] {
  let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline).map { $0.trimmed() }
    .filter { !$0.isEmpty }
  func isStop(_ line: String) -> Bool {
    line.hasPrefix("vigie:") || line.hasPrefix("guard ") || line.contains(" error: ")
  }
  return Array((lines.filter(isStop) + lines.filter { !isStop($0) }).prefix(mostFailureLines))
}
