/// Chooses the form of a phrase for a number, by conditions in the syntax of Unicode CLDR's plural rules.
///
/// `i % 10 = 2..4 and i % 100 != 12..14` is true for 2, 3, 4, 22 and 104. The operands are those of ``PluralNumber``.
/// The first form whose condition is true is chosen, in CLDR's order, and `other` when none is.
public struct PluralRule: Sendable {
  /// A form that a language can have; no language has all of them.
  public enum Form: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
  }

  /// Why a rule cannot be read.
  public struct Fault: Error {
    /// The reason, without a full stop.
    public let reason: String
  }

  /// For each form, alternatives of which one must be true, each with parts that must all be true.
  private let conditions: [(form: Form, anyOf: [[Relation]])]

  /// Creates the rule of a language with one form.
  public init() {
    conditions = []
  }

  /// Reads a condition for each form except `other`.
  public init(_ texts: [String: String]) throws(Fault) {
    for name in texts.keys.sorted() where Form(rawValue: name) == nil {
      let known = Form.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault(reason: "'\(name)' is no form; known: \(known)")
    }
    var conditions: [(form: Form, anyOf: [[Relation]])] = []
    for form in Form.allCases where form != .other {
      guard let text = texts[form.rawValue] else { continue }
      conditions.append((form, try Self.condition(text, of: form)))
    }
    self.conditions = conditions
  }

  /// The forms that the rule can choose, `other` last.
  public var forms: [Form] { conditions.map(\.form) + [.other] }

  /// The form for a number.
  public func form(of number: PluralNumber) -> Form {
    conditions.first { $0.anyOf.contains { $0.allSatisfy { $0.holds(for: number) } } }?.form ?? .other
  }

  private static func condition(_ text: String, of form: Form) throws(Fault) -> [[Relation]] {
    // In CLDR, the text after an @ is samples.
    let rule = text.prefix { $0 != "@" }
    var anyOf: [[Relation]] = []
    for part in rule.split(separator: " or ", omittingEmptySubsequences: false) {
      var allOf: [Relation] = []
      for relation in part.split(separator: " and ", omittingEmptySubsequences: false) {
        guard let read = Relation(String(relation.filter { !$0.isWhitespace })) else {
          throw Fault(reason: "'\(relation)' in '\(form.rawValue)'; write such as i % 10 = 2..4 and i % 100 != 12..14")
        }
        allOf.append(read)
      }
      anyOf.append(allOf)
    }
    return anyOf
  }
}

/// A part of a condition, such as `i % 10 = 2..4,7`.
private struct Relation: Sendable {
  private let operand: PluralNumber.Operand
  private let modulus: Int?
  private let ranges: [ClosedRange<Int>]
  private let isNegated: Bool

  init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let left = text[..<sign]
    isNegated = left.hasSuffix("!")
    let parts = (isNegated ? left.dropLast() : left).split(separator: "%", omittingEmptySubsequences: false)
    guard let operand = parts.first.flatMap({ PluralNumber.Operand(rawValue: String($0)) }), parts.count <= 2
    else { return nil }
    self.operand = operand
    modulus = parts.count == 2 ? Int(parts[1]) : nil
    guard parts.count == 1 || modulus ?? 0 > 0 else { return nil }
    var ranges: [ClosedRange<Int>] = []
    for range in text[text.index(after: sign)...].split(separator: ",", omittingEmptySubsequences: false) {
      let ends = range.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last
      else { return nil }
      ranges.append(first...last)
    }
    self.ranges = ranges
  }

  func holds(for number: PluralNumber) -> Bool {
    var value = number[operand]
    if let modulus { value = value.truncatingRemainder(dividingBy: Double(modulus)) }
    // A number between two whole ones is in no range.
    let isInRange = ranges.contains { Double($0.lowerBound) <= value && value <= Double($0.upperBound) }
    return (isInRange && value == value.rounded()) != isNegated
  }
}
