import Foundation
import SeededRandom

/// What an export may do to the cells of a column without changing what they mean, and how it may spoil them.
enum ColumnKind {
  case id, text, person, segment
  case flag, choice, day, number, amount, remark

  var mayBeRefused: Bool { !unreadable.isEmpty }

  /// Whether a filled cell may fail to fit, and is then refused alone.
  fileprivate var unreadable: [String] {
    switch self {
    case .id, .text, .person, .segment, .flag, .remark: []
    case .choice: ["purple", "P3", "champion; boss"]
    case .day: ["soon", "2025-02-29", "2026-1-5", "20261101"]
    case .number: ["many", "nan", "1 000", "-3", "0x1F"]
    case .amount: ["-1000", "about 5", "1 000", "-0.5"]
    }
  }
}

extension RandomTable {
  /// Writes the cells as exports do.
  ///
  /// - Parameters:
  ///   - kinds: what each optional column holds; columns that are not named are required.
  ///   - required: what each required column holds.
  mutating func dress(
    _ kinds: [String: ColumnKind], required: [String: ColumnKind], of accounts: [RandomAccount],
    with random: inout SplitMix64
  ) {
    let oldIDs = Dictionary(uniqueKeysWithValues: accounts.map { (Name($0.id), $0.oldIDs) })
    let isSpoilt = random.chance(50)
    for line in lines.indices {
      for (index, column) in columns.enumerated() {
        let cell = lines[line][index]
        guard let kind = kinds[column] ?? required[column] ?? (isWide ? .number : nil) else {
          if cell.isEmpty, random.chance(1) { lines[line][index] = random.pick(["NULL", "–", "#N/A"]) }
          continue
        }
        if cell.isEmpty {
          if random.chance(3) {
            lines[line][index] = random.pick([
              "#N/A", "N/A", "n/a", "NULL", "null", "NaN", "-", "–", "—", " ", "\u{a0}",
            ])
          }
        } else if isSpoilt, kinds[column] != nil, !kind.unreadable.isEmpty, random.chance(2) {
          lines[line][index] = random.pick(kind.unreadable)
        } else {
          lines[line][index] = respelled(cell, as: kind, oldIDs: oldIDs[Name(cell)] ?? [], with: &random)
        }
      }
    }
  }

  private func respelled(_ cell: String, as kind: ColumnKind, oldIDs: [String], with random: inout SplitMix64) -> String
  {
    var text = cell
    switch kind {
    case .id:
      if !oldIDs.isEmpty, random.chance(40) { text = random.pick(oldIDs) }
    case .flag where random.chance(20):
      text =
        switch cell {
        case "green": random.pick(["g", "vert", "🟢", "GREEN", "Vert"])
        case "yellow": random.pick(["y", "amber", "A", "Orange", "jaune", "🟡", "🟠", "Yellow"])
        default: random.pick(["r", "ROUGE", "🔴", "Red"])
        }
    case .choice where random.chance(15):
      text = random.pick([
        cell.uppercased(), cell.replacing("_", with: "-"), cell.replacing("_", with: " ").capitalized,
      ])
    case .person where random.chance(25):
      text = random.pick([cell.uppercased(), cell.lowercased(), cell.decomposedStringWithCanonicalMapping])
    case .segment where random.chance(30):
      text = random.pick([cell.uppercased(), cell.lowercased()])
    case .number where random.chance(6), .amount where random.chance(12): text = signed(cell, with: &random)
    case .remark where random.chance(1):
      // A stray quotation mark further down swallows the rows in between.
      text = cell + "\nA1-1" + String(repeating: ",", count: columns.count + 2) + "\n"
    default: break
    }
    guard kind == .remark || !random.chance(3) else {
      // The program reads no number that is broken into lines.
      let isNumber = kind == .number || kind == .amount
      let blank = random.pick(["  ", "\u{a0}", " \n "])
      let spread = text.replacing(" ", with: isNumber ? " " : blank)
      return random.pick([" ", "\u{a0}", "\u{200b}", "\u{2060} "]) + spread
        + random.pick(["", " ", "\u{3000}", "\u{feff}"])
    }
    return text
  }

  /// The number of a plain cell with signs around it.
  private func signed(_ cell: String, with random: inout SplitMix64) -> String {
    guard let number = plainNumber(cell), cell.utf8.allSatisfy({ (45...57).contains($0) }) else { return cell }
    let size = cell.replacing("-", with: "")
    let isNegative = number < 0
    switch random.int(0...5) {
    case 0 where number.remainder(dividingBy: 100) == 0:
      return "\(isNegative ? "-" : "")\(Int(abs(number)) / 100)00" + random.pick(["", "\u{a0}€"])
    case 1 where number.remainder(dividingBy: 1000) == 0 && number != 0:
      return "\(Int(number) / 1000)" + random.pick(["k", "K", " k"])
    case 2 where number == number.rounded(): return "\(Int(number) * 100)" + random.pick(["%", " %"])
    case 3: return (isNegative ? "−" : random.pick(["+", ""])) + size
    case 4:
      return isNegative
        ? random.pick(["(\(size))", "(€ \(size))", "\(size)-"]) : random.pick(["€\(size)", "EUR \(size)"])
    default: return isNegative ? "-€" + size : random.pick(["\(size) €", "$\(size)", "\(size) eur", "€ \(size) EUR"])
    }
  }

  /// Removes what an account that appeared late had before.
  mutating func forget(before first: [(id: String, day: String)], dayColumn: String) {
    guard let idColumn = columns.firstIndex(of: "account_id"), let day = columns.firstIndex(of: dayColumn) else {
      return
    }
    lines.removeAll { line in
      first.contains { Name($0.id) == Name(line[idColumn]) && !line[day].isEmpty && line[day] < $0.day }
    }
  }
}

extension Plan {
  /// The file of a table, with everything that exports do to one.
  func exported(
    _ name: String, _ table: RandomTable, of accounts: [RandomAccount], with random: inout SplitMix64
  ) -> String {
    var table = table
    let dayColumn = ["risks": "seen_on", "tickets": "opened_on", "contacts": "since"][name] ?? "date"
    table.forget(
      before: accounts.compactMap { account in account.appearedOn.map { (account.id, $0.iso) } }, dayColumn: dayColumn)
    table.dress(optionalColumns[name] ?? [:], required: requiredColumns[name] ?? [:], of: accounts, with: &random)
    return table.text(with: &random)
  }
}

let optionalColumns: [String: [String: ColumnKind]] = [
  "accounts": [
    "csm": .person, "arr": .amount, "currency": .text, "segment": .segment, "employees": .number, "seats": .number,
    "started_on": .day, "renews_on": .day, "ended_on": .day,
  ],
  "sentiment": ["csm": .person, "reason": .remark, "note": .remark],
  "risks": ["severity": .number, "closed_on": .day],
  "touchpoints": ["kind": .choice, "by": .person],
  "tickets": ["closed_on": .day, "severity": .choice, "csat": .number, "subject": .text],
  "contacts": ["role": .choice, "since": .day, "left_on": .day],
  "goals": ["baseline": .number, "target": .number, "latest": .number, "due_on": .day, "met_on": .day],
  "outcomes": [
    "arr_before": .number, "arr_after": .amount, "currency": .text, "notice_on": .day, "avoidable": .choice,
    "evidence": .remark,
  ],
  "reviews": ["by": .person, "due_on": .day],
]

let requiredColumns: [String: [String: ColumnKind]] = [
  "accounts": ["account_id": .id, "name": .text],
  "measures": ["account_id": .id, "date": .text, "measure": .text, "value": .number],
  "sentiment": ["account_id": .id, "date": .text, "flag": .flag],
  "risks": ["account_id": .id, "seen_on": .text, "kind": .choice],
  "touchpoints": ["account_id": .id, "date": .text],
  "tickets": ["account_id": .id, "ticket_id": .text, "opened_on": .text],
  "contacts": ["account_id": .id, "name": .text],
  "goals": ["account_id": .id, "goal": .text],
  "outcomes": ["account_id": .id, "date": .text, "kind": .choice],
  "reviews": ["account_id": .id, "date": .text, "list": .choice, "decision": .choice],
]
