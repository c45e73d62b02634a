import Health
import Review

/// Values one after the other as bytes, to be digested: lists of values of the same kinds have the same bytes only where
/// all of them are the same.
///
/// Every value says whether it is there, and every text and list how long it is, so that none can pass for a part of its
/// neighbour.
struct InputBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int?) {
    guard let number else { return bytes.append(0) }
    bytes.append(1)
    append(UInt64(bitPattern: Int64(number)))
  }

  mutating func add(_ number: Double?) {
    guard let number else { return bytes.append(0) }
    bytes.append(1)
    append(number.bitPattern)
  }

  mutating func add(_ day: Day?) { add((day?.number).map(Int.init)) }

  mutating func add(_ isTrue: Bool?) { bytes.append(isTrue.map { $0 ? 2 : 1 } ?? 0) }

  mutating func add(_ text: String?) {
    add(text?.utf8.count)
    if let text { bytes.append(contentsOf: text.utf8) }
  }

  /// A code, such as a band.
  mutating func add<Code: RawRepresentable>(_ code: Code?) where Code.RawValue == String { add(code?.rawValue) }

  /// Words with whom they are for; the bytes go nowhere but into a digest.
  mutating func add(_ remark: Remark?) {
    add(remark?.words(for: .accountPage))
    add(remark?.isPrivate)
  }

  /// The number of elements, and each.
  mutating func add<Elements: Collection>(
    _ elements: Elements, each: (inout InputBytes, Elements.Element) -> Void
  ) {
    add(elements.count)
    for element in elements { each(&self, element) }
  }

  /// Whether there is a value, and the value.
  mutating func add<Value>(_ value: Value?, whole: (inout InputBytes, Value) -> Void) {
    add(value != nil)
    if let value { whole(&self, value) }
  }

  private mutating func append(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
