import Archive
import BuiltInTemplates
import Customer
import Findings
import FoundationEssentials
import Health
import Languages
import Portfolio
import Site
import Snapshot
import Templates

/// A customer's files and what was done to them.
struct CustomerFiles {
  let html: [UInt8]
  let pdf: [UInt8]?
  let facts: CustomerFacts
  let source: SnapshotMark.Source
  let passages: [ProofScan.Passage]
  let confirmed: [Leak]
}

/// Creates and checks the documents of customers, each in the customer's language.
struct CustomerPress {
  private let maker: SnapshotMaker
  private let engine: PDFEngine?
  private var evidence: PrivateEvidence?
  private let builtInStyle: [UInt8]
  private var languages: [String: (templates: CustomerTemplates, language: CustomerLanguage)] = [:]
  private var scans: [String: ProofScan] = [:]

  /// The maximum number of faults of a page to report.
  private static let mostFaults = 10

  init(_ maker: SnapshotMaker, engine: PDFEngine?) {
    self.maker = maker
    self.engine = engine
    builtInStyle = BuiltInTemplates.files.first { $0.name == CustomerTemplates.styleName }?.bytes ?? []
  }

  /// Renders a document without searching it, for comparison with one that was searched.
  mutating func document(of account: Int) throws -> (html: [UInt8], facts: CustomerFacts, source: SnapshotMark.Source) {
    let (facts, source) = try maker.facts(of: account)
    let (templates, language) = try language(facts.language)
    let document = CustomerDocument(facts, language: language, templates: templates, tool: Tool.name)
    return (document.html(source: source), facts, source)
  }

  /// Renders a document and searches it.
  ///
  /// - Parameter name: the name for its files.
  /// - Throws: `Refusal` with the fields whose values were found in it.
  mutating func files(of account: Int, name: String) throws -> CustomerFiles {
    let (html, facts, source) = try document(of: account)
    let scan = try scan(facts.language)
    let page = FinishedPage(html, builtInStyle: builtInStyle)
    // This comes before rendering, when an engine would load and run what the page asks it to.
    guard page.faults.isEmpty else {
      for fault in page.faults.prefix(Self.mostFaults) {
        maker.workspace.reporter.warn(onOneLine("\(name): error: \(fault)"))
      }
      throw Refusal.nothingWritten(
        "the document of '\(maker.portfolio.evidence.accounts[account].id.text)' is not a page that can be given away")
    }
    var passages = [ProofScan.Passage("file name", name, isLowercase: true)] + page.passages
    let pdf = try engine?.render(html, day: facts.asOf.description)
    if let pdf { passages += try PDFEngine.passages(of: pdf, without: page.fingerprint) }
    let id = maker.portfolio.evidence.accounts[account].id.text
    let (open, confirmed) = scan.leaks(
      in: passages, facts: facts, of: account, confirmed: maker.portfolio.settings.customer.confirmed[id] ?? [])
    guard open.isEmpty else {
      for leak in open {
        let place = place(of: leak, account).map { "\($0): error: '\(name)' " } ?? "\(name): error: "
        maker.workspace.reporter.warn(onOneLine("\(place)\(leak)\(leak.advice(for: id))"))
      }
      throw Refusal.nothingWritten(
        open.contains { $0.code == nil }
          ? "the document of '\(id)' holds what its customer must not read"
          : "the document of '\(id)' waits for its author to confirm \(counted(open.count, "line"))")
    }
    return CustomerFiles(html: html, pdf: pdf, facts: facts, source: source, passages: passages, confirmed: confirmed)
  }

  /// The place in the portfolio's files of the line that let something in; nil when no file says it any longer.
  private func place(of leak: Leak, _ account: Int) -> String? {
    guard let fact = leak.fact else { return nil }
    switch fact.source {
    case .settings: return "vigie.yml"
    case .column(let field): return evidence?.place(of: fact.text, field: field, account: account).map { "\($0)" }
    case .words(let part):
      let material = maker.portfolio.customerMaterial
      guard let place = material.places[account], let words = material.words[account] else { return nil }
      let (lines, now) =
        switch part {
        case .context: (place.context, words.context)
        case .learned: (place.learned, words.learned)
        case .conversation: (place.conversation, words.conversation)
        }
      // The text that an edition keeps may have been changed in the file since.
      guard now == fact.text, lines.indices.contains(fact.line - 1) else { return nil }
      return "\(place.file):\(lines[fact.line - 1]):\(fact.column)"
    }
  }

  /// The record for the sender, written next to a document.
  func record(_ files: CustomerFiles, of account: Int, written: [RedactionRecord.File]) -> RedactionRecord {
    let settings = maker.portfolio.settings.customer
    return RedactionRecord(
      files: written, fingerprint: SnapshotMark.read(files.html)?.fingerprint ?? "",
      edition: maker.madeFrom, facts: files.facts, allowed: settings.allowed,
      searched: evidence?.counts ?? [:], places: files.passages.map(\.name), known: settings.known.count,
      confirmed: files.confirmed)
  }

  private mutating func language(
    _ code: String
  ) throws -> (templates: CustomerTemplates, language: CustomerLanguage) {
    if let known = languages[code] { return known }
    let language = try maker.workspace.presentation.folder.words(code).customerLanguage(around: CalendarDay(maker.asOf))
    let templates = try maker.workspace.presentation.folder.customerTemplates(language)
    languages[code] = (templates, language)
    return (templates, language)
  }

  private mutating func scan(_ code: String) throws -> ProofScan {
    if let known = scans[code] { return known }
    // The evidence is read once for all languages, and not for documents that are only compared.
    let evidence = try self.evidence ?? readEvidence()
    self.evidence = evidence
    let words = try maker.workspace.presentation.folder.builtInWords(code)
    let scan = ProofScan(
      evidence, maker.review, known: maker.portfolio.settings.customer.known,
      phrases: words?.customerLanguage(around: CalendarDay(maker.asOf)).vocabulary ?? [])
    scans[code] = scan
    return scan
  }

  private func readEvidence() throws -> PrivateEvidence {
    let languages = maker.workspace.presentation.folder.languages.read()
    var evidence = PrivateEvidence(vocabulary: languages.flatMap { $0.phrases.values })
    do throws(UnreadSource) {
      try maker.portfolio.readEvery(cellIn: maker.workspace.folder.dataPath) { cell in
        evidence.add(
          cell.text, field: cell.field, account: cell.account,
          place: PrivateEvidence.Place(file: cell.file, line: cell.line, column: cell.column))
      }
    } catch {
      throw Refusal.nothingWritten(
        "what cannot be read may be private, so no customer's document is made: \(error)")
    }
    return evidence
  }
}
