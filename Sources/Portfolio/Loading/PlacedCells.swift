import Findings
import FoundationEssentials
public import Review
import Tables

/// A cell of a table and where it stands.
public struct PlacedCell: Hashable, Sendable {
  /// The `account_id` of its row.
  public let account: String
  /// What stands in it.
  public let text: String
  /// `file:line:column`, as findings give it.
  public let place: String
}

extension Settings {
  /// The filled cells of a column, in file order, from the files as they are now.
  ///
  /// They are read again, since a portfolio in memory keeps no lines of its rows; a file that cannot be read any more
  /// has none.
  ///
  /// - Parameters:
  ///   - column: a canonical column, or one of those that are attributes.
  ///   - dataFolder: where names of data files start from.
  public func cells(of column: String, in table: Table, dataFolder: String) -> [PlacedCell] {
    let sources =
      sources[table] ?? [TableSource(origin: .csv(file: table.file, delimiter: nil))]
    var cells: [PlacedCell] = []
    for source in sources {
      do throws(TableProblem) {
        var reader = try source.reader(from: dataFolder)
        let binding = ColumnBinding(table, source: source, header: reader.header, positions: reader.headerPositions)
        guard let id = binding.positions["account_id"],
          let cell = binding.positions[column] ?? binding.others.first(where: { $0.name == column })?.position
        else { continue }
        while try reader.advance() {
          let account = reader.withCell(id) { String(decoding: $0, as: UTF8.self) }
          let text = reader.withCell(cell) { String(decoding: $0, as: UTF8.self) }
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
}

/// The lines of the note that a folder keeps of an account, each with its place; empty where there is none.
///
/// - Parameters:
///   - folder: `data/notes` or `data/customer`.
///   - dataFolder: where names of data files start from.
public func noteLines(of account: String, in folder: String, dataFolder: String) -> [PlacedCell] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: dataFolder + "/" + folder)) ?? []
  let name = names.first { $0.hasSuffix(".md") && percentDecoded($0.dropLast(3)).elementsEqual(account.utf8) }
  guard let name, let data = FileManager.default.contents(atPath: "\(dataFolder)/\(folder)/\(name)") else { return [] }
  let lines = String(decoding: data, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  return lines.enumerated().map {
    PlacedCell(account: account, text: String($1), place: "\(folder)/\(name):\($0 + 1)")
  }
}
