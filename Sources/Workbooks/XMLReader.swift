import CExpat

/// Parses one part of a workbook, a piece at a time; a subclass says what its elements mean.
///
/// What a subclass overrides is called with the depth of the element, 1 for the root. Elements are told apart by name
/// and depth, so that those of other namespaces deep inside are never taken for cells.
@safe class XMLReader {
  private static let pieceSize: CInt = 131_072

  let limits: WorkbookLimits
  private let part: ZIPPart
  private let parser: OpaquePointer
  private var failure: WorkbookProblem?
  private var depth = 0
  private var isPaused = false
  private var isAtEnd = false
  private var unparsed = 0

  init(_ part: ZIPPart) throws(WorkbookProblem) {
    guard let parser = unsafe XML_ParserCreate(nil) else { throw .unreadable("there is no memory") }
    self.part = part
    limits = part.parts.limits
    unsafe self.parser = parser
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let reader = unsafe XMLReader.from(reader), let name = unsafe name else { return }
        unsafe reader.begin(Element(name), Attributes(attributes))
      },
      { reader, name in
        guard let reader = unsafe XMLReader.from(reader), let name = unsafe name else { return }
        unsafe reader.end(Element(name))
      })
    unsafe XML_SetCharacterDataHandler(parser) { reader, start, count in
      guard let reader = unsafe XMLReader.from(reader), let start = unsafe start else { return }
      reader.unparsed = 0
      unsafe start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
        unsafe reader.reads(UnsafeBufferPointer(start: start, count: Int(count)))
      }
    }
    // Only a document type can declare entities, and no program writes one into a workbook.
    unsafe XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
      guard let reader = unsafe XMLReader.from(reader) else { return }
      reader.fail(.damaged("\(reader.part.name) has a document type"))
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  private static func from(_ reader: UnsafeMutableRawPointer?) -> XMLReader? {
    unsafe reader.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// An element begins.
  func begins(_ element: Element, _ depth: Int, _ attributes: Attributes) {}

  /// An element ends.
  func ends(_ element: Element, _ depth: Int) {}

  /// Text within the element that began last, perhaps not all of it.
  func reads(_ text: UnsafeBufferPointer<UInt8>) {}

  /// Makes ``proceed()`` return after the element whose end is being handled.
  final func pause() { unsafe XML_StopParser(parser, XML_Bool(XML_TRUE)) }

  /// Makes ``proceed()`` throw; the first problem counts.
  final func fail(_ problem: WorkbookProblem) {
    if failure == nil { failure = problem }
    unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Names the part in which something is wrong.
  final func fail(damaged words: String) { fail(.damaged("\(part.name): \(words)")) }

  /// Parses to the end of the part.
  final func readAll() throws(WorkbookProblem) {
    while try proceed() {}
  }

  /// Parses until a handler pauses.
  ///
  /// - Returns: false at the end of the part.
  final func proceed() throws(WorkbookProblem) -> Bool {
    if let failure { throw failure }
    do throws(WorkbookProblem) {
      while isPaused || !isAtEnd {
        let status = isPaused ? unsafe XML_ResumeParser(parser) : try parsePiece()
        isPaused = status == XML_STATUS_SUSPENDED
        if status == XML_STATUS_ERROR { throw failure ?? parserProblem }
        guard unparsed <= limits.unparsed else {
          throw .tooLarge("\(part.name) has an element of more than \(limits.unparsed >> 20) MiB")
        }
        if isPaused { return true }
      }
      return false
    } catch {
      failure = error
      throw error
    }
  }

  private func parsePiece() throws(WorkbookProblem) -> XML_Status {
    guard let buffer = unsafe XML_GetBuffer(parser, Self.pieceSize) else { throw parserProblem }
    let count = try unsafe part.read(
      into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.pieceSize)))
    isAtEnd = count == 0
    unparsed += count
    return unsafe XML_ParseBuffer(parser, CInt(count), isAtEnd ? 1 : 0)
  }

  private var parserProblem: WorkbookProblem {
    let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) } ?? "unknown error"
    return unsafe .damaged("\(part.name), line \(XML_GetCurrentLineNumber(parser)): \(words)")
  }

  private func begin(_ element: Element, _ attributes: Attributes) {
    unparsed = 0
    depth += 1
    if depth > limits.depth { fail(.tooLarge("\(part.name) nests elements more than \(limits.depth) deep")) }
    begins(element, depth, attributes)
  }

  private func end(_ element: Element) {
    unparsed = 0
    ends(element, depth)
    depth -= 1
  }
}
