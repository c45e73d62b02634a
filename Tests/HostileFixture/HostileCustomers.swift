public import Foundation

/// A portfolio in which only the texts that customers may read are hostile, so that every customer gets a document.
///
/// In a ``HostilePortfolio`` the same text is in a note and in a goal, so the search for private values refuses every
/// document. Names and subjects begin with the id, so that none is in another customer's document.
public struct HostileCustomers: Sendable {
  private let groups: [[String]]

  /// The number of texts in one customer's document, each in every place; a document of all would be slow to lay out.
  private static let mostTexts = 8

  /// Creates a portfolio from distinct texts.
  public init(texts: [String]) {
    groups = stride(from: 0, to: texts.count, by: Self.mostTexts).map {
      Array(texts[$0..<min($0 + Self.mostTexts, texts.count)])
    }
  }

  /// Writes settings and tables into a folder, which is created.
  public func write(to folder: URL) throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "data/customer"), withIntermediateDirectories: true)
    let settings = """
      title: Hostile customers
      snapshot:
        customer:
          from: \(HostilePortfolio.yaml("Sender <b>&amp; \"sons\"</b> {{name}} ![x](figure:0)"))
          adoption: {of: people, per: seats}
          allow: [goals, adoption, tickets, steps, words, csm, since, meetings]

      """
    try Data(settings.utf8).write(to: folder.appending(path: "vigie.yml"))
    for (name, text) in tables { try Data(text.utf8).write(to: folder.appending(path: "data/\(name).csv")) }
    for (index, texts) in groups.enumerated() {
      let words =
        "# Context\n\n\(texts.joined(separator: "\n\n"))\n\n# Learned\n\n"
        + texts.map { "- \($0)\n\n" }.joined() + "# Conversation\n\n"
        + texts.map { "\($0) \($0)\n\n" }.joined()
      try Data(words.utf8).write(to: folder.appending(path: "data/customer/\(id(index)).md"))
    }
  }

  private func id(_ index: Int) -> String { "H\(1000 + index)" }

  private var tables: [(String, String)] {
    [
      table("accounts", "account_id,name,csm,arr,seats,started_on") { id, texts in
        [[id, "\(id) \(texts.joined(separator: " "))", "", "1000", "100", "2024-01-01"]]
      },
      table("measures", "account_id,date,measure,value") { id, _ in
        ["2026-08-10", "2026-11-08", "2026-11-15"].enumerated().map { [id, $1, "people", "\(40 + 9 * $0)"] }
      },
      table("goals", "account_id,goal,unit,baseline,target,latest,due_on,met_on") { id, texts in
        texts.flatMap { [[id, $0, $0, "1", "9", "4", "2027-03-01", ""], [id, $0, "", "", "", "", "", ""]] }
      },
      table("tickets", "account_id,ticket_id,opened_on,closed_on,severity,csat,subject") { id, texts in
        texts.enumerated().flatMap { number, text in
          [
            [id, "\(id)-\(number)", "2026-11-01", "", "low", "", "\(id): \(text)"],
            [id, "\(id)-\(number)-closed", "2026-10-01", "2026-10-04", "low", "4", "\(id): \(text)"],
          ]
        }
      },
      table("plans", "account_id,step,owner,due_on,done_on") { id, texts in
        texts.flatMap {
          [
            [id, $0, "\(id) \($0)", "2026-12-01", ""], [id, $0, "", "", ""],
            [id, $0, id, "2026-11-01", "2026-11-02"],
          ]
        }
      },
      table("touchpoints", "account_id,date,kind") { id, _ in [[id, "2026-11-10", "call"]] },
    ]
  }

  private func table(_ name: String, _ header: String, rows: (String, [String]) -> [[String]]) -> (String, String) {
    let body = groups.enumerated().flatMap { rows(id($0), $1) }
    return (name, HostilePortfolio.csv([header.split(separator: ",").map(String.init)] + body))
  }
}
