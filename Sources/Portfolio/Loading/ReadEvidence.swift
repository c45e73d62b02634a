import Customer
import Files
import Findings
import FoundationEssentials
import Health
import Review
import Spelling
import Tables

/// A filled cell of a source, or a note, as it was read: used or refused.
public struct ReadCell: Sendable {
  /// The text without blanks around it.
  public let text: String
  /// The table and column, such as `sentiment.reason`, or the folder of a note.
  public let field: String
  /// The position of the account that it is about; nil when the row or the name of the note names none that is known.
  public let account: Int?
  /// The file, relative to the folder of the data, and the place in it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column of the cell, from 1.
  public let column: Int
}

/// Something that could hold private text and cannot be read.
public struct UnreadSource: Error, Sendable, CustomStringConvertible {
  /// The file or folder, and why.
  public let description: String
}

extension Portfolio {
  /// Reads every source again and passes on each filled cell, whether its row and its column are used or not, and each
  /// note, whatever its name: what nobody uses is private all the same.
  ///
  /// - Parameter dataFolder: the base of data file names.
  /// - Throws: `UnreadSource` for the first file or folder that cannot be read.
  public func readEvery(
    cellIn dataFolder: String, _ visit: (ReadCell) -> Void
  ) throws(UnreadSource) {
    let context = ReadingContext(settings, asOf: evidence.asOf)
    let index = AccountIndex(
      evidence.accounts, refused: [], aliases: settings.aliases, isComplete: false,
      keys: AccountKeys(
        evidence.accounts, columns: evidence.columns, sources: settings.sources.values.flatMap(\.self)))
    var raw = settings.files
    for table in Table.allCases {
      let sources: [TableSource]
      do throws(FileError) { sources = try settings.sources(of: table, in: dataFolder) } catch {
        throw UnreadSource(description: "\(error.reason) (\(table.file))")
      }
      for source in sources {
        if case .query(_, let files) = source.origin { raw += files }
        do throws(TableProblem) {
          try readCells(of: source, table, index, context, dataFolder, visit)
        } catch {
          throw UnreadSource(description: "\(error.finding(file: source.file).message) (\(source.file))")
        }
      }
    }
    var seen: Set<String> = []
    for file in raw where seen.insert(file.file).inserted {
      var source = TableSource(origin: .file(file.file))
      source.layout = file.layout
      do throws(TableProblem) {
        try readCells(of: source, nil, index, context, dataFolder, visit)
      } catch {
        throw UnreadSource(description: "\(error.finding(file: file.file).message) (\(file.file))")
      }
    }
    for folder in ["data/notes", "data/edition"] { try readNotes(in: folder, dataFolder, index, visit) }
  }

  private func readCells(
    of source: TableSource, _ table: Table?, _ index: AccountIndex, _ context: ReadingContext, _ dataFolder: String,
    _ visit: (ReadCell) -> Void
  ) throws(TableProblem) {
    let reader = try Self.reader(of: source, table, context, dataFolder)
    let binding = ColumnBinding(
      table ?? .accounts, source: source, header: reader.header, positions: reader.headerPositions)
    let fields = reader.header.indices.map {
      "\(table?.rawValue ?? source.file).\(table == nil ? reader.header[$0] : binding.name(of: $0))"
    }
    let readsFigures = fields.map { field in
      field.hasSuffix("_id") || AdoptionMeasure.countsMoney(String(field.split(separator: ".").last ?? ""))
    }
    var parser = RowParser(reader, binding: binding, source: source, accounts: index, context)
    while try parser.reader.advance() {
      parser.faults.removeAll(keepingCapacity: true)
      var cells: [(cell: Int, text: String)] = []
      for cell in 0..<parser.reader.count {
        let isFigure = fields.indices.contains(cell) && !readsFigures[cell]
        if let text = parser.reader.withCellAsWritten(cell, { Self.text($0, unlessFigure: isFigure) }) {
          cells.append((cell, text))
        }
      }
      guard !cells.isEmpty else { continue }
      let account = table == nil ? cells.lazy.compactMap { index.position(of: $0.text) }.first : parser.account()
      for (cell, text) in cells {
        let place = parser.reader.position(of: cell)
        visit(
          ReadCell(
            text: text, field: fields.indices.contains(cell) ? fields[cell] : "\(table?.rawValue ?? source.file).",
            account: account, file: source.file, line: place.line, column: place.column))
      }
    }
  }

  private static func reader(
    of source: TableSource, _ table: Table?, _ context: ReadingContext, _ dataFolder: String
  ) throws(TableProblem) -> TableReader {
    if let table { return try source.reader(of: table, from: dataFolder, context) }
    return try TableReader(file: source.path(from: dataFolder), layout: source.layout)
  }

  /// The text of a filled cell; nil as well for a figure or a day, which tells nothing without its column.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, unlessFigure: Bool) -> String? {
    let isFigure = !bytes.contains { $0 >= 0x41 } && bytes.count { (48...57).contains($0) } < 9
    guard !(unlessFigure && isFigure), !CellParsing.isBlank(bytes) else { return nil }
    return CellParsing.text(bytes, keepsLines: true)
  }

  private func readNotes(
    in folder: String, _ dataFolder: String, _ index: AccountIndex, _ visit: (ReadCell) -> Void
  ) throws(UnreadSource) {
    let path = "\(dataFolder)/\(folder)"
    let names: [String]
    do throws(FileError) { names = try namesIfThere(path) ?? [] } catch {
      throw UnreadSource(description: "\(error.reason) (\(folder))")
    }
    for name in names where !name.hasPrefix(".") {
      let file = "\(folder)/\(name)"
      let read: [UInt8]?
      do throws(FileError) {
        let path = "\(dataFolder)/\(file)"
        read = try isFolder(path) ? nil : OpenFile.toReadAll(path).contents(atMost: Limits.text)
      } catch {
        throw UnreadSource(description: "\(error.reason) (\(file))")
      }
      guard let bytes = read else {
        try readNotes(in: file, dataFolder, index, visit)
        continue
      }
      let text: String
      switch EditedText(bytes) {
      case .text(let edited): text = edited
      case .fault(let fault, _, _):
        // Other encodings differ in accents, which are not compared.
        guard FileKind(bytes: Array(bytes.prefix(4096))) == nil else {
          throw UnreadSource(description: "\(fault) (\(file))")
        }
        text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      }
      let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
      let account = index.position(of: String(decoding: percentDecoded(stem), as: UTF8.self))
      let field = folder.split(separator: "/").prefix(2).joined(separator: "/")
      for (paragraph, line) in Self.paragraphs(of: text) {
        visit(ReadCell(text: paragraph, field: field, account: account, file: file, line: line, column: 1))
      }
    }
  }

  /// The parts of a note between blank lines, with their first lines.
  private static func paragraphs(of text: String) -> [(text: String, line: Int)] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.indices.split { lines[$0].allSatisfy(\.isWhitespace) }.compactMap { part in
      part.first.map { (lines[part].joined(separator: "\n"), $0 + 1) }
    }
  }
}
