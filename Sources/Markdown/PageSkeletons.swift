public import Templates

/// Turns marked pages into HTML, reading each piece of Markdown once, however many pages it stands on.
///
/// A page is split into pieces, which libcmark-gfm reads without regard to the others, and tables into rows. The first
/// time that a piece is met, it is read with numbered marks in the place of its values; the HTML around the marks is its
/// skeleton, which every later page fills. Text that is escaped cannot change what stands around it, so the page is the
/// same byte for byte as one that is read as a whole.
///
/// A value that could, because of its place, is told from the others by looking: its mark is beside a sign of emphasis
/// or it is not in the HTML. Such values are part of what a piece is known by.
public struct PageSkeletons: Sendable {
  /// The maximum number of pieces that are kept; later ones are read each time.
  static let most = 4_096

  private var pieces: [Key: PieceSkeleton] = [:]

  /// Creates an empty collection.
  public init() {}

  /// The number of pieces kept.
  public var count: Int { pieces.count }

  /// Appends a page as HTML, as ``renderPage(_:figures:into:)`` does.
  ///
  /// - Returns: why the page was read as a whole; nil when it was put together of skeletons.
  @discardableResult
  public mutating func render(
    _ page: MarkedText, figures: [[UInt8]], into output: inout [UInt8]
  ) -> WholeReason? {
    let begin = output.count
    do throws(WholeReason) {
      try append(page, figures: figures, to: &output)
      return nil
    } catch {
      output.removeSubrange(begin...)
      renderPage(page.markdown, figures: figures, into: &output)
      return error
    }
  }

  private mutating func append(
    _ page: MarkedText, figures: [[UInt8]], to output: inout [UInt8]
  ) throws(WholeReason) {
    var place = Place(page: page, figures: figures)
    for piece in PagePieces(of: page.text) {
      if let head = piece.tableHead, try appendTable(piece, head: head, at: &place, to: &output) { continue }
      let found = try skeleton(of: .block(isInSection: place.isInSection), piece.range, at: place)
      place.append(found, to: &output)
    }
    if place.isInSection { output += sectionEnd }
  }

  /// Appends a table row by row; gives false when it turns out to be none.
  private mutating func appendTable(
    _ piece: PagePiece, head: Range<Int>, at place: inout Place, to output: inout [UInt8]
  ) throws(WholeReason) -> Bool {
    let table = try skeleton(of: .head, head, at: place)
    guard let id = table.tableID else { return false }
    let first = place.next
    place.append(table, to: &output)
    place.head = first..<place.next
    place.headText = table.source
    let rows = PagePieces.rows(of: piece, head: head, in: place.page.text)
    if !rows.isEmpty { output += PieceSkeleton.bodyBegin }
    for row in rows {
      place.append(try skeleton(of: .row(table: id), row, at: place), to: &output)
    }
    output += rows.isEmpty ? PieceSkeleton.tableEnd : PieceSkeleton.bodyEnd
    place.head = 0..<0
    return true
  }

  /// The skeleton of a run of lines, kept or read now.
  private mutating func skeleton(
    of kind: PieceSkeleton.Kind, _ range: Range<Int>, at place: Place
  ) throws(WholeReason) -> PieceSkeleton {
    let text = place.page.text[range]
    let piece = try kept(Key(kind: kind, text: Array(text), values: 0), at: place) { () throws(WholeReason) in
      if let reason = WholeReason(of: text) { throw reason }
      return NumberedText(text, at: place, of: kind, literal: [])
    }
    if piece.deciding.isEmpty {
      if piece.accepts(place) { return piece }
    } else {
      let numbered = NumberedText(text, at: place, of: kind, literal: Set(piece.deciding))
      let second = try kept(Key(kind: kind, text: numbered.bytes, values: numbered.values), at: place) { numbered }
      if second.deciding.isEmpty, second.accepts(place) { return second }
    }
    let numbered = NumberedText(text, at: place, of: kind, literal: Set(0..<piece.values))
    return try PieceSkeleton(numbered, of: kind, at: place, figures: place.figures.count)
  }

  /// What is kept under a key, or else is read now and kept where there is room.
  private mutating func kept(
    _ key: Key, at place: Place, text: () throws(WholeReason) -> NumberedText
  ) throws(WholeReason) -> PieceSkeleton {
    if let known = pieces[key] { return known }
    var piece = try PieceSkeleton(try text(), of: key.kind, at: place, figures: .max)
    guard pieces.count < Self.most else { return piece }
    if piece.isTable { piece.tableID = pieces.count }
    pieces[key] = piece
    return piece
  }
}

/// What a piece is known by.
private struct Key: Hashable {
  let kind: PieceSkeleton.Kind
  /// Its text with a mark for each value, or with numbered marks and the values that decide.
  let text: [UInt8]
  /// The number of its values where some of them are in the text.
  let values: Int

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

/// Where the rendering of a page stands.
struct Place {
  let page: MarkedText
  let figures: [[UInt8]]
  /// The number of the next value on the page.
  private(set) var next = 0
  /// The heading above, escaped for an attribute.
  private(set) var heading: [UInt8] = []
  private(set) var isInSection = false
  /// The values in the head of the table being written, and its text.
  var head = 0..<0
  var headText: [UInt8] = []

  init(page: MarkedText, figures: [[UInt8]]) {
    self.page = page
    self.figures = figures
  }

  /// What a piece here is filled with.
  var filling: Filling { Filling(page, first: next, head: head, figures: figures, heading: heading) }

  /// Fills a piece and goes on behind it.
  mutating func append(_ piece: PieceSkeleton, to output: inout [UInt8]) {
    let filling = filling
    piece.html.fill(filling, into: &output)
    if let label = piece.heading {
      heading = []
      label.fill(filling, forAttribute: true, into: &heading)
    }
    isInSection = piece.isInSection ?? isInSection
    next += piece.values
  }
}
