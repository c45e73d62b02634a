public import Foundation

/// A portfolio in which every text field holds one of the given texts, and everything else is ordinary.
///
/// Each account has its own text, and so has a lost account; fields that the portfolio has once use the texts in turn.
public struct HostilePortfolio: Sendable {
  /// Distinct texts, none blank, one for each active account.
  public let texts: [String]

  /// Creates a portfolio from texts.
  public init(texts: [String]) {
    self.texts = texts
  }

  /// The number of accounts in one portfolio: fewer than a sheet of a table holds, so that equal portfolios have equal
  /// pages.
  private static let accounts = 50

  /// As many portfolios as those of the texts fill that can be names, with fifty accounts each.
  public static func all(of all: [String]) -> [HostilePortfolio] {
    let texts = HostileTexts.names(all)
    return stride(from: 0, to: texts.count, by: accounts).map { start in
      HostilePortfolio(texts: Array(texts[start..<min(start + accounts, texts.count)]))
    }
  }

  /// The same portfolio with plain words only.
  public var harmless: HostilePortfolio { HostilePortfolio(texts: texts.indices.map { "plain\($0)x" }) }

  /// The number of segments.
  public static let segments = 3
  static let measures = 4

  /// Writes settings, model and tables into a folder, which is created.
  public func write(to folder: URL) throws {
    for name in ["data/notes", "data/edition"] {
      try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  }

  /// The text of the portfolio's own field with this number, for YAML files, which cannot contain NUL.
  public func shared(_ number: Int) -> String {
    let text = texts[number % texts.count].unicodeScalars.map { $0.value == 0 ? " " : $0 }
    return String(String.UnicodeScalarView(text)) + (isShort ? " \(number)" : "")
  }

  /// The same where settings and model name what tables hold.
  private func cell(_ number: Int) -> String { HostileTexts.read(shared(number)) }

  /// With fewer texts than fields, or with canonically equivalent texts, a number keeps keys distinct.
  private var isShort: Bool { texts.count < 40 || Set(texts).count < texts.count }

  private var files: [(String, String)] {
    [
      ("vigie.yml", "title: \(Self.yaml(shared(0)))\n"), ("model.yml", model),
      ("data/accounts.csv", accounts), ("data/measures.csv", observations),
      ("data/edition/2026-W47.md", "A word of the editor.\n"),
      table("sentiment", "account_id,date,flag,csm,reason,note") { index, text in
        [
          [text, "2026-11-0\(1 + index % 9)", ["green", "yellow", "red"][index % 3], text, text, text],
          [Self.lost(text), "2026-07-15", ["green", "yellow", "red"][index % 3], text, text, text],
        ]
      },
      table("risks", "account_id,seen_on,kind,severity,note,source") { _, text in
        [[text, "2026-10-05", "other", "4", text, text], [Self.lost(text), "2026-07-10", "other", "4", text, text]]
      },
      table("touchpoints", "account_id,date,kind,by,with,note") { index, text in
        [[text, "2026-11-10", index % 5 == 0 ? text : "call", text, text, text]]
      },
      table("tickets", "account_id,ticket_id,opened_on,severity,subject") { index, text in
        [
          [text, text, "2026-11-01", "low", ""],
          [text, "T\(index)", "2026-11-01", index % 5 == 0 ? text : "low", text],
        ]
      },
      table("contacts", "account_id,name,role,since") { _, text in [[text, text, "user", "2024-01-01"]] },
      table("goals", "account_id,goal,unit,baseline,target") { _, text in [[text, text, text, "1", "2"]] },
      // Some of the lost accounts were green 90 days before their notice, and so were some red ones that stayed.
      table("outcomes", "account_id,date,kind,arr_before,arr_after,notice_on,reason,avoidable,evidence") {
        index, text in
        [
          [text, "2026-06-01", "renewed", "10", "10", "", text, "", text],
          [
            Self.lost(text), "2026-11-02", "churned", "\(100 + index)", "0", "2026-10-20", text,
            index % 2 == 0 ? "no" : "yes",
            text,
          ],
        ]
      },
      table("reviews", "account_id,date,list,decision,by,note,next_step") { _, text in
        [
          [text, "2026-11-12", "green-but-yellow", "both", text, text, text],
          [Self.lost(text), "2026-07-16", "green-but-yellow", "both", text, text, text],
        ]
      },
    ]
  }

  private var accounts: String {
    let columns = [
      "account_id", "name", "csm", "arr", "segment", "industry", "plan", "region", "renews_on", shared(30), shared(31),
    ]
    let rows = texts.enumerated().flatMap { index, text in
      [text, Self.lost(text)].map { id in
        [
          id, text, text, "\(1000 + index)", shared(1 + index % Self.segments), text, text, text, "2027-01-01", text,
          text,
        ]
      }
    }
    return Self.csv([columns] + rows)
  }

  /// The id of the lost account with a text.
  public static func lost(_ text: String) -> String { "lost " + text }

  private var observations: String {
    let names = (0..<Self.measures).map { shared(10 + $0) }
    var rows = [["account_id", "date"] + names]
    for (index, text) in texts.enumerated() {
      // A third is healthy and a third is not, so that no list is empty.
      let value = ["90", "55", "20"][(index / 3) % 3]
      // For the backtest: before one account's renewal and the other's notice.
      rows.append([text, "2026-03-01"] + names.map { _ in value })
      rows.append([Self.lost(text), "2026-07-20"] + names.map { _ in value })
      for date in ["2026-08-01", "2026-10-17", "2026-11-14"] {
        // The first measure puts some healthy ones under a cap.
        let first = index % 9 == 0 ? "100" : value
        rows.append([text, date, first] + names.dropFirst().map { _ in date == "2026-08-01" ? "50" : value })
      }
    }
    // A refused row, so that its text is in the findings.
    rows.append([texts[0] + "?", "2026-11-14"] + names.map { _ in "1" })
    return Self.csv(rows)
  }

  private var model: String {
    func measure(_ number: Int) -> String {
      "      \(key(cell(10 + number), 6)){worst: 0, best: 100}\n"
    }
    var text = "version: \(Self.yaml(shared(4)))\n"
    text += "changed: {date: 2026-11-01, by: \(Self.yaml(shared(5))), why: \(Self.yaml(shared(6))), "
    text += "expected: \(Self.yaml(shared(7)))}\n"
    text += "dimensions:\n"
    text += "  \(key(shared(20), 2))\n    weight: 1\n    measures:\n" + measure(0) + measure(1)
    text += "  \(key(shared(21), 2))\n    weight: 1\n    measures:\n" + measure(2) + measure(3)
    text += "caps:\n  - {measure: \(Self.yaml(cell(10))), above: 95, band: yellow, why: \(Self.yaml(shared(8)))}\n"
    text += "segments:\n"
    for number in 0..<Self.segments {
      let condition = "when: {? \(Self.yaml(cell(30))) : [\(Self.yaml(shared(9)))]}, "
      text += "  - {id: \(Self.yaml(cell(1 + number))), name: \(Self.yaml(shared(24 + number))), "
      text +=
        (number < Self.segments - 1 ? condition : "") + "model: \(number == 0 ? Self.yaml(shared(22)) : "default")}\n"
    }
    return text + "models:\n  \(key(shared(22), 2))\n    bands: {green: 80}\n"
  }

  private func table(_ name: String, _ header: String, rows: (Int, String) -> [[String]]) -> (String, String) {
    let body = texts.enumerated().flatMap { rows($0, $1) }
    return ("data/\(name).csv", Self.csv([header.split(separator: ",").map(String.init)] + body))
  }

  /// Every cell quoted, its quotes doubled byte by byte: a quote may be part of a character with a combining mark.
  static func csv(_ rows: [[String]]) -> String {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
        bytes.append(UInt8(ascii: "\""))
      }
      bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A key of a mapping, in the form without a length limit.
  private func key(_ text: String, _ indentation: Int) -> String {
    "? \(Self.yaml(text))\n\(String(repeating: " ", count: indentation)): "
  }

  static func yaml(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F && scalar != "\"" && scalar != "\\"
      let digits = String(scalar.value, radix: 16)
      quoted += isPlain ? String(scalar) : "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
    return quoted + "\""
  }
}
