import Files
import Glibc

extension EngineQuestion {
  /// Asks the engine in a process of its own and waits for all of its answer.
  ///
  /// - Parameter program: the program that becomes ``EngineChild``; this one by default.
  public func answer(program: String = "/proc/self/exe") throws(EngineProblem) -> EngineAnswer {
    do throws(EngineProblem) {
      return try CollectedAnswer(self, try EngineProcess(program, asking: frames)).answer(isOrdered: query.isOrdered)
    } catch {
      throw error.hiding(connection.secrets)
    }
  }

  private var frames: [UInt8] {
    var out: [UInt8] = []
    EngineFrame.library.append(connection.library, to: &out)
    EngineFrame.entryPoint.append(connection.entryPoint, to: &out)
    for (key, value) in connection.options {
      EngineFrame.optionName.append(key, to: &out)
      switch value {
      case .text(let text): EngineFrame.optionText.append(text, to: &out)
      case .boolean(let isTrue): EngineFrame.optionText.append(isTrue ? "true" : "false", to: &out)
      case .integer(let number): EngineFrame.optionInteger.append(String(number), to: &out)
      case .number(let number): EngineFrame.optionNumber.append(number.description, to: &out)
      case .other: break
      }
    }
    EngineFrame.query.append(query.text, to: &out)
    EngineFrame.zone.append(zone, to: &out)
    if let dialect { EngineFrame.dialect.append(dialect.rawValue, to: &out) }
    for (frame, number) in [
      (EngineFrame.memory, memory), (.seconds, seconds), (.mostRows, mostRows), (.mostBytes, mostBytes),
    ] { frame.append(String(number), to: &out) }
    return out
  }
}

/// What has come of an answer so far.
private struct CollectedAnswer {
  private var engine = ""
  private var query = ""
  private var columns: [EngineAnswer.Column] = []
  private var rows: [UInt8] = []
  private var rowCount: Int?

  init(_ question: EngineQuestion, _ started: consuming EngineProcess) throws(EngineProblem) {
    var process = started
    var frames = EngineFrameReader()
    let deadline = ContinuousClock.now + .seconds(question.seconds)
    while rowCount == nil, try process.read(into: &frames, before: deadline, seconds: question.seconds) {
      while let (tag, bytes) = frames.next() {
        switch tag {
        case .engine: engine = bytes.text
        case .askedQuery: query = bytes.text
        case .columnOfNumbers: columns.append(EngineAnswer.Column(name: bytes.text, isNumber: true))
        case .columnOfTexts: columns.append(EngineAnswer.Column(name: bytes.text, isNumber: false))
        case .rows: rows.append(contentsOf: bytes)
        case .problem, .problemOfSettings: throw EngineProblem(bytes.text, isOfSettings: tag == .problemOfSettings)
        case .done: rowCount = Int(bytes.text)
        default: break
        }
      }
    }
    if rowCount == nil { throw process.death() }
  }

  func answer(isOrdered: Bool) -> EngineAnswer {
    var csv: [UInt8] = []
    for (index, column) in columns.enumerated() {
      if index > 0 { csv.append(UInt8(ascii: ",")) }
      csv.append(UInt8(ascii: "\""))
      for byte in column.name.utf8 { csv.append(contentsOf: byte == UInt8(ascii: "\"") ? [byte, byte] : [byte]) }
      csv.append(UInt8(ascii: "\""))
    }
    csv.append(UInt8(ascii: "\n"))
    if isOrdered { csv.append(contentsOf: rows) } else { SortedRows.append(rows, to: &csv) }
    return EngineAnswer(columns: columns, csv: csv, rowCount: rowCount ?? 0, query: query, engine: engine)
  }
}

/// The rows of a CSV file in the order of their bytes: engines give them in any order where the query names none.
enum SortedRows {
  /// Appends rows in their order.
  static func append(_ rows: [UInt8], to out: inout [UInt8]) {
    var ranges: [Range<Int>] = []
    var start = 0
    var isQuoted = false
    for (index, byte) in rows.enumerated() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\n"), !isQuoted {
        ranges.append(start..<(index + 1))
        start = index + 1
      }
    }
    unsafe rows.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress else { return }
      let precedes = { (one: Range<Int>, other: Range<Int>) in
        let order = unsafe memcmp(first + one.lowerBound, first + other.lowerBound, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
      }
      ranges.sort(by: precedes)
      for range in ranges { unsafe out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range])) }
    }
  }
}
