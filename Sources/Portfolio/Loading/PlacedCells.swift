import Findings
import FoundationEssentials
import Health
public import Review
import Spelling
import Tables

/// A cell of a table and its place.
public struct PlacedCell: Hashable, Sendable {
  /// The `account_id` of its row.
  public let account: String
  /// The text of the cell.
  public let text: String
  /// `file:line:column`, as findings give it.
  public let place: String
}

extension Settings {
  /// The filled cells of a column, in file order, from the files as they are now.
  ///
  /// They are read again, since a portfolio in memory does not keep the lines of its rows; a file that can no longer be
  /// read has none.
  ///
  /// - Parameters:
  ///   - column: a canonical column, or an attribute.
  ///   - dataFolder: the base of data file names.
  public func cells(of column: String, in table: Table, dataFolder: String) -> [PlacedCell] {
    let sources = sources(of: table, in: dataFolder)
    let context = ReadingContext(self, asOf: Day(number: 0))
    var cells: [PlacedCell] = []
    for source in sources {
      do throws(TableProblem) {
        var reader = try source.reader(of: table, from: dataFolder, context)
        let binding = ColumnBinding(table, source: source, header: reader.header, positions: reader.headerPositions)
        guard let id = binding.positions["account_id"],
          let cell = binding.positions[column]
            ?? binding.others.first(where: { $0.name.nameKey == column.nameKey })?.position
        else { continue }
        while try reader.advance() {
          let account = aliases.currentID(of: reader.withCell(id) { CellParsing.text($0) })
          let text = reader.withCell(cell) { CellParsing.text($0, keepsLines: true) }
          guard !text.isEmpty else { continue }
          let place = reader.position(of: cell)
          cells.append(
            PlacedCell(account: account, text: text, place: "\(source.file):\(place.line):\(place.column)"))
        }
      } catch {
        continue
      }
    }
    return cells
  }

  /// The lines of the notes about an account in a folder, each with its place; empty when there is none.
  ///
  /// - Parameters:
  ///   - folder: `data/notes` or `data/customer`.
  ///   - dataFolder: the base of data file names.
  public func noteLines(of account: String, in folder: String, dataFolder: String) -> [PlacedCell] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: dataFolder + "/" + folder)) ?? []
    return names.sorted().flatMap { name -> [PlacedCell] in
      let id = String(decoding: percentDecoded(name.dropLast(3)), as: UTF8.self)
      guard name.hasSuffix(".md"), aliases.currentID(of: id) == account,
        let data = FileManager.default.contents(atPath: "\(dataFolder)/\(folder)/\(name)")
      else { return [] }
      let lines = String(decoding: data, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return lines.enumerated().map {
        PlacedCell(account: account, text: String($1), place: "\(folder)/\(name):\($0 + 1)")
      }
    }
  }
}
