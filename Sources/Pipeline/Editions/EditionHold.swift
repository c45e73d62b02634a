import Archive
import Files
import Glibc
import Ledger
import Publishing

/// The hold of one program on the editions of a portfolio, and what the one before wrote into the locked file: what it
/// had begun, or how it left things.
///
/// An edition is in three places that no file system can change in one step: its archive, the ledger, the site. They
/// change in this order, and the ledger decides: what it does not know is taken away again, what it knows is completed.
/// What was begun is written down before the first of them, so that the next run can do either, whatever has changed
/// since.
struct EditionHold: ~Copyable, Sendable {
  /// What is written down.
  enum State: Equatable {
    /// Nothing.
    case none
    /// Something was begun and is not known to be done.
    case begun(Begun)
    /// All was done, and left so.
    case left(Left)
  }

  /// A publication or a withdrawal.
  struct Begun: Equatable {
    enum Work: Equatable {
      /// The inputs of the archive that it makes; nil where that was there before.
      case publication(inputs: String?)
      case withdrawal
    }

    let id: EditionID
    let work: Work
    /// The folder whose site is to follow, as a whole path; nil where none does.
    let site: String?
    /// Whether that folder must stay the same folder.
    let inPlace: Bool
  }

  /// The contents of the ledger, and what the folder of the archives said of them.
  struct Left: Equatable {
    let ledger: String
    let archives: String
  }

  /// What was written down when the hold was taken.
  let state: State
  private let lock: LockFile
  private let path: String
  private let isNew: Bool
  private let before: [UInt8]?

  private static let name = Array(".\(Ledger.fileName).vigie".utf8)

  /// Takes the hold, or fails at once when another program has it.
  static func take(_ folder: PortfolioFolder) throws -> EditionHold {
    let parent = try Folder(opening: folder.path)
    let isNew = try parent.status(of: name) == nil
    do {
      let lock = try LockFile.take(name, in: parent, busy: .busy(site: folder.ledgerFile))
      return try EditionHold(lock, folder, isNew: isNew)
    } catch PublishError.busy {
      throw LedgerError.busy(file: folder.ledgerFile)
    }
  }

  private init(_ lock: consuming LockFile, _ folder: PortfolioFolder, isNew: Bool) throws {
    let text = try lock.text()
    self.lock = lock
    self.isNew = isNew
    path = "\(folder.path)/\(String(decoding: Self.name, as: UTF8.self))"
    before = text
    state = State(text ?? [])
  }

  deinit {
    // A run that did nothing leaves nothing.
    if isNew, (try? lock.text())?.isEmpty ?? true { unlink(path) }
  }

  /// What is written down in a portfolio, for who only looks.
  static func state(of folder: PortfolioFolder) throws(FileError) -> State {
    let path = "\(folder.path)/\(String(decoding: name, as: UTF8.self))"
    return State(try contentsIfThere(path).flatMap { LockFile.text(in: $0) } ?? [])
  }

  /// Writes down what is about to begin.
  func begin(_ begun: Begun) throws { try lock.save(State.begun(begun).bytes) }

  /// Writes down that nothing came of it.
  func giveUp() throws {
    if case .begun = state { return try lock.save([]) }
    try lock.save(before ?? [])
  }

  /// Writes down how things are left.
  func leave(_ left: Left) throws { try lock.save(State.left(left).bytes) }
}

extension EditionHold.State {
  init(_ text: [UInt8]) {
    let pairs = String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: " ", maxSplits: 1).map(String.init)
    }
    let values = Dictionary(pairs.compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil }, uniquingKeysWith: { $1 })
    if let ledger = values["ledger"], let archives = values["archives"] {
      self = .left(EditionHold.Left(ledger: ledger, archives: archives))
    } else if let name = values["publication"] ?? values["withdrawal"], let id = EditionID(name: name) {
      self = .begun(
        EditionHold.Begun(
          id: id, work: values["publication"] == nil ? .withdrawal : .publication(inputs: values["inputs"]),
          site: values["site"] ?? values["site-in-place"], inPlace: values["site-in-place"] != nil))
    } else {
      self = .none
    }
  }

  var bytes: [UInt8] {
    let lines: [String]
    switch self {
    case .none: lines = []
    case .left(let left): lines = ["ledger \(left.ledger)", "archives \(left.archives)"]
    case .begun(let begun):
      let site = begun.site.map { ["site\(begun.inPlace ? "-in-place" : "") \($0)"] } ?? []
      switch begun.work {
      case .publication(let inputs):
        lines = ["publication \(begun.id)"] + (inputs.map { ["inputs \($0)"] } ?? []) + site
      case .withdrawal: lines = ["withdrawal \(begun.id)"] + site
      }
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}

extension PortfolioFolder {
  /// The contents of the ledger and the state of the archives, as they are.
  func left() throws -> EditionHold.Left {
    let isThere = try isThere(ledgerFile)
    return EditionHold.Left(
      ledger: isThere ? try Digest.sha256(fileAt: ledgerFile) : "none",
      archives: try ArchiveWriter(folder: archive).state())
  }

  /// Writes down how a publication or a withdrawal leaves things; where it cannot, the next one looks everything over.
  func leave(_ hold: borrowing EditionHold, reporter: Reporter) {
    do {
      try hold.leave(try left())
    } catch {
      reporter.warn("the next publication looks everything over, since \(wordsOf(error))")
    }
  }
}

/// What an error says, to be told within another sentence.
func wordsOf(_ error: any Error) -> String { Refusal(error)?.reason ?? "\(error)" }
