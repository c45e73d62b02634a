/// The words of other programs in a column, and what they mean here.
public struct ValueMap: Sendable {
  private let meanings: [String: [UInt8]]
  private let folded: @Sendable (String) -> String

  /// Takes meanings by words.
  ///
  /// - Parameter folded: what two words have in common that are the same.
  public init(_ meanings: [String: String], folded: @escaping @Sendable (String) -> String) {
    self.folded = folded
    self.meanings = Dictionary(
      meanings.map { (folded(CellParsing.text($0.key)), Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// What a cell means; nil for a word that is not in the map.
  func meaning(of cell: UnsafeBufferPointer<UInt8>) -> [UInt8]? { meanings[folded(CellParsing.text(cell))] }
}
