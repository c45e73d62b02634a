import SeededRandom
import Testing

@testable import Tables

/// A file read in small pieces gives the same as one read at once.
@Suite struct PieceTests {
  private static let sizes = [16, 17, 18, 19, 23, 31, 64]

  @Test(
    arguments: [
      "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r\n\r5,6", "\u{FEFF}long header,and another one,and a third\n1,2,3\n",
      "\"quoted, \"\"twice\"\" and\nover\r\nthree\rlines\",x\r\n\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\",y\n",
      "one cell that is much longer than a piece of the file, \u{1F600}\u{1F600}\u{1F600}\u{1F600}\u{1F600}\n2\n",
      "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\na\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nb",
      "\"1\"x,2\n\"3\"\"\"4\"\",5\n,\n,,\n",
      "0123456789abcd\"\r\n0123456789abcde\r\n\"0123456789abc\"\r\n\"0123456789abcd\"\r\n\"0123456789abcde\r\n\"\r\n",
    ], sizes)
  func `whatever the size of the pieces`(text: String, pieceSize: Int) throws {
    let whole = try records(text, delimiter: ",")
    #expect(!whole.isEmpty)
    #expect(try records(text, delimiter: ",", pieceSize: pieceSize) == whole)
  }

  @Test(arguments: UInt64(1)...60) func `whatever stands in the file`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = [
      "a", "bc", ",", ",", "\"", "\"\"", "\n", "\r", "\r\n", "\u{E9}", "\u{1F600}", " ", ",\"x", "\",", "\"\n",
    ]
    let text = (0..<60).map { _ in alphabet[random.whole(below: alphabet.count)] }.joined()
    let whole = Result { try records(text, delimiter: ",") }
    for pieceSize in Self.sizes {
      let pieces = Result { try records(text, delimiter: ",", pieceSize: pieceSize) }
      switch (whole, pieces) {
      case (.success(let whole), .success(let pieces)): #expect(whole == pieces)
      case (.failure(let whole), .failure(let pieces)): #expect(whole as? TableProblem == pieces as? TableProblem)
      default: Issue.record("\(whole) at once, \(pieces) in pieces of \(pieceSize)")
      }
    }
  }

  @Test(arguments: UInt64(1)...60) func `what is written as CSV is read back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = ["", "a", ",", "\"", "\n", "\r\n", "\r", "\u{E9}", " ", "\u{1F600}\"", "0"]
    let table = (0..<8).map { _ in
      (0..<3).map { _ in
        (0..<random.whole(below: 5)).map { _ in alphabet[random.whole(below: alphabet.count)] }.joined()
      }
    }
    let text = table.map { row in
      row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
        .joined(separator: ",")
    }.joined(separator: "\r\n")
    for pieceSize in Self.sizes {
      #expect(
        try records(text, delimiter: ",", pieceSize: pieceSize).map { $0.cells.map { Array($0.utf8) } }
          == table.map { $0.map { Array($0.utf8) } })
    }
  }
}
