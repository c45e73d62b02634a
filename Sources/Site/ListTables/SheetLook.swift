import Health
import Review
import Sheets

/// How the workbooks of an edition look: cells, heads, the sheet that explains, and what is printed on each page.
struct SheetLook: Composer {
  private static let rule = CellStyle().with { $0.isRuled = true }

  let tell: Telling

  let plain = rule
  let wrapped = rule.with { $0.wraps = true }
  let head = rule.with {
    $0.isBold = true
    $0.wraps = true
    $0.fill = 0xE7E6E6
  }

  var day: CellStyle { plain.with { ($0.format, $0.isLeft) = (words(.dayFormat), true) } }
  var money: CellStyle { plain.with { $0.format = formats.moneyPattern(tell.context.currency) } }

  /// The colour behind the word of a band or a flag.
  func fill(_ code: String) -> UInt32? {
    switch Band(rawValue: code) {
    case .green: 0xD5E8C8
    case .yellow: 0xFFE699
    case .red: 0xF8CBAD
    case .unscored: 0xD9D9D9
    case nil: nil
    }
  }

  func cell(_ day: Day?) -> Cell { day.map { .number(serial(ofDay: Int($0.number))) } ?? .blank }

  func cell(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }

  /// A workbook with the properties of all of the edition.
  func book(title: String, _ sheets: [WorkSheet]) -> WorkBook {
    WorkBook(
      title: "\(tell.context.title) · \(title)", company: tell.context.title, day: Int(review.asOf.number),
      sheets: sheets)
  }

  /// A sheet of prose: a title, who may read it and as of when, and paragraphs.
  func page(_ name: String, title: String, _ paragraphs: [String], width: Double) -> WorkSheet {
    var sheet = WorkSheet(name)
    let prose = CellStyle().with { $0.wraps = true }
    sheet.rows = [
      [(.text(title), CellStyle().with { ($0.isBold, $0.size) = (true, 16) })],
      [(.text(origin), CellStyle().with { $0.ink = 0x595959 })], [],
    ]
    sheet.rows += paragraphs.map { [(.text($0), prose)] }
    sheet.widths = [width]
    sheet.print.head = stamp(title)
    return sheet
  }

  /// What stands at the head of each printed page.
  func stamp(_ title: String) -> String { "\(words(.internal)) · \(tell.context.title) · \(title)" }

  /// Whose figures these are and of which day.
  var origin: String {
    let parts = [
      words(.internal), tell.context.title, review.edition.description, formats.date(review.asOf), tell.statusWords,
      tell.fingerprint,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The page of an account, from a workbook among the lists.
  func address(of account: Int) -> String { links.account(account, root: root) }

  /// A page of the site, from a workbook among the lists.
  func address(ofPage path: String) -> String { root + path }

  /// A workbook that was sent or downloaded has no neighbours, so its links are whole where the address is known.
  private var root: String { tell.context.siteAddress.isEmpty ? "../" : tell.context.siteAddress }
}
