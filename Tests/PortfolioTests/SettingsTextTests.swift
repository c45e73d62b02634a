import Foundation
import Health
import Languages
import Review
import SeededRandom
import Tables
import Testing

@testable import Portfolio

/// What import adds to settings, and that everything else stays.
@Suite struct SettingsTextTests {
  private static let entry = ["- file: exports/new.csv", "  match: name"]

  private func added(_ text: String, to table: Table = .tickets) -> String? {
    var settings = SettingsText(text)
    return settings.add(source: Self.entry, to: table) ? settings.text : nil
  }

  @Test(arguments: [
    ("", "\nsources:\n  tickets:\n    - file: exports/new.csv\n      match: name\n"),
    ("title: x\n", "title: x\n\nsources:\n  tickets:\n    - file: exports/new.csv\n      match: name\n"),
    (
      "sources:\n  tickets:\n    - file: old.csv\n# end\nlocale: fr\n",
      "sources:\n  tickets:\n    - file: old.csv\n    - file: exports/new.csv\n      match: name\n# end\nlocale: fr\n"
    ),
    // Lists that stand no further in than their key.
    (
      "sources:\n  tickets:\n  - file: old.csv\n  goals:\n  - file: g.csv\n",
      "sources:\n  tickets:\n  - file: old.csv\n  - file: exports/new.csv\n    match: name\n  goals:\n  - file: g.csv\n"
    ),
    (
      "sources:   # ours\n    goals:\n      - file: g.csv\n\nlocale: fr\n",
      "sources:   # ours\n    goals:\n      - file: g.csv\n    tickets:\n      - file: exports/new.csv\n        match: name\n\nlocale: fr\n"
    ),
    ("sources:\n", "sources:\n  tickets:\n    - file: exports/new.csv\n      match: name\n"),
  ])
  func `an entry goes behind the others of its table`(text: String, expected: String) {
    #expect(added(text) == expected)
  }

  @Test(arguments: [
    "sources: {tickets: [{file: old.csv}]}\n", "sources:\n  tickets: [{file: old.csv}]\n",
    "sources:\n  tickets: {file: old.csv}\n",
  ])
  func `what is written in one line cannot be added to`(text: String) {
    #expect(added(text) == nil)
  }

  @Test func `a named file and a key go to their places, and a key that is there stays`() {
    var settings = SettingsText("currency: CAD\nfiles:\n  crm: {file: crm.csv}\nlocale: fr\n")
    settings.add("currency", "USD")
    settings.add("title", "x")
    let isAdded = settings.add(file: ["events:", "  file: e.csv"])
    #expect(isAdded)
    #expect(
      settings.text
        == "currency: CAD\nfiles:\n  crm: {file: crm.csv}\n  events:\n    file: e.csv\nlocale: fr\ntitle: x\n")
  }

  @Test func `line breaks of Windows stay, and those of new lines are the same`() {
    let text = "title: x\r\nsources:\r\n  tickets:\r\n    - file: old.csv\r\nlocale: fr\r\n"
    #expect(
      added(text)
        == "title: x\r\nsources:\r\n  tickets:\r\n    - file: old.csv\r\n    - file: exports/new.csv\r\n      match: name\r\nlocale: fr\r\n"
    )
  }

  @Test(arguments: UInt64(0)..<300)
  func `every line stays in its order, and the settings are the old ones with the new sources`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let text = Self.settings(with: &random)
    var settings = SettingsText(text)
    var wanted: [String: Int] = [:]
    let before = Settings.parse(text, locales: ["en"], presets: Presets.reading([]).0)
    try #require(before.findings.isEmpty, "\(text)\n\(before.findings)")
    for (table, sources) in before.settings.sources { wanted[table.rawValue] = sources.count }
    for number in 0..<random.whole(in: 1...3) {
      let table = random.pick(Table.allCases)
      let entry = ["- file: exports/new-\(number).csv"] + (random.whole(below: 2) == 0 ? ["  footer: none"] : [])
      let isAdded = settings.add(source: entry, to: table)
      #expect(isAdded, "seed \(seed)\n\(text)")
      wanted[table.rawValue, default: 0] += 1
    }
    if random.whole(below: 3) == 0 {
      let isAdded = settings.add(file: ["new_file: {file: exports/events.csv}"])
      #expect(isAdded, "seed \(seed)\n\(text)")
    }
    let old = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.isEmpty }
    var rest = settings.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in old {
      let place = rest.firstIndex(of: line)
      #expect(place != nil, "seed \(seed): '\(line)'\n\(settings.text)")
      if let place { rest = rest[(place + 1)...] }
    }
    let after = Settings.parse(settings.text, locales: ["en"], presets: Presets.reading([]).0)
    #expect(after.findings.isEmpty, "seed \(seed): \(after.findings)\n\(settings.text)")
    #expect(
      Dictionary(uniqueKeysWithValues: after.settings.sources.map { ($0.key.rawValue, $0.value.count) }) == wanted,
      "seed \(seed)\n\(settings.text)")
    for (table, sources) in before.settings.sources {
      let now = Array((after.settings.sources[table] ?? []).prefix(sources.count))
      #expect(now.map(\.file) == sources.map(\.file), "seed \(seed)")
      #expect(now.map(\.layout.header) == sources.map(\.layout.header), "seed \(seed)")
      #expect(now.map(\.cells.days.count) == sources.map(\.cells.days.count), "seed \(seed)")
    }
    #expect(after.settings.title == before.settings.title && after.settings.currency == before.settings.currency)
    #expect(after.settings.files.map(\.name).filter { $0 != "new_file" } == before.settings.files.map(\.name))
  }

  /// Settings as people write them: in any order, with comments and blank lines, lists further in or not.
  private static func settings(with random: inout SplitMix64) -> String {
    func noise(_ indent: String) -> [String] {
      random.pick([[], [], [], [""], ["\(indent)# a comment: with a colon"], ["# at the margin"], ["", "  # inside"]])
    }
    var blocks = [["title: Harbour   # ours"], ["currency: NOK"], ["rubric:", "  green: we know", "  red: 'no'"]]
      .filter { _ in random.whole(below: 3) > 0 }
    if random.whole(below: 3) == 0 {
      blocks.append(["files:"] + noise("  ") + ["  events: {file: exports/e.csv}"])
    }
    if random.whole(below: 5) > 0 {
      let inner = String(repeating: " ", count: random.pick([2, 2, 4, 1]))
      var lines = ["sources:" + random.pick(["", "   # where rows come from"])]
      let first = random.pick(Table.allCases)
      for table in Table.allCases where table == first || random.whole(below: 4) == 0 {
        lines += noise(inner) + ["\(inner)\(table.rawValue):"]
        let item = inner + random.pick(["", "  ", "    "])
        for number in 0..<random.whole(in: 1...3) {
          lines += noise(item) + ["\(item)- file: exports/\(table.rawValue)-\(number).csv"]
          if random.whole(below: 2) == 0 { lines += ["\(item)  header: \(number + 1)"] }
          if random.whole(below: 3) == 0 {
            lines += ["\(item)  date_format:", "\(item)    - dd/MM/yyyy"] + noise(item) + ["\(item)    - yyyy-MM-dd"]
          }
        }
      }
      blocks.append(lines)
    }
    var text = ""
    while !blocks.isEmpty {
      text += (blocks.remove(at: random.whole(below: blocks.count)) + noise("")).map { $0 + "\n" }.joined()
    }
    return random.whole(below: 5) == 0 && text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
