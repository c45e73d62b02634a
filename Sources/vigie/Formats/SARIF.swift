import FoundationEssentials
import Pipeline

/// A run as SARIF 2.1.0 (OASIS), with keys in order and a line break at the end.
func sarif(_ diagnostics: [Diagnostic]) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(SARIFLog(diagnostics)), as: UTF8.self) + "\n"
}

private struct SARIFLog: Encodable {
  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "Vigie"
    let version: String
    let rules: [Rule]
  }

  struct Text: Encodable {
    let text: String
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Text
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let kind: String
    let level: String
    let message: Text
    let locations: [Location]?
  }

  struct Location: Encodable {
    let physicalLocation: Physical
  }

  struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  struct Artifact: Encodable {
    let uri: String
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
  }

  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ diagnostics: [Diagnostic]) {
    var rules: [Rule] = []
    var positions: [String: Int] = [:]
    let results = diagnostics.map { diagnostic in
      let position = positions[diagnostic.rule] ?? rules.count
      if position == rules.count {
        positions[diagnostic.rule] = position
        rules.append(Rule(id: diagnostic.rule, shortDescription: Text(text: diagnostic.meaning)))
      }
      let region = diagnostic.line.map { Region(startLine: $0, startColumn: diagnostic.column) }
      return Result(
        ruleId: diagnostic.rule, ruleIndex: position, kind: diagnostic.level == .passed ? "pass" : "fail",
        level: diagnostic.level == .passed ? "none" : diagnostic.level.rawValue, message: Text(text: diagnostic.text),
        locations: diagnostic.file.map {
          [Location(physicalLocation: Physical(artifactLocation: Artifact(uri: address(of: $0)), region: region))]
        })
    }
    runs = [Run(tool: Tool(driver: Driver(version: Pipeline.Tool.version, rules: rules)), results: results)]
  }
}

/// A path as a relative reference, or as an address of the file scheme.
private func address(of path: String) -> String {
  let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
  var address = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    if unreserved.contains(byte) {
      address.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let code = String(byte, radix: 16, uppercase: true)
      address += "%" + (code.utf8.count < 2 ? "0" : "") + code
    }
  }
  return address
}
