import SeededRandom

/// A CSV table in the making: rows by column name, with the faults of real exports.
struct RandomTable {
  let columns: [String]
  /// In a wide table of measures every other column would be a measure.
  let mayHaveStranger: Bool
  private(set) var lines: [[String]] = []

  init(_ columns: [String], mayHaveStranger: Bool = true) {
    self.columns = columns
    self.mayHaveStranger = mayHaveStranger
  }

  mutating func add(_ row: [String: String]) {
    lines.append(columns.map { row[$0] ?? "" })
  }

  /// Inserts copies of a few rows, each damaged so that "What of a table counts" in docs/scoring.md refuses it.
  mutating func spoil(dates: [String] = [], numbers: [String] = [], words: [String] = [], with random: inout SplitMix64)
  {
    guard !lines.isEmpty, random.chance(60) else { return }
    for _ in 0..<random.int(1...4) {
      var line = random.pick(lines)
      guard line.count == columns.count else { continue }
      func set(_ column: String, _ text: String) {
        if let index = columns.firstIndex(of: column) { line[index] = text }
      }
      switch random.int(0...5) {
      case 0: set("account_id", "nobody")
      case 1: set("account_id", "")
      case 2: line.append("one too many")
      case 3 where !dates.isEmpty:
        set(
          random.pick(dates), random.pick(["2026-02-30", "2026-13-01", "20261101", "01/02/2026", "soon", "2026-1-5"]))
      case 4 where !numbers.isEmpty:
        set(random.pick(numbers), random.pick(["nan", "inf", "0x1F", "1e999", "1 000", "12%", "-", "1,5"]))
      case 5 where !words.isEmpty: set(random.pick(words), "purple")
      default: set("account_id", "nobody")
      }
      lines.insert(line, at: random.int(0...lines.count))
    }
  }

  /// The file: columns in any order, some lines without their trailing blanks, occasionally an unknown column.
  func text(with random: inout SplitMix64) -> String {
    let order = random.shuffled(Array(columns.indices))
    let hasStranger = mayHaveStranger && random.chance(15)
    var text = (order.map { columns[$0] } + (hasStranger ? ["x_stranger"] : [])).joined(separator: ",") + "\n"
    let lineEnd = random.chance(20) ? "\r\n" : "\n"
    for line in lines {
      var cells = order.map { line[$0] } + (hasStranger ? ["?"] : []) + line.dropFirst(columns.count)
      // The first cell stays: an empty line is not a row.
      if random.chance(30) { while cells.count > 1, cells.last == "" { cells.removeLast() } }
      if cells == [""] { cells = ["", ""] }
      text += cells.map { quoted($0) }.joined(separator: ",") + lineEnd
    }
    return text
  }
}

private func quoted(_ cell: String) -> String {
  let special = Array(",\"\r\n".utf8)
  guard cell.utf8.contains(where: { special.contains($0) }) else { return cell }
  let doubled = cell.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
  return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
}
