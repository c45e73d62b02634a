import SQLite

/// Why the ledger cannot be used, in words.
public enum LedgerError: Error, Hashable {
  /// The file was written by a later version of Vigie.
  case newer(file: String, format: Int)
  /// The file is a SQLite file of another program.
  case foreign(file: String)
  /// The file is not a SQLite file, or is damaged.
  case damaged(file: String, reason: String)
  /// Another publication is running.
  case busy(file: String)
  /// The file cannot be opened or written.
  case unusable(file: String, reason: String)
  /// The week has already been published, from other inputs.
  case published(edition: String, revision: Int)
  /// A revision of a week that was never published.
  case nothingToRevise(edition: String)

  /// Converts an error from SQLite to one of these.
  init(_ error: any Error, file: String) {
    self =
      switch (error as? SQLiteError)?.kind {
      case .damaged: .damaged(file: file, reason: "\(error)")
      case .busy: .busy(file: file)
      case .other, nil: .unusable(file: file, reason: "\(error)")
      }
  }
}

extension LedgerError: CustomStringConvertible {
  /// The reason, and what to do about it.
  public var description: String {
    switch self {
    case .newer(let file, let format):
      "\(file) has format \(format), which a newer Vigie wrote; this one knows \(Schema.current): use the newer one"
    case .foreign(let file): "\(file) is a SQLite file, but no ledger of Vigie; move it away"
    case .damaged(let file, let reason):
      "\(file) is damaged (\(reason)); put a copy of it back, from your backup or from the machine that published last"
    case .busy(let file): "\(file) is in use; somebody publishes at this moment, so try again in a minute"
    case .unusable(let file, let reason): "\(file) cannot be used: \(reason)"
    case .published(let edition, let revision):
      "\(edition) has been published\(revision > 0 ? " and revised \(revision) times" : "") from other inputs; "
        + "to publish it again, say why: --revise \"reason\""
    case .nothingToRevise(let edition): "\(edition) has not been published, so there is nothing to revise"
    }
  }
}
