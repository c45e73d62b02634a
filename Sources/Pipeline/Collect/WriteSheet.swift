import Files
import Findings
import FoundationEssentials
import Portfolio
import Review
import Site
import Spelling

extension Workspace {
  /// Writes the workbook in which people say what they think of the accounts that wait for it.
  ///
  /// A file that is there already and holds anything else is left alone, since somebody may have filled it in.
  ///
  /// - Parameters:
  ///   - csm: who is asked, in any capitals; nil for everybody.
  ///   - out: the file; nil for one in `sheets/` of the portfolio, named after the day and the person.
  /// - Returns: the file and how many accounts it asks about; no file where nothing is asked.
  public func writeSheet(for csm: String?, out: String?) async throws -> (file: String?, accounts: Int) {
    let review = await review(try history())
    let csm = try csm.map { try person($0, in: review) }
    let sheet = try context(review).judgementSheet(for: csm)
    guard sheet.accounts > 0 else { return (nil, 0) }
    let file = out ?? "\(folder.path)/sheets/\(sheet.name)"
    if let there = try contentsIfThere(file) {
      guard there == sheet.bytes else {
        throw Refusal.nothingWritten(
          "\(file) is there and may be filled in; collect it and take it away, or name another file with --out")
      }
      return (file, sheet.accounts)
    }
    if let slash = file.lastIndex(of: "/"), slash > file.startIndex { try makeFolders(String(file[..<slash])) }
    try writeNewFile(sheet.bytes, at: file)
    return (file, sheet.accounts)
  }

  /// The person of our own that a name means.
  private func person(_ name: String, in review: Review) throws -> String {
    let people = review.books.compactMap(\.csm)
    if let same = people.first(where: { $0.nameKey == name.nameKey }) { return same }
    throw Refusal.nothingWritten(
      "nobody called '\(name)' has an active account\(suggestion(for: name, among: people).description)")
  }
}
