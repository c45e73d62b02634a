import Health
import Review
import Spelling
import Tables

/// The meaningful columns of each table, and its file.
extension Table {
  /// The folder of the files that are named after their tables.
  static let folder = "data"

  /// The column that keeps the words of a row on the account's own page.
  static let privateColumn = "private"

  /// The name of its file in that folder.
  var fileName: String { "\(rawValue).csv" }

  /// The file that it is read from unless the settings name another.
  var file: String { "\(Self.folder)/\(fileName)" }

  /// True for the tables that a report cannot do without.
  var isRequired: Bool { self == .accounts || self == .measures }

  /// True where columns of any other name have a meaning: attributes of accounts, measures of a wide table.
  var allowsOtherColumns: Bool { self == .accounts || self == .measures }

  /// The columns that must be there and filled.
  var requiredColumns: [String] {
    switch self {
    case .accounts: AccountColumn.all.filter(\.isRequired).map(\.name)
    case .measures: ["account_id", "date"]
    case .sentiment: ["account_id", "date", "flag"]
    case .risks: ["account_id", "seen_on", "kind"]
    case .touchpoints: ["account_id", "date"]
    case .tickets: ["account_id", "ticket_id", "opened_on"]
    case .contacts: ["account_id", "name"]
    case .goals: ["account_id", "goal"]
    case .outcomes: ["account_id", "date", "kind"]
    case .reviews: ["account_id", "date", "list", "decision"]
    case .opinions: ["account_id", "date", "flag"]
    case .plans: ["account_id", "step"]
    }
  }

  /// All columns with a meaning, the required ones first.
  var columns: [String] {
    requiredColumns
      + {
        switch self {
        case .accounts: AccountColumn.all.filter { !$0.isRequired && $0.kind != .language }.map(\.name)
        case .measures: ["measure", "value"]
        case .sentiment: ["csm", "reason", "note", Self.privateColumn]
        case .risks: ["severity", "note", "source", "closed_on", Self.privateColumn]
        case .touchpoints: ["kind", "by", "with", "note", Self.privateColumn]
        case .tickets: ["closed_on", "severity", "csat", "subject"]
        case .contacts: ["role", "since", "left_on"]
        case .goals: ["unit", "baseline", "target", "latest", "due_on", "met_on"]
        case .outcomes:
          [
            "arr_before", "arr_after", "currency", "notice_on", "reason", "avoidable", "evidence", Self.privateColumn,
          ]
        case .reviews: ["by", "note", "next_step", "due_on", Self.privateColumn]
        case .opinions: ["by", "reason", Self.privateColumn]
        case .plans: ["owner", "due_on", "done_on"]
        }
      }()
  }

  /// The canonical column that a header names, in any case; nil where it is none of the table's.
  func column(named header: String) -> String? {
    let key = CellParsing.text(header).nameKey
    return columns.first { $0 == key } ?? (self == .accounts ? AccountColumn.named(key)?.name : nil)
  }
}
