import Markdown
import Templates

/// One customer's document: facts that the customer may see, in the customer's language.
public struct CustomerDocument: Sendable {
  let facts: CustomerFacts
  let language: CustomerLanguage
  let templates: CustomerTemplates
  private let tool: String

  /// The maximum number of open requests to list.
  static let mostRequests = 5
  /// The maximum number of questions raised by the figures alone.
  static let mostAsks = 4

  /// Creates a document from facts and their presentation.
  ///
  /// - Parameter tool: name and version of the program.
  public init(
    _ facts: CustomerFacts, language: CustomerLanguage, templates: CustomerTemplates, tool: String
  ) {
    self.facts = facts
    self.language = language
    self.templates = templates
    self.tool = tool
  }

  /// The document as one self-contained HTML file, marked with its source.
  public func html(source: SnapshotMark.Source) -> [UInt8] {
    let sheet = InlineStyle(templates.style)
    let mark = SnapshotMark(kind: .customer, source: source)
    let frame = CustomerFrame(
      language: facts.language, title: title, sender: facts.sender ?? "", style: sheet.bytes, styleHash: sheet.hash,
      tool: tool, mark: mark.unsigned, fingerprint: SnapshotMark.blank,
      foot: language(.foot, ["date": language.date(facts.asOf)]), content: content())
    var html: [UInt8] = []
    templates.frame.render(frame, into: &html)
    replaceForbidden(in: &html)
    DirectionControls.remove(from: &html)
    return SnapshotMark.sign(html)
  }

  var title: String { "\(facts.name) · \(lead)" }

  private var lead: String { language(.lead, ["date": language.date(facts.asOf)]) }

  private func content() -> [UInt8] {
    var drawings: [[UInt8]] = []
    func add(_ html: [UInt8]?) -> String {
      guard let html, !html.isEmpty else { return "" }
      drawings.append(html)
      return String(drawings.count - 1)
    }
    func prose(_ text: String?) -> String { add(text.map { Note($0).html }) }
    let asks = facts.words?.conversation == nil ? self.asks : []
    let page = CustomerPage(
      name: facts.name, lead: lead, prepared: prepared, context: prose(facts.words?.context), figures: add(figures()),
      met: meetings, hasGoals: !(facts.goals ?? []).isEmpty, asksForGoals: facts.goals?.isEmpty ?? false,
      goals: (facts.goals ?? []).map { row($0, bar: add(bar($0))) }, adoption: adoption, line: add(line()),
      support: support,
      open: (facts.support?.open ?? []).prefix(Self.mostRequests).map {
        CustomerOpenRow(subject: $0.subject, opened: language.date($0.openedOn))
      }, moreOpen: moreRequests, learned: prose(facts.words?.learned),
      steps: openSteps.map(row),
      done: (facts.steps ?? []).filter(isDone).map(row), conversation: prose(facts.words?.conversation),
      asks: asks)
    var html: [UInt8] = []
    templates.skeletons.render(
      templates.page.marked(page), of: CustomerTemplates.names[0], figures: drawings, into: &html)
    return html
  }

  private var prepared: String {
    let by: String? =
      switch (facts.manager, facts.sender) {
      case (let manager?, let sender?): language(.preparedByOf, ["name": manager, "sender": sender])
      case (let name?, nil), (nil, let name?): language(.preparedBy, ["name": name])
      case (nil, nil): nil
      }
    let since = facts.since.map { language(.since, ["date": language.date($0)]) }
    return [by, since].compactMap { $0 }.joined(separator: " · ")
  }
}
