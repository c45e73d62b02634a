import Foundation
import Testing

/// Every input that fuzzing begins with, or has found.
@Suite struct KeptInputTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: FuzzTarget.allCases) func `inputs that fuzzing found are read or refused`(target: FuzzTarget) throws
  {
    let scratch = try ScratchFile()
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.corpus.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    #expect(files.count >= 2)
    for file in files { target.read([UInt8](try Data(contentsOf: file)), scratch: scratch) }
  }
}
