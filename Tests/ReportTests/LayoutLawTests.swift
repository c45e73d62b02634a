import Foundation
import Oracle
import Pipeline
import Synchronization
import Testing

/// Says the same portfolio twice: in plain tables, and in the exports of other programs.
@Suite struct LayoutLawTests {
  @Test(arguments: ReportTests.seeds)
  func `however files are written, every figure is that of plain tables`(seed: UInt64) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "vigie-layouts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let forms = TwoForms(seed: seed)
    let plain = try await Told(forms.plain, in: root.appending(path: "plain"), asOf: forms.asOf)
    let exported = try await Told(forms.exported, in: root.appending(path: "exported"), asOf: forms.asOf)
    #expect(plain.rows == [forms.rows, forms.rows, 0, 0, 0], "seed \(seed): \(plain.findings)")
    let (read, leftOut) = (exported.rows[0], exported.rows[3])
    #expect(exported.rows == [read, forms.rows, 0, leftOut, 0], "seed \(seed): \(exported.findings)")
    guard read == forms.rows + leftOut, read > 0 else { return }
    let differences = Oracle.differences(plain.figures, exported.figures)
    #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(10).joined(separator: "\n"))")
  }
}

/// What the program says of a folder.
private struct Told {
  /// The report without its counts of rows.
  var figures: [String: Any] = [:]
  /// The rows that were read, used, refused and left out, and the cells that were refused.
  var rows = [0, 0, 0, 0, 0]
  /// What was found in which file.
  let findings: String

  init(_ files: [String: [UInt8]], in folder: URL, asOf: String) async throws {
    try TwoForms.write(files, to: folder)
    let lines = Mutex<[String]>([])
    let reporter = Reporter { line in lines.withLock { $0.append(line) } }
    do {
      figures = try await ReportTests.report(on: folder, asOf: asOf, reporter: reporter)
      var portfolio = try #require(figures["portfolio"] as? [String: Any])
      let counts = try #require(portfolio.removeValue(forKey: "rows") as? [String: Int])
      figures["portfolio"] = portfolio
      rows = ["read", "used", "refused", "left_out", "cells_refused"].map { counts[$0] ?? -1 }
    } catch {
      lines.withLock { $0.append("\(error)") }
    }
    findings = lines.withLock { $0.filter { !$0.contains(": warning: ") }.joined(separator: "\n") }
  }
}
