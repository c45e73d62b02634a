import Files
import Glibc

/// The child that reads a query, as its parent sees it: what it answers, what it complains of, and how it ends.
struct EngineProcess: ~Copyable {
  private let child: pid_t
  private let answers: CInt
  private let complaints: CInt
  private var complaint: [UInt8] = []
  private var isComplaintOver = false
  private var hasEnded = false

  /// Bytes of what a driver writes to standard error that are kept to explain its end.
  private static let mostComplaint = 4096
  /// Bytes that are read in one piece.
  private static let piece = 1 << 20

  /// Starts the child and hands it the question.
  init(_ program: String, asking question: [UInt8]) throws(EngineProblem) {
    let (questionEnd, childQuestion) = try Self.sockets()
    let (answerEnd, childAnswer) = try Self.sockets()
    let (complaintEnd, childComplaint) = try Self.sockets()
    defer { for descriptor in [childQuestion, childAnswer, childComplaint, questionEnd] { close(descriptor) } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    // Standard input last but for the answers: no earlier step takes a descriptor that a later one needs.
    unsafe posix_spawn_file_actions_adddup2(&actions, childComplaint, STDERR_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, childQuestion, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, childAnswer, EngineChild.answers)
    var words = unsafe [strdup(program), strdup(EngineChild.argument), nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var started: pid_t = 0
    let code = unsafe posix_spawn(&started, program, &actions, nil, &words, environ)
    guard code == 0 else {
      close(answerEnd)
      close(complaintEnd)
      throw EngineProblem("a process for the driver cannot be started: \(systemWords(code))")
    }
    child = started
    answers = answerEnd
    complaints = complaintEnd
    var sent = 0
    unsafe question.withUnsafeBytes { bytes in
      while sent < bytes.count {
        // A child that is dead already ends the answers, which says more than an error here.
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let count = retrying { unsafe send(questionEnd, rest.baseAddress, rest.count, CInt(MSG_NOSIGNAL)) }
        guard count > 0 else { break }
        sent += count
      }
    }
  }

  deinit {
    if !hasEnded {
      kill(child, SIGKILL)
      var status: CInt = 0
      _ = retrying { unsafe waitpid(child, &status, 0) }
    }
    close(answers)
    close(complaints)
  }

  /// Two ends of a channel that no program inherits which is not meant to.
  private static func sockets() throws(EngineProblem) -> (CInt, CInt) {
    var ends: [CInt] = [0, 0]
    guard unsafe socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw EngineProblem("no channel to a driver can be opened: \(systemWords(errno))")
    }
    return (ends[0], ends[1])
  }

  /// Waits for more of the answer; false when no more will come.
  mutating func read(
    into frames: inout EngineFrameReader, before deadline: ContinuousClock.Instant, seconds: Int
  ) throws(EngineProblem) -> Bool {
    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else {
        throw EngineProblem(
          "the engine has not answered in \(seconds) seconds; let the query give less, or raise timeout of the source")
      }
      var waiting = [
        pollfd(fd: answers, events: Int16(POLLIN), revents: 0),
        pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
      ]
      if isComplaintOver { waiting.removeLast() }
      let milliseconds = CInt(clamping: left.components.seconds * 1000 + 1)
      guard unsafe poll(&waiting, nfds_t(waiting.count), milliseconds) > 0 else { continue }
      if waiting.count > 1, waiting[1].revents != 0 { readComplaint() }
      guard waiting[0].revents != 0 else { continue }
      return unsafe withUnsafeTemporaryAllocation(byteCount: Self.piece, alignment: 1) { buffer in
        let count = retrying { unsafe Glibc.read(answers, buffer.baseAddress, buffer.count) }
        guard count > 0 else { return false }
        unsafe frames.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return true
      }
    }
  }

  private mutating func readComplaint() {
    let (piece, isOver) = unsafe withUnsafeTemporaryAllocation(byteCount: Self.mostComplaint, alignment: 1) { buffer in
      let count = retrying { unsafe Glibc.read(complaints, buffer.baseAddress, buffer.count) }
      return unsafe (Array(buffer[..<max(count, 0)]), count <= 0)
    }
    complaint.append(contentsOf: piece.prefix(Self.mostComplaint - complaint.count))
    isComplaintOver = isOver
  }

  /// Why the child ended before its answer did.
  mutating func death() -> EngineProblem {
    var status: CInt = 0
    // It closed its answers, since it is ending; one that does not end in a moment is killed.
    for _ in 0..<100 where !hasEnded {
      hasEnded = retrying { unsafe waitpid(child, &status, WNOHANG) } == child
      if !hasEnded { usleep(10_000) }
    }
    if !hasEnded {
      kill(child, SIGKILL)
      _ = retrying { unsafe waitpid(child, &status, 0) }
      hasEnded = true
    }
    if !isComplaintOver { readComplaint() }
    let said =
      String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
    let signal = status & 0x7F
    switch signal {
    case 0: return EngineProblem("the driver ended its process with status \(status >> 8 & 0xFF)\(said)")
    case SIGXCPU: return EngineProblem("the driver used all the processor time that it may use")
    default: return EngineProblem(unsafe "the driver crashed (\(String(cString: strsignal(signal))))\(said)")
    }
  }
}
