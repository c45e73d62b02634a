import Foundation
import SeededRandom

/// A CSV table in the making: rows by column name, with the faults of real exports.
struct RandomTable {
  let columns: [String]
  /// In a wide table of measures every other column would be a measure.
  let isWide: Bool
  var lines: [[String]] = []

  init(_ columns: [String], isWide: Bool = false) {
    self.columns = columns
    self.isWide = isWide
  }

  mutating func add(_ row: [String: String]) {
    lines.append(columns.map { row[$0] ?? "" })
  }

  /// Inserts copies of a few rows, each damaged so that "What of a table counts" in docs/scoring.md refuses the row, or
  /// the cell where the column is optional.
  mutating func spoil(dates: [String] = [], numbers: [String] = [], words: [String] = [], with random: inout SplitMix64)
  {
    guard !lines.isEmpty, random.chance(60) else { return }
    for _ in 0..<random.int(1...4) {
      var line = random.pick(lines)
      guard line.count == columns.count else { continue }
      func set(_ column: String, _ text: String) {
        if let index = columns.firstIndex(of: column) { line[index] = text }
      }
      switch random.int(0...6) {
      case 0: set("account_id", "nobody")
      case 1: set("account_id", random.pick(["", "#N/A"]))
      case 2: line.append("one too many")
      case 3 where !dates.isEmpty:
        set(
          random.pick(dates), random.pick(["2026-02-30", "2026-13-01", "20261101", "soon", "2026-1-5", "null"]))
      case 4 where !numbers.isEmpty:
        set(random.pick(numbers), random.pick(["nan", "inf", "0x1F", "1e999", "1 000", "n.d.", "-", "1,5"]))
      case 5 where !words.isEmpty: set(random.pick(words), "purple")
      case 6: line += ["", ""]
      default: set("account_id", "nobody")
      }
      lines.insert(line, at: random.int(0...lines.count))
    }
  }

  /// The file: columns in any order, some lines without their trailing blanks, occasionally an unknown column, lines
  /// that are no rows, and rarely an end in the middle of a row.
  func text(with random: inout SplitMix64) -> String {
    let order = random.shuffled(Array(columns.indices))
    let strangers = !isWide && random.chance(15) ? random.pick([["x_stranger"], ["x_stranger", "X_Stranger "]]) : []
    let lineEnd = random.chance(20) ? "\r\n" : "\n"
    let isDressed = random.chance(30)
    let headers = order.map { index in
      // The name of a measure is its own; that of a column may be written in other ways.
      isDressed && !(isWide && index > 1) ? header(columns[index], with: &random) : columns[index]
    }
    var text = (headers + strangers).joined(separator: ",") + lineEnd
    for line in lines {
      if random.chance(1) { text += random.pick(["", ",,", " ,-,\u{a0}", "\"\""]) + lineEnd }
      if random.chance(1) { text += String(repeating: ",", count: columns.count + 5) + lineEnd }
      var cells = order.map { line[$0] } + strangers.map { _ in "?" } + line.dropFirst(columns.count)
      if random.chance(30) { while cells.count > 1, cells.last == "" { cells.removeLast() } }
      text += cells.map { quoted($0) }.joined(separator: ",") + lineEnd
    }
    if random.chance(2), let last = lines.last, let id = last.first, !id.isEmpty {
      let start = order.prefix(columns.count - 1).map { quoted(last[$0]) }.joined(separator: ",")
      return text + random.pick([start, start + ",\"and then\n"])
    }
    // Without its last line break, a row with all of its cells is a row.
    let isComplete = lines.last.map { $0.count >= columns.count && $0[order[columns.count - 1]] != "" } ?? false
    if strangers.isEmpty, isComplete, random.chance(10) { text.unicodeScalars.removeLast(lineEnd.unicodeScalars.count) }
    return text
  }

  private func header(_ name: String, with random: inout SplitMix64) -> String {
    random.pick([name, name.uppercased(), name + "\u{a0}", "\u{200b}\(name) ", name.capitalized])
  }
}

func quoted(_ cell: String) -> String {
  let special = Array(",\"\r\n".utf8)
  guard cell.utf8.contains(where: { special.contains($0) }) else { return cell }
  let doubled = cell.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
  return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
}
