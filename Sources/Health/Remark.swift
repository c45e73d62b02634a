/// Words that somebody wrote about an account, such as the reason for a flag, which whoever shows them has to ask for.
///
/// A private remark stays on the account's own page. There is no way to its words that does not name the reader, so that
/// forgetting about it does not compile; printed by itself, a remark shows what everybody may read.
public struct Remark: Sendable, Hashable {
  /// Where words about an account are read.
  public enum Reader: Sendable {
    /// The account's own page, its brief and its tables: everything.
    case accountPage
    /// Every other page, mail, files of lists and workbooks: what is not private.
    case everyone
    /// Chats, which keep what they are told and show it to whoever joins: nothing that somebody wrote.
    case chat
  }

  /// The messages that what somebody wrote may go into, where it is not private: none, mail alone, or chats as well.
  public enum Messages: String, CaseIterable, Sendable {
    case none, mail, all
  }

  private let text: String
  /// Whether it stays on the account's own page.
  public let isPrivate: Bool

  /// Creates a remark.
  public init(_ text: String, isPrivate: Bool = false) {
    self.text = text
    self.isPrivate = isPrivate
  }

  /// The words, where a reader may have them: those of a private remark are nil for everyone but the account's page.
  public func words(for reader: Reader) -> String? {
    switch reader {
    case .accountPage: text
    case .everyone: isPrivate ? nil : text
    case .chat: nil
    }
  }
}

extension Remark: ExpressibleByStringLiteral, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A remark that everybody may read.
  public init(stringLiteral text: String) { self.init(text) }

  /// What everybody may read of it.
  public var description: String { words(for: .everyone) ?? "" }

  /// What everybody may read of it, in quotes.
  public var debugDescription: String { description.debugDescription }

  /// Nothing, so that no dump of a value holds private words.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
