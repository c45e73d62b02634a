import SeededRandom
import Testing

@testable import Workbooks

/// Workbooks with random faults, the same on every run.
@Suite struct FuzzTests {
  @Test(arguments: 0..<40) func `changed bytes give rows or a problem, never a crash`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (1...30).map { row in
      """
      <row r="\(row)"><c r="A\(row)" t="s"><v>\(row % 3)</v></c><c s="1"><f>A1</f><v>45352.\(row)</v></c></row>
      """
    }
    let file = WorkbookFile(
      rows: rows.joined(), texts: "<si><t>a</t></si><si><r><t>b_x000D_</t></r></si><si><t> é </t></si>",
      formats: ["yyyy-mm-dd"])
    // Of the ZIP.
    let bytes = try file.bytes()
    for _ in 0..<15 {
      var changed = bytes
      for _ in 0...random.whole(below: 8) {
        changed[random.whole(below: changed.count)] = UInt8(random.whole(below: 256))
      }
      _ = try problem(of: changed)
    }
    // Of the XML in it, which no checksum protects then.
    for _ in 0..<15 {
      var changed = file
      for (part, bytes) in file.parts {
        var bytes = bytes
        for _ in 0..<random.whole(below: 4) {
          let place = random.whole(below: bytes.count)
          if random.whole(below: 2) == 0 {
            bytes[place] = random.pick(Array("<>\"&/ 0-9_x;[]".utf8) + [0, 0xC3, 0xFF])
          } else {
            bytes.removeSubrange(place..<min(bytes.count, place + random.whole(below: 9)))
          }
        }
        changed.parts[part] = bytes
      }
      let problem = try problem(of: changed.bytes())
      if case .unreadable = problem { Issue.record("the file can be read") }
    }
  }
}
