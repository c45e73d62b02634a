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
}

/// Creates and checks the documents of customers, each in the customer's language.
struct CustomerPress {
  private let maker: SnapshotMaker
  private let engine: PDFEngine?
  private var knowledge: PrivateKnowledge?
  private let builtInStyle: [UInt8]
  private var languages: [String: (templates: CustomerTemplates, language: CustomerLanguage)] = [:]
  private var scans: [String: ProofScan] = [:]
  private var leakPlaces: LeakPlaces?

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
    let leaks = scan.leaks(in: passages, facts: facts, of: account)
    guard leaks.isEmpty else {
      var places = leakPlaces ?? LeakPlaces(maker.portfolio, dataFolder: maker.workspace.folder.dataPath)
      for leak in scan.traced(leaks, facts: facts, of: account) {
        maker.workspace.reporter.warn(onOneLine(places.words(for: leak, in: name, facts: facts, of: account)))
      }
      leakPlaces = places
      throw Refusal.nothingWritten(
        "the document of '\(maker.portfolio.evidence.accounts[account].id.text)' holds what its customer must not read")
    }
    return CustomerFiles(html: html, pdf: pdf, facts: facts, source: source, passages: passages)
  }

  /// The record for the sender, written next to a document.
  func record(_ files: CustomerFiles, of account: Int, written: [RedactionRecord.File]) -> RedactionRecord {
    let settings = maker.portfolio.settings.customer
    return RedactionRecord(
      files: written, fingerprint: SnapshotMark.read(files.html)?.fingerprint ?? "",
      edition: maker.madeFrom, facts: files.facts, allowed: settings.allowed,
      coverage: knowledge?.coverage(for: account) ?? [],
      places: files.passages.map(\.name), known: settings.known.count)
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
    // The private values are gathered once for all languages, and not for documents that are only compared.
    let knowledge =
      self.knowledge
      ?? PrivateKnowledge(
        maker.review, plans: maker.portfolio.customerMaterial.plans,
        words: ProofWords(maker.workspace.presentation.folder.languages.read()))
    self.knowledge = knowledge
    let scan = ProofScan(
      knowledge, known: maker.portfolio.settings.customer.known,
      vocabulary: try maker.workspace.presentation.folder.builtInWords(code)?.customerLanguage(
        around: CalendarDay(maker.asOf)
      )
      .vocabulary
        ?? [])
    scans[code] = scan
    return scan
  }
}
