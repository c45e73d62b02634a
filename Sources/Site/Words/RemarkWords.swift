import Health

extension Words {
  /// What a reader is told of a remark: its words, or that they stand on the account's page alone; nil where there is no
  /// remark, and in chats, which get nothing that somebody wrote.
  func told(_ remark: Remark?, to reader: Remark.Reader) -> String? {
    guard let remark else { return nil }
    guard let text = remark.words(for: reader) else { return reader == .chat ? nil : self(.onAccountPage) }
    return remark.isPrivate ? self(.privateRemark, ["text": text]) : text
  }
}

extension Composer {
  /// What a reader is told of a remark, as ``Words/told(_:to:)`` says.
  func told(_ remark: Remark?, to reader: Remark.Reader = .everyone) -> String? { words.told(remark, to: reader) }
}
