import Customer
import Foundation
import SeededRandom
import Testing

@testable import Snapshot

/// The two rates of the proof: leaks that it misses, and documents that it refuses without one.
@Suite struct ProofCorpusTests {
  /// How many clean documents of each style, and how many leaks, are tried; `PROOF_DOCUMENTS` asks for more.
  static let documents = ProcessInfo.processInfo.environment["PROOF_DOCUMENTS"].flatMap(Int.init) ?? 60

  /// At most so many documents of a thousand may be refused without a leak.
  static let refusedInAThousand = 5

  @Test(arguments: Style.allCases) func `plausible documents pass, whatever style they and the notes are in`(
    style: Style
  )
    async throws
  {
    var refused: [String] = []
    var made = 0
    for seed in 0..<UInt64(max(2, Self.documents / 100)) {
      let corpus = try await ProofCorpus(style, seed: seed)
      var phrasing = Phrasing(seed: seed + 1000, style)
      for number in 0..<Self.documents / max(2, Self.documents / 100) {
        let account = number % corpus.names.count
        let facts = corpus.document(&phrasing, of: account)
        made += 1
        let leaks = corpus.leaks(facts, of: account)
        if !leaks.isEmpty {
          refused.append(
            "seed \(seed) \(facts.name): \(leaks.map { "\($0.rule) \($0.field) \($0.fact?.text ?? $0.passage)" })")
        }
      }
    }
    print("\(style.rawValue): \(refused.count) of \(made) plausible documents refused")
    #expect(
      refused.count * 1000 < made * Self.refusedInAThousand || refused.isEmpty,
      "\(refused.prefix(20).joined(separator: "\n"))")
  }

  @Test(arguments: Style.allCases) func `every planted leak is found`(style: Style) async throws {
    var missed: [String] = []
    var planted = 0
    for seed in 0..<UInt64(max(2, Self.documents / 100)) {
      let corpus = try await ProofCorpus(style, seed: seed)
      var phrasing = Phrasing(seed: seed + 2000, style)
      for number in 0..<Self.documents * 5 / 4 / max(2, Self.documents / 100) {
        let account = number % corpus.names.count
        let other = (account + 1 + phrasing.whole(0...corpus.names.count - 2)) % corpus.names.count
        let leak = LeakKind.allCases[number % LeakKind.allCases.count]
        guard let text = leak.text(corpus, other, account, &phrasing) else { continue }
        let form = leak.allowsForms ? phrasing.pick(LeakForm.allCases) : .plain
        let place = phrasing.pick(LeakPlace.allCases.filter { leak.allows($0) && form.allows($0) })
        let facts = corpus.document(&phrasing, of: account)
        let (changed, file, change) = place.plant(form.write(text, &phrasing), in: facts)
        planted += 1
        if corpus.leaks(changed, of: account, file: file, change: change).isEmpty {
          missed.append("seed \(seed) \(leak) as \(form) in \(place): \(text) [\(corpus.names[other])]")
        }
      }
    }
    print("\(style.rawValue): \(missed.count) of \(planted) planted leaks missed")
    #expect(missed.isEmpty, "\(missed.prefix(40).joined(separator: "\n"))")
  }
}

/// What is planted.
enum LeakKind: CaseIterable {
  case name, nameWithoutForm, firstWord, contact, reversedContact, initial, familyName, csm, id, ticket, domain, mail
  case phone, code, revenue, revenueInThousands, revenueRounded, view, sentence, sentencePart, ownSentence

  var allowsForms: Bool {
    switch self {
    case .name, .nameWithoutForm, .contact, .sentence, .ownSentence, .sentencePart, .code: true
    default: false
    }
  }

  func allows(_ place: LeakPlace) -> Bool {
    switch self {
    case .revenue, .revenueInThousands, .revenueRounded, .view, .phone:
      ![.style, .link, .className, .file].contains(place)
    case .mail, .domain: place != .style && place != .className && place != .file
    case .initial, .familyName, .sentence, .sentencePart, .ownSentence, .csm:
      place != .link && place != .className && place != .style && place != .file
    default: true
    }
  }

  func text(_ corpus: ProofCorpus, _ other: Int, _ account: Int, _ phrasing: inout Phrasing) -> String? {
    let person = corpus.contacts[other][phrasing.whole(0...2)].split(separator: " ").map(String.init)
    let bare = corpus.names[other].split(separator: " ").filter { !["GmbH", "Ltd", "AB", "SAS"].contains($0) }
    switch self {
    case .name: return corpus.names[other]
    case .nameWithoutForm: return bare.joined(separator: " ")
    case .firstWord:
      // An everyday word is a name only within a sentence.
      let isEveryday = ["Green", "Summit", "Harbour", "Bridge", "Northern", "Atlantic", "Jasper", "Orion"].contains(
        String(bare[0]))
      return isEveryday ? nil : String(bare[0])
    case .contact: return person.joined(separator: " ")
    case .reversedContact: return "\(person[1]), \(person[0])"
    case .initial:
      let isTitle = person[0].hasPrefix("M")
      return isTitle || ["Young", "Stone", "Baker"].contains(person[1])
        ? nil : phrasing.pick(["\(person[0].prefix(1)). \(person[1])", "\(person[1]) \(person[0].prefix(1))."])
    case .familyName:
      let isShared =
        corpus.contacts.joined().count { $0.hasSuffix(" \(person[1])") } > 1
        || corpus.csms.contains { $0.hasSuffix(" \(person[1])") }
      return person[1].count < 5 || ["Young", "Stone", "Baker"].contains(person[1]) || isShared
        ? nil : "Mr \(person[1])"
    case .csm: return corpus.csms[other] == corpus.csms[account] ? nil : corpus.csms[other]
    case .id: return corpus.ids[other]
    case .ticket: return corpus.tickets[other][phrasing.whole(0...3)]
    case .domain:
      return phrasing.pick([corpus.domains[other], "www.\(corpus.domains[other])", "portal.\(corpus.domains[other])"])
    case .mail: return "\(person[0].lowercased())@\(corpus.domains[other])"
    case .phone:
      return phrasing.pick(["+33 1 47 20 \(10 + other) \(31 + other)", "01.47.20.\(10 + other).\(31 + other)"])
    case .code: return "BLUEBIRD\(700 + other)"
    case .revenue:
      let digits = String(corpus.revenue[account])
      let grouped = "\(digits.dropLast(3)),\(digits.suffix(3))"
      return phrasing.pick([
        "€\(grouped)", "\(digits) EUR", "€ \(digits.dropLast(3)) \(digits.suffix(3))",
        "\(digits.dropLast(3)).\(digits.suffix(3)),00 €", "a contract of € \(grouped)",
      ])
    case .revenueInThousands:
      let thousands = corpus.revenue[account] / 1000
      return thousands < 10
        ? nil
        : phrasing.pick([
          "\(thousands)k", "€\(thousands)k", "\(thousands) thousand euros", "\(thousands) k€", "KEUR \(thousands)",
          "\(thousands) mille euros",
        ])
    case .revenueRounded:
      let thousands = Double(corpus.revenue[account]) / 1e6
      return thousands < 0.1 ? nil : "€\(String(format: "%.2f", thousands))m"
    case .view:
      return phrasing.pick([
        "Your health score is red", "Score: 🟢", "your account is at risk", "flagged yellow",
        "votre renouvellement est à risque", "Santé du compte : rouge", "churn risk",
      ])
    case .sentence: return Self.sentence(of: corpus.notes[other], &phrasing)
    case .ownSentence: return Self.sentence(of: corpus.notes[account], &phrasing)
    case .sentencePart:
      guard let words = Self.sentence(of: corpus.notes[other], &phrasing)?.split(separator: " "), words.count >= 8
      else { return nil }
      let start = phrasing.whole(0...words.count - 8)
      return words[start..<start + 8].joined(separator: " ")
    }
  }

  /// A private sentence of eight words or more.
  private static func sentence(of notes: [String], _ phrasing: inout Phrasing) -> String? {
    var sentences: [String] = []
    for note in notes {
      for part in note.split(whereSeparator: { $0 == "." || $0 == "\n" }) {
        let sentence = String(part.drop { $0 == " " || $0 == "-" })
        if SearchText(sentence).words.count >= 8 { sentences.append(sentence) }
      }
    }
    return sentences.isEmpty ? nil : phrasing.pick(sentences)
  }
}

/// How it is written.
enum LeakForm: CaseIterable {
  case plain, uppercase, lowercase, unaccented, decomposed, softHyphens, references, emphasised, fullWidth, split, wide

  func allows(_ place: LeakPlace) -> Bool {
    switch self {
    case .references, .emphasised: place == .context || place == .learned
    case .split: place == .context || place == .learned || place == .conversation
    case .lowercase, .uppercase, .plain: true
    default: place != .link && place != .className && place != .file && place != .style
    }
  }

  func write(_ text: String, _ phrasing: inout Phrasing) -> String {
    switch self {
    case .plain: return text
    case .uppercase: return text.uppercased()
    case .lowercase: return text.lowercased()
    case .unaccented: return text.folding(options: .diacriticInsensitive, locale: nil)
    case .decomposed: return text.decomposedStringWithCanonicalMapping
    case .softHyphens: return text.map { $0.isLetter ? "\($0)\u{AD}" : "\($0)" }.joined()
    case .references:
      return text.unicodeScalars.map { $0.properties.isAlphabetic ? "&#\($0.value);" : String($0) }.joined()
    case .emphasised: return "\(text.prefix(3))**\(text.dropFirst(3).prefix(3))**\(text.dropFirst(6))"
    case .fullWidth: return text.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? text
    case .split:
      let words = text.split(separator: " ")
      return words.count > 1
        ? words.prefix(words.count / 2).joined(separator: " ") + "\n"
          + words.dropFirst(words.count / 2).joined(separator: " ") : text
    case .wide: return text.replacing(" ", with: "\u{A0}")
    }
  }
}

/// Where it is planted.
enum LeakPlace: CaseIterable {
  case context, learned, conversation, step, owner, link, title, label, className, style, file, footer

  func plant(_ text: String, in facts: CustomerFacts) -> (CustomerFacts, file: String, (String) -> String) {
    var facts = facts
    var file = "qbr"
    var change: (String) -> String = { $0 }
    let escaped = text.replacing("&", with: "&amp;")
    let slug = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    switch self {
    case .context:
      facts.words = CustomerFacts.Words(context: "As with \(text) in spring.", learned: facts.words?.learned)
    case .learned: facts.words = CustomerFacts.Words(context: facts.words?.context, learned: "- We saw \(text)\n- More")
    case .conversation: facts.words = CustomerFacts.Words(conversation: "Let us talk.\n\nWe know \(text), too.")
    case .step: facts.steps = [CustomerFacts.Step(step: "Do it like \(text)")]
    case .owner: facts.steps = [CustomerFacts.Step(step: "Go on", owner: text)]
    case .link:
      facts.words = CustomerFacts.Words(
        context:
          "See [this](https://crm.example/a/\(slug.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""))."
      )
    case .title: change = { $0.replacing("</title>", with: " \(escaped)</title>") }
    case .label: change = { $0.replacing("</main>", with: "<svg aria-label=\"\(escaped)\"></svg></main>") }
    case .className: change = { $0.replacing("</main>", with: "<p class=\"\(slug)\">x</p></main>") }
    case .style: change = { $0.replacing("</style>", with: ".\(slug){color:red}</style>") }
    case .file: file = slug
    case .footer: change = { $0.replacing("</main>", with: "<p>\(escaped)</p></main>") }
    }
    return (facts, file, change)
  }
}
