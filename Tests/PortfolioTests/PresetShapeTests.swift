import Findings
import Foundation
import Health
import Languages
import Presets
import Review
import Tables
import Testing

@testable import Portfolio

/// What every preset that comes with Vigie has, and which exports it knows.
@Suite struct PresetShapeTests {
  private static let names = builtInPresets.keys.sorted()

  @Test(arguments: names)
  func `a preset that comes with Vigie has no fault, and says what it is and where it was seen`(name: String) throws {
    let (read, findings) = Preset.reading(try #require(builtInPresets[name]), named: name)
    let preset = try #require(read)
    #expect(findings.map(\.description) == [])
    #expect(!preset.seen.isEmpty && preset.title != name)
    #expect(!preset.tables.isEmpty)
    for table in preset.tables.keys {
      var source = TableSource(origin: .file(""))
      let query = preset.apply(to: &source, of: table)
      let known = Set(table.columns + (table == .accounts ? ["domain", "website"] : []))
      #expect(Set(source.columns.keys).isSubset(of: known), "\(table)")
      #expect(Set(source.cells.words.keys).isSubset(of: known), "\(table)")
      for name in table.requiredColumns { #expect(query != nil || source.columns[name] != nil, "\(table) \(name)") }
      for (column, words) in source.cells.words {
        for meaning in words.values where !meaning.isEmpty {
          #expect(table.knows(meaning, in: column), "\(meaning) is no \(column) of \(table)")
        }
      }
    }
  }

  @Test func `there is an export for each table of each preset that is no warehouse`() {
    let tables = Presets.reading([]).0
    let told = Self.names.filter { !$0.hasPrefix("fivetran-") }.flatMap { name in
      (tables[name]?.tables.keys.map(\.rawValue) ?? []).map { "\(name) \($0)" }
    }
    #expect(Set(PresetExport.all.map { "\($0.preset) \($0.table.rawValue)" }) == Set(told))
  }

  /// Fewer of the marks of an export than its own preset has: reports of Salesforce share columns.
  private static let fewerMarks = ["report-opportunities.csv": "salesforce accounts"]

  @Test(arguments: PresetExport.all)
  func `an export is known by the marks of its own preset and by those of no other`(export: PresetExport) throws {
    try withFolder([export.file: export.bytes]) { folder in
      let presets = Presets.reading([]).0
      let encoding = export.settings.first { $0.hasPrefix("encoding: ") }.map { String($0.dropFirst(10)) }
      let file = try ExportFile(
        "\(folder)/\(export.file)", name: export.file, sheet: nil,
        encoding: encoding.flatMap { .init(name: $0) }, known: ColumnNames.builtIn.all)
      let keys = Set(file.header.map(\.headerKeyWithoutAccents))
      let known = Self.names.flatMap { name in
        (presets[name]?.marks ?? [:]).filter { !$0.value.isEmpty }.filter { _, marks in
          marks.allSatisfy { mark in mark.contains { keys.contains($0.headerKeyWithoutAccents) } }
        }.map { "\(name) \($0.key.rawValue)" }
      }
      let others = [Self.fewerMarks[export.file]].compactMap(\.self)
      #expect(known.filter { !others.contains($0) } == ["\(export.preset) \(export.table.rawValue)"])
      let plan = importPlan(
        of: ["\(folder)/\(export.file)"], into: folder, asOf: today, answers: ImportAnswers(), languages: languages)
      #expect(plan.proposals.map(\.table) == [export.table])
      #expect(
        plan.strangers.isEmpty && plan.proposals.first?.sourceLines.contains("  preset: \(export.preset)") == true)
    }
  }

  @Test(arguments: Table.allCases)
  func `what columns are called is told for columns that there are`(table: Table) {
    let positions = ColumnNames.builtIn.positions(in: table.columns, of: table.rawValue)
    #expect(Set(positions.keys).isSubset(of: table.columns))
    for (name, place) in positions { #expect(table.columns[place] == name) }
    for (column, kind) in table.wordColumns {
      for word in ["on track", "p1", "good", "zoom", "upsell", "closed lost", "offered"] {
        guard let meaning = ColumnNames.builtIn.meaning(of: word, in: kind), !meaning.isEmpty else { continue }
        #expect(table.knows(meaning, in: column), "\(word)")
      }
    }
  }
}

extension PresetExport: CustomTestStringConvertible {
  var testDescription: String { "\(preset) \(table.rawValue), \(file)" }
}
