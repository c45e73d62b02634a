public import Health

/// A sentence that somebody wrote about an account, byte for byte, with its day and place.
public struct Quotation: Sendable, Hashable {
  /// Where it stands.
  public enum Place: String, CaseIterable, Sendable {
    case note, touchpoint, ticket, flag, risk
  }

  /// The sentence, or the beginning of a long one: a part of the cell or the note that it is from.
  public let text: String
  /// True when the sentence goes on.
  public let isCut: Bool
  /// The day of its row, or the one that the note names above it.
  public let date: Day
  /// Who wrote it, where the table says so.
  public let author: String?
  /// Where it stands.
  public let place: Place

  /// The longest sentence that is shown whole, in Unicode scalars: three lines of a page.
  static let longest = 240
  /// The fewest words of a sentence that says something by itself.
  static let fewestWords = 3

  /// Creates a quotation; nil for what says nothing or cannot be shown as it is written.
  init?(_ sentence: Substring, date: Day, author: String?, place: Place) {
    guard sentence.unicodeScalars.allSatisfy(\.isShown) else { return nil }
    let shown = Self.beginning(of: sentence)
    guard wordCodes(of: shown).count >= Self.fewestWords else { return nil }
    text = String(shown)
    isCut = shown.endIndex < sentence.endIndex
    self.date = date
    self.author = author
    self.place = place
  }

  /// A sentence, or as much of a long one as is shown, cut between words where there are any.
  private static func beginning(of sentence: Substring) -> Substring {
    let scalars = sentence.unicodeScalars
    guard let limit = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex),
      limit < scalars.endIndex
    else { return sentence }
    let room = scalars[..<limit]
    if let blank = room.lastIndex(where: \.isBlank), let last = room[..<blank].lastIndex(where: { !$0.isBlank }) {
      return sentence[...last]
    }
    // Within a single word, between two characters as a reader sees them.
    let end = sentence.indices.last { $0 <= limit } ?? limit
    return sentence[..<(end > sentence.startIndex ? end : limit)]
  }
}

extension Unicode.Scalar {
  /// False for controls and noncharacters, which no page may hold.
  fileprivate var isShown: Bool {
    if self == "\n" || self == "\t" { return true }
    return properties.generalCategory != .control && !properties.isNoncharacterCodePoint
  }
}

extension Review {
  /// What people wrote about an account up to the as-of day: from notes, touchpoints, tickets, flags and risks, in this
  /// order and within each in file order.
  ///
  /// A sentence of a note counts only below a heading or in a paragraph or item that begins with its day, such as
  /// `## 2026-11-09 Call`: nobody could say of any other when it was said.
  ///
  /// - Parameters:
  ///   - reader: who reads them, which decides about private remarks.
  ///   - isWanted: whether quotations of a day are wanted.
  func quotations(about account: Int, to reader: Remark.Reader, on isWanted: (Day) -> Bool) -> [Quotation] {
    func cell(_ text: String?, _ date: Day, _ author: String?, _ place: Quotation.Place) -> [Quotation] {
      guard let text, date <= asOf, isWanted(date) else { return [] }
      return sentences(of: text[...]).compactMap { Quotation($0, date: date, author: author, place: place) }
    }
    func remark(_ remark: Remark?, _ date: Day, _ author: String?, _ place: Quotation.Place) -> [Quotation] {
      cell(remark?.words(for: reader), date, author, place)
    }
    let mark = reader == .accountPage ? "" : judgement.privateMark
    let notes = judgement.notes[account].map { datedSentences(of: $0, withoutMarked: mark) } ?? []
    return notes.filter { $0.day <= asOf && isWanted($0.day) }
      .compactMap { Quotation($0.text, date: $0.day, author: nil, place: .note) }
      + evidence.touchpoints[account].flatMap { remark($0.note, $0.date, $0.by, .touchpoint) }
      + evidence.tickets[account].flatMap { cell($0.subject, $0.openedOn, nil, .ticket) }
      + judgement.sentiment[account].flatMap {
        remark($0.reason, $0.date, $0.csm, .flag) + remark($0.note, $0.date, $0.csm, .flag)
      }
      + judgement.risks[account].flatMap { remark($0.note, $0.seenOn, nil, .risk) }
  }
}

/// The sentences of a note that stand under a day.
///
/// - Parameter mark: what private paragraphs, items and sections begin with, which are left out, behind their day if they
///   have one; empty for none.
func datedSentences(of note: String, withoutMarked mark: String = "") -> [(day: Day, text: Substring)] {
  var day: Day?
  var level = 0
  var privateLevel = 0
  var found: [(day: Day, text: Substring)] = []
  for block in blocks(of: note[...]) {
    let own = leadingDay(of: block.text)
    let isMarked = begins(block.text, with: mark) || own.map { begins($0.after, with: mark) } ?? false
    if block.heading > 0 {
      if block.heading <= privateLevel { privateLevel = 0 }
      if isMarked, privateLevel == 0 { privateLevel = block.heading }
      // A heading below a dated one belongs to it; another of its rank ends it.
      if own != nil || block.heading <= level || level == 0 {
        (day, level) = (own?.day, own == nil ? 0 : block.heading)
      }
      continue
    }
    // An item dates itself alone, a paragraph what follows, too.
    if let own, !block.isItem { day = own.day }
    guard let date = own?.day ?? day, !isMarked, privateLevel == 0 else { continue }
    found += sentences(of: own?.rest ?? block.text).map { (date, $0) }
  }
  return found
}

/// Whether a text begins with a mark, behind blanks and the signs that set off a day; no text does with an empty one.
private func begins(_ text: Substring, with mark: String) -> Bool {
  var rest = text.unicodeScalars
  while !mark.isEmpty, let first = rest.first {
    if Substring(rest).utf8.starts(with: mark.utf8) { return true }
    guard first.isBlank || ":—–-*_,.".unicodeScalars.contains(first) else { return false }
    rest.removeFirst()
  }
  return false
}

/// The ISO day that a text begins with, and what follows it, with and without the signs before its first word.
private func leadingDay(of text: Substring) -> (day: Day, after: Substring, rest: Substring)? {
  let scalars = text.unicodeScalars.drop { "*_[(".unicodeScalars.contains($0) }
  guard let end = scalars.index(scalars.startIndex, offsetBy: 10, limitedBy: scalars.endIndex),
    let day = Day(iso: String(Substring(scalars[..<end])))
  else { return nil }
  let rest = scalars[end...].drop {
    !$0.properties.isAlphabetic && !("0"..."9").contains($0) && !"\"“«".unicodeScalars.contains($0)
  }
  return (day, Substring(scalars[end...]), Substring(rest))
}

/// The words of a text as numbers, in order: the same for the same letters and digits, ASCII letters of either case.
///
/// Words are compared thousands of times on a large portfolio; numbers need no texts of their own.
func wordCodes(of text: some StringProtocol) -> [UInt64] {
  var codes: [UInt64] = []
  var code = fnv1aStart
  for byte in text.utf8 {
    let isLetter = byte >= 0x80 || (97...122).contains(byte | 0x20) || (48...57).contains(byte)
    if isLetter {
      code = fnv1a(code, (65...90).contains(byte) ? byte | 0x20 : byte)
    } else if code != fnv1aStart {
      codes.append(code)
      code = fnv1aStart
    }
  }
  if code != fnv1aStart { codes.append(code) }
  return codes
}
