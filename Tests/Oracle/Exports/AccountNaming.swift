import Foundation
import SeededRandom

/// How the rows of a table name their accounts.
enum AccountNaming: CaseIterable {
  case id, alsoID, name, column, domain, columnOrName, otherCell

  /// A column that queries give under the name that it has in the file.
  static let otherColumn = "Mail of whoever asked"

  /// The settings that say so.
  func settings(with random: inout SplitMix64) -> [String] {
    switch self {
    case .id: random.chance(20) ? ["match: id"] : []
    case .alsoID: []
    case .name: ["match: name"]
    case .column: ["match: {column: crm Number}"]
    case .domain: ["match: [domain]"]
    case .columnOrName: ["match: [{column: CRM number}, name]"]
    case .otherCell: ["match: [{by: domain, cell: \(Self.otherColumn)}, id]"]
    }
  }

  /// Names the accounts of a column, and gives the columns that are needed beside it.
  func dress(
    _ column: inout ExportedTable.Column, _ accounts: [Name: Export.Identity], with random: inout SplitMix64
  ) -> [ExportedTable.Column] {
    var others: [String] = []
    column.cells = column.cells.map { id in
      guard let account = accounts[Name(id)] else { return id }
      switch self {
      case .id, .alsoID:
        let text = account.oldIDs.isEmpty || random.chance(50) ? id : random.pick(account.oldIDs)
        // So that a spreadsheet keeps its zeros.
        return random.chance(5) && !text.contains("\"") ? "=\"\(text)\"" : text
      case .name: return Self.respelled(account.name, with: &random)
      case .column: return account.key
      case .domain: return Self.address(account.domain, with: &random)
      case .columnOrName: return random.chance(50) ? account.key : Self.respelled(account.name, with: &random)
      case .otherCell:
        let isByMail = random.chance(60)
        others.append(isByMail ? Self.address(account.domain, with: &random) : random.pick(["", "kim@gmail.com"]))
        return isByMail ? random.pick(["", "somebody"]) : id
      }
    }
    guard self == .otherCell else { return [] }
    return [ExportedTable.Column(canonical: nil, header: Self.otherColumn, kind: .text, cells: others)]
  }

  private static func address(_ domain: String, with random: inout SplitMix64) -> String {
    random.pick(["ann@\(domain)", "Ann <Ann.B@\(domain.uppercased())>", "https://\(domain)/", domain])
  }

  /// The name as others write it.
  private static func respelled(_ name: String, with random: inout SplitMix64) -> String {
    var text = name
    for form in [" GmbH", " S.A.", ", Inc.", " Ltd", " B.V."] where text.hasSuffix(form) && random.chance(50) {
      text = text.replacing(form, with: random.pick(["", " SA", " Gmbh", " LLC", " Co., Ltd."]))
    }
    switch random.int(0...5) {
    case 0: return text.uppercased()
    case 1: return text.decomposedStringWithCanonicalMapping
    case 2: return text.folding(options: .diacriticInsensitive, locale: nil)
    case 3: return text.replacing("’", with: "'").replacing("-", with: " ").replacing("&", with: "+")
    default: return text
    }
  }
}
