import Foundation

/// What pages say of figures, figure by figure, and which of them say something else than the others.
struct Claims {
  /// A figure as it is written; an amount that was rounded is anything that rounds to it.
  enum Value: Equatable {
    case exactly(String)
    case about(ClosedRange<Double>)
  }

  private var told: [String: [(place: String, value: Value)]] = [:]

  /// The names of the figures that several places tell.
  var compared: Set<String> { Set(told.filter { $0.value.count > 1 }.keys) }

  mutating func add(_ figure: String, _ count: Int?, _ place: String) {
    if let count { told[figure, default: []].append((place, .exactly(String(count)))) }
  }

  mutating func add(_ figure: String, text: String?, _ place: String) {
    if let text { told[figure, default: []].append((place, .exactly(text))) }
  }

  mutating func add(_ figure: String, about range: ClosedRange<Double>?, _ place: String) {
    if let range { told[figure, default: []].append((place, .about(range))) }
  }

  /// Every number that is told, in order, so that two languages can be compared.
  var numbers: [String: [String]] {
    told.mapValues { claims in
      claims.compactMap { claim in
        let text = Self.written(claim.value)
        if case .exactly = claim.value, Int(text) == nil { return nil }
        return text
      }
    }
  }

  /// The figures of which two places differ, with all that is told of them.
  var contradictions: [String] {
    told.sorted { $0.key < $1.key }.compactMap { figure, claims in
      let differs = claims.contains { one in claims.contains { !Self.agree(one.value, $0.value) } }
      guard differs else { return nil }
      return "\(figure): " + claims.map { "\($0.place) \(Self.written($0.value))" }.joined(separator: "; ")
    }
  }

  private static func agree(_ one: Value, _ other: Value) -> Bool {
    guard case .about(let one) = one, case .about(let other) = other else { return one == other }
    // Halves are rounded up, so that both ends belong to a range.
    let slack = 1e-9 * max(abs(one.upperBound), abs(other.upperBound), 1)
    return one.lowerBound <= other.upperBound + slack && other.lowerBound <= one.upperBound + slack
  }

  private static func written(_ value: Value) -> String {
    switch value {
    case .exactly(let text): text
    case .about(let range): "\(range.lowerBound)…\(range.upperBound)"
    }
  }
}

/// Reads figures back out of the texts of a language.
struct FigureReader {
  /// A number in a text: its value, and by how much it may have been rounded.
  struct Number {
    let value: Double
    let half: Double

    var range: ClosedRange<Double> { value - half...value + half }
    /// That of an amount, of which whole units are rounded too.
    var amount: ClosedRange<Double> { value - max(half, 0.5)...value + max(half, 0.5) }
  }

  private let phrases: [String: String]
  private let decimal: Unicode.Scalar
  private let group: Unicode.Scalar
  private let scales: [(suffix: String, needsEnd: Bool, scale: Double)]

  /// - Parameter phrases: those of the language by their keys, with the numbers of rules filled in.
  init(_ phrases: [String: String]) {
    self.phrases = phrases
    decimal = phrases["decimal"]?.unicodeScalars.first ?? "."
    group = phrases["group"]?.unicodeScalars.first ?? ","
    scales = [("money_millions", 1e6), ("money_thousands", 1e3)].map { key, scale in
      let rest = (phrases[key] ?? "").components(separatedBy: "{n}").last ?? ""
      let suffix = rest.components(separatedBy: "{currency}")[0]
      return (suffix, suffix == rest, scale)
    }
  }

  /// A phrase without places.
  subscript(key: String) -> String? { phrases[key] }

  /// The numbers of a text in their order.
  func numbers(in text: String) -> [Number] {
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && (48...57).contains(scalars[index].value) }
    var numbers: [Number] = []
    var index = 0
    while index < scalars.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      var digits = ""
      var decimals = 0
      while isDigit(index) || (scalars.indices.contains(index) && scalars[index] == group && isGroup(scalars, index)) {
        if isDigit(index) { digits.unicodeScalars.append(scalars[index]) }
        index += 1
      }
      if scalars.indices.contains(index), scalars[index] == decimal, isDigit(index + 1) {
        digits += "."
        index += 1
        while isDigit(index) {
          digits.unicodeScalars.append(scalars[index])
          decimals += 1
          index += 1
        }
      }
      var scale = 1.0
      let rest = String(String.UnicodeScalarView(scalars[index...].prefix(4)))
      for one in scales where !one.suffix.isEmpty && rest.hasPrefix(one.suffix) {
        let next = rest.dropFirst(one.suffix.count).first
        let isScale = one.needsEnd ? next?.isLetter != true : next?.isWhitespace == false
        if isScale { scale = one.scale }
      }
      let isWhole = decimals == 0 && scale == 1
      numbers.append(
        Number(
          value: (Double(digits) ?? 0) * scale,
          half: isWhole ? 0 : 0.5 * scale * pow(10, -Double(decimals))))
    }
    return numbers
  }

  private func isGroup(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index + 3 < scalars.count else { return false }
    let isFollowed = (1...3).allSatisfy { (48...57).contains(scalars[index + $0].value) }
    return isFollowed && !(index + 4 < scalars.count && (48...57).contains(scalars[index + 4].value))
  }

  /// The first number of a text as a count.
  func count(_ text: String?) -> Int? { text.flatMap { numbers(in: $0).first }.map { Int($0.value) } }

  /// The first number of a text as an amount.
  func amount(_ text: String?) -> ClosedRange<Double>? { text.flatMap { numbers(in: $0).first }?.amount }

  /// The values of a phrase's places where a text says it; a count's phrase in any of its forms.
  func places(of key: String, in text: String) -> [String: String]? {
    for form in [key] + ["one", "other", "few", "many", "two", "zero"].map({ "\(key)_\($0)" }) {
      guard let phrase = phrases[form] else { continue }
      let parts = phrase.components(separatedBy: "{")
      var pattern = NSRegularExpression.escapedPattern(for: parts[0])
      var names: [String] = []
      for part in parts.dropFirst() {
        let ends = part.components(separatedBy: "}")
        names.append(ends[0])
        pattern += ends[0] == "n" ? "([^ \\n;(]+)" : ends[1].isEmpty ? "(.+)" : "(.+?)"
        pattern += NSRegularExpression.escapedPattern(for: ends[1])
      }
      // The stop of a sentence, not the point of a number.
      if phrase.hasSuffix(".") { pattern += "(?= |$)" }
      guard let expression = try? NSRegularExpression(pattern: pattern),
        let match = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
      else { continue }
      return Dictionary(
        names.indices.compactMap { index in
          Range(match.range(at: index + 1), in: text).map { (names[index], String(text[$0])) }
        }, uniquingKeysWith: { first, _ in first })
    }
    return nil
  }

  /// Whether a text is the word of a code, such as one of the bands.
  func isOne(of prefix: String, _ text: String?) -> Bool {
    phrases.contains { $0.key.hasPrefix(prefix + "_") && $0.value == text }
  }

  /// The count of a phrase where a text says it.
  func count(of key: String, in text: String) -> Int? { count(places(of: key, in: text)?["n"]) }
}
