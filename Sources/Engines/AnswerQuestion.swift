import CADBC
import Files
import Glibc

/// The child that reads a query: a process of its own, so that a driver which crashes, hangs or brings a runtime of its
/// own takes nothing with it.
public enum EngineChild {
  /// The only argument of a program that is to be the child.
  public static let argument = "--answer-engine-question"
  /// The descriptor on which it answers; a driver may write to the standard ones.
  static let answers: CInt = 3

  /// Reads a question from standard input, answers it, and ends the process.
  public static func run() -> Never {
    let question = ReceivedQuestion.fromStandardInput()
    let failure = cadbc_confine(UInt64(question.memory), UInt64(question.seconds * EngineLimits.processors))
    do throws(EngineProblem) {
      guard failure == 0 else { throw EngineProblem("the limits of the child cannot be set: \(systemWords(failure))") }
      try answer(question)
    } catch {
      var out: [UInt8] = []
      (error.isOfSettings ? EngineFrame.problemOfSettings : .problem).append(error.words, to: &out)
      send(&out)
    }
    // A driver may have threads that never end.
    _exit(0)
  }

  private static func answer(_ question: ReceivedQuestion) throws(EngineProblem) {
    let session = try DriverSession(
      library: question.library, entryPoint: question.entryPoint, options: question.options)
    var facts = session.information()
    if !EngineInformation.isTold(facts[EngineInformation.version] ?? "") {
      facts[EngineInformation.version] = session.cell("SELECT version()")
    }
    let dialect = EngineDialect(rawValue: question.dialect) ?? EngineDialect(of: facts[EngineInformation.engine] ?? "")
    let query = try dialect.filled(question.query)
    for statement in dialect.preparations(zone: question.zone) where !session.run(statement.text) && statement.isNeeded
    {
      throw EngineProblem("the engine does not take \(statement.text), without which nothing is read from it")
    }
    var out: [UInt8] = []
    EngineFrame.engine.append(EngineInformation.words(facts), to: &out)
    EngineFrame.askedQuery.append(query, to: &out)
    try dialect.refuseMoney(in: query, session)
    let rows = try session.query(query)
    for column in rows.columns {
      (column.isNumber ? EngineFrame.columnOfNumbers : .columnOfTexts).append(column.name, to: &out)
    }
    send(&out)
    var count = 0
    var byteCount = 0
    var batch: [UInt8] = []
    while let more = try rows.next(to: &batch) {
      count += more
      byteCount += batch.count
      guard count <= question.mostRows else {
        throw EngineProblem(
          "the answer has more than \(question.mostRows) rows; let the query sum them up by account and week",
          isOfSettings: true)
      }
      guard byteCount <= question.mostBytes else {
        throw EngineProblem(
          "the answer has more than \(question.mostBytes) bytes; name fewer columns", isOfSettings: true)
      }
      EngineFrame.rows.append(batch, to: &out)
      send(&out)
      batch.removeAll(keepingCapacity: true)
    }
    EngineFrame.done.append(String(count), to: &out)
    send(&out)
  }

  private static func send(_ bytes: inout [UInt8]) {
    // Without a parent nobody needs an answer.
    if writeAll(bytes, to: answers) != 0 { _exit(1) }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A question as the child has it.
private struct ReceivedQuestion {
  var library = ""
  var entryPoint = ""
  var options: [(key: String, value: TOMLValue)] = []
  var query = ""
  var zone = ""
  var dialect = ""
  var memory = 0
  var seconds = 0
  var mostRows = 0
  var mostBytes = 0

  static func fromStandardInput() -> ReceivedQuestion {
    var frames = EngineFrameReader()
    unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while case let count = retrying({ unsafe read(STDIN_FILENO, buffer.baseAddress, buffer.count) }), count > 0 {
        unsafe frames.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    var question = ReceivedQuestion()
    var option = ""
    while let (tag, bytes) = frames.next() {
      switch tag {
      case .library: question.library = bytes.text
      case .entryPoint: question.entryPoint = bytes.text
      case .optionName: option = bytes.text
      case .optionText: question.options.append((option, .text(bytes.text)))
      case .optionInteger: question.options.append((option, .integer(Int64(bytes.text) ?? 0)))
      case .optionNumber: question.options.append((option, .number(Double(bytes.text) ?? 0)))
      case .query: question.query = bytes.text
      case .zone: question.zone = bytes.text
      case .dialect: question.dialect = bytes.text
      case .memory: question.memory = Int(bytes.text) ?? 0
      case .seconds: question.seconds = Int(bytes.text) ?? 0
      case .mostRows: question.mostRows = Int(bytes.text) ?? 0
      case .mostBytes: question.mostBytes = Int(bytes.text) ?? 0
      default: break
      }
    }
    return question
  }
}
