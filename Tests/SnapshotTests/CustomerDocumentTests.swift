import Customer
import Health
import SeededRandom
@testable import Snapshot
import Testing

@Suite struct CustomerDocumentTests {
  private static let day = CalendarDay(year: 2026, month: 11, day: 16)

  private static let full = CustomerFacts(
    name: "Ateliers <Peyrac> & Fils", language: "fr", asOf: day, sender: "Bellwater", manager: "Claire Delorme",
    since: CalendarDay(year: 2024, month: 7, day: 1),
    words: CustomerFacts.Words(context: "Alpha", learned: "- Beta", conversation: "Gamma <script>x</script>"),
    goals: [
      CustomerFacts.Goal(
        goal: "Goal | one", unit: "%", baseline: 62, target: 85, latest: 76,
        dueOn: CalendarDay(year: 2026, month: 12, day: 1))
    ],
    adoption: CustomerFacts.Adoption(
      people: 149, seats: 240, day: day, shareBefore: 0.24, weeks: [120, nil, 140, 149],
      peers: CustomerFacts.Peers(sorted: [Double](repeating: 0.5, count: 20), without: nil)),
    support: CustomerFacts.Support(
      opened: 5, closed: 4, medianDays: 2.5, satisfaction: 4.25, satisfactionCount: 3,
      open: [CustomerFacts.Ticket(openedOn: day, subject: "Delta")]),
    steps: [
      CustomerFacts.Step(step: "Epsilon", dueOn: CalendarDay(year: 2027, month: 1, day: 5)),
      CustomerFacts.Step(step: "Zeta", owner: "Eta", doneOn: CalendarDay(year: 2026, month: 11, day: 2)),
    ],
    meetings: [CustomerFacts.Meeting(date: day, kind: .call)])

  static let small = CustomerFacts(name: "Peyrac", language: "en", asOf: day)

  private static let empty = CustomerFacts(
    name: "Peyrac", language: "en", asOf: day, goals: [], support: nil, steps: [], meetings: [])

  @Test func `the five parts stand in order, each with what it is about`() throws {
    let text = ProofScan.Passage.all(ofHTML: try Press("fr").html(Self.full))[0].text
    let parts = [
      "Ateliers <Peyrac> & Fils", "Contexte", "Alpha", "16 nov. 2026 (appel)", "Résultats", "Goal | one", "62", "76",
      "85",
      "149 de vos 240", "(62 %)", "24 %", "50 %", "Delta", "Ce que nous avons appris", "Beta", "Plan du prochain",
      "Epsilon", "à désigner", "5 janv. 2027", "Zeta", "Eta", "Questions à aborder", "Gamma",
    ]
    var rest = Substring(text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " "))
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part) is missing or out of order")
      rest = rest[found.upperBound...]
    }
  }

  @Test(arguments: [("en", "over the last 7 weeks, from 17 to 20"), ("fr", "depuis 7 semaines, de 17 à 20")])
  func `a customer of seven weeks is told of seven weeks`(language: String, words: String) throws {
    var facts = Self.small
    facts.adoption = CustomerFacts.Adoption(
      people: 20, seats: 25, day: Self.day, shareBefore: nil,
      weeks: [Double?](repeating: nil, count: 45) + [17, 18, nil, 19, 20, 19, 20])
    let text = ProofScan.Passage.all(ofHTML: try Press(language).html(facts))[0].text
    #expect(text.replacing("\u{A0}", with: " ").contains(words), "\(text)")
  }

  @Test(arguments: ["en", "fr"])
  func `nothing is loaded and no script runs`(language: String) throws {
    let html = String(decoding: try Press(language).html(Self.full), as: UTF8.self)
    for mark in [
      "<script", "<link", "<img", "<iframe", "url(", "@import", " src=", "http:", "https:", " onl", "javascript:",
    ] {
      #expect(!html.contains(mark), "\(mark)")
    }
    let policy = try #require(html.firstRange(of: "Content-Security-Policy"))
    let title = try #require(html.firstRange(of: "<title>"))
    #expect(policy.lowerBound < title.lowerBound)
    #expect(html.contains("default-src 'none'; style-src 'sha256-"))
    #expect(html.utf8.count < 100_000)
  }

  @Test(arguments: ["en", "fr"])
  func `a document of nothing but a name reads as an invitation`(language: String) throws {
    let press = try Press(language)
    let text = ProofScan.Passage.all(ofHTML: press.html(Self.empty))[0].text
    let bare = CustomerFacts(name: "Peyrac", language: language, asOf: Self.day)
    let bareText = ProofScan.Passage.all(ofHTML: press.html(bare))[0].text
    #expect(text.contains(language == "fr" ? "dans un an" : "in a year"))
    #expect(
      !bareText.contains(language == "fr" ? "dans un an" : "in a year"), "goals that are withheld are not asked for")
    for text in [text, bareText] { #expect(!text.contains("{") && !text.contains("}")) }
  }

  @Test func `what is missing is said where it may be told, and passed over where it may not`() throws {
    var scarce = Self.empty
    scarce.goals = [CustomerFacts.Goal(goal: "Fewer stops", target: 3)]
    scarce.missesAdoption = true
    func text(_ facts: CustomerFacts) throws -> String {
      ProofScan.Passage.all(ofHTML: try Press("en").html(facts))[0].text
    }
    let told = try text(scarce)
    #expect(told.ranges(of: "not set").count == 2)
    #expect(told.contains("to be agreed"))
    #expect(told.contains("there is no recent figure"))
    let withheld = try text(scarce.keeping([]))
    for words in ["not set", "to be agreed", "recent figure"] { #expect(!withheld.contains(words), "\(words)") }
  }

  @Test func `the same facts give the same bytes`() throws {
    #expect(try Press("fr").html(Self.full) == (try Press("fr").html(Self.full)))
  }

  @Test func `a peer figure needs 20 others`() {
    #expect(CustomerFacts.Peers(sorted: [Double](repeating: 0.4, count: 19), without: nil) == nil)
    #expect(CustomerFacts.Peers(sorted: [Double](repeating: 0.4, count: 20), without: 0.4) == nil)
    let peers = CustomerFacts.Peers(sorted: (1...20).map { Double($0) / 20 }, without: nil)
    #expect(peers?.median == 0.53 && peers?.customers == 20)
  }

  @Test func `a field that is not allowed is absent`() {
    let none = Self.full.keeping([])
    #expect(none == CustomerFacts(name: none.name, language: "fr", asOf: Self.day, sender: "Bellwater"))
    #expect(Self.full.keeping(Set(CustomerField.allCases)) == Self.full)
    for field in CustomerField.allCases {
      let others = Set(CustomerField.allCases).subtracting([field])
      #expect(Self.full.keeping(others) != Self.full, "\(field)")
    }
  }

  @Test(arguments: 20...43) func `the median of others is that of all shares but the customer's own`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let all = (0...count).map { _ in Double(random.whole(below: 31)) / 30 }
    for (position, own) in all.enumerated() {
      var others = all
      others.remove(at: position)
      others.sort()
      let naive = (others[(count - 1) / 2] + others[count / 2]) / 2
      let peers = CustomerFacts.Peers(sorted: all.sorted(), without: own)
      #expect(peers?.median == (naive * 100).rounded() / 100 && peers?.customers == count)
    }
  }

  @Test func `facts survive the archive, and every record has one spelling`() throws {
    let record = CustomerRecord(account: "C\"1", facts: Self.full)
    let file = CustomerRecord.file([record, CustomerRecord(account: "C2", facts: Self.empty)])
    let lines = RecordFile.lines(of: file)
    #expect(lines.count == 2)
    #expect(lines[0] == record.line)
    let read = try RecordFile.record(CustomerRecord.self, reading: lines[0])
    #expect(read == record && read.line == record.line)
  }
}

@Suite struct SnapshotMarkTests {
  @Test func `any changed byte of a file shows in its fingerprint`() throws {
    let facts = CustomerFacts(name: "Peyrac", language: "en", asOf: CalendarDay(year: 2026, month: 11, day: 16))
    let html = try Press("en").html(facts)
    let read = try #require(SnapshotMark.read(html))
    #expect(read.isIntact && read.mark.kind == .customer && read.mark.source.edition == nil)
    for position in stride(from: 0, to: html.count, by: 97) {
      var changed = html
      changed[position] ^= 1
      #expect(SnapshotMark.read(changed)?.isIntact != true, "byte \(position)")
    }
  }

  @Test func `a page without a mark is no snapshot`() {
    #expect(SnapshotMark.read(Array("<html><title>x</title></html>".utf8)) == nil)
  }

  @Test func `the digest of a style is what browsers compute`() {
    #expect(InlineStyle([]).hash == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(String(decoding: InlineStyle(Array("a{}</style>\r\n".utf8)).bytes, as: UTF8.self) == "a{}<\\/style>\n")
  }
}

@Suite struct FreezePageTests {
  private let page = """
    <html><head>
    <meta http-equiv="Content-Security-Policy" content="script-src 'self'">
    <title>A</title>
    <link rel="stylesheet" href="../style.css">
    <script src="../a.js"></script>
    </head><body><a class="skip" href="#main">s</a><nav aria-label="p"><ul><li><a href="../index.html">x</a></li></ul></nav>
    <main id="main"><p><a href="../lists/quiet.html">Quiet <b>list</b></a> <a href="https://e.example/">out</a></p>
    <svg><a href="../archive.html#w"><circle r="2"/></a></svg><details class="data"><summary>d</summary><p>1</p></details><p>after</p></main><footer><p>f</p></footer></body></html>
    """

  private func frozen() -> String {
    let source = SnapshotMark.Source(edition: "2026-W47", revision: 0, sha256: String(repeating: "b", count: 64))
    return String(
      decoding: freezePage(
        Array(page.utf8), style: Array("p{color:red}".utf8), trail: Array("<section>trail</section>".utf8),
        foldedLabel: "Figures & more", fingerprintLabel: "Fingerprint", source: source), as: UTF8.self)
  }

  @Test func `a page becomes one file whose links do not leave it`() throws {
    let html = frozen()
    for gone in ["<link", "<script", "<nav", "../", "script-src"] { #expect(!html.contains(gone), "\(gone)") }
    for kept in [
      "<style>p{color:red}\n", "Quiet <b>list</b> <a href=\"https://e.example/\">out</a>",
      "<circle r=\"2\"/></svg><p>after</p>", "href=\"#main\"",
      "<section>trail</section><section class=\"folded\"><h2>Figures &amp; more</h2><div class=\"data\"><h3>d</h3><p>1</p></div></section>\n</main>",
      "default-src 'none'; style-src 'sha256-",
    ] { #expect(html.contains(kept), "\(kept)") }
    let read = try #require(SnapshotMark.read(Array(html.utf8)))
    #expect(read.isIntact && read.mark.source.edition?.name == "2026-W47" && read.mark.kind == .internal)
  }

  @Test func `the same page gives the same file`() { #expect(frozen() == frozen()) }
}
