import Foundation

/// The paths at which two JSON values differ, such as `accounts[3].score: 70 and 71`.
///
/// Numbers are equal within `tolerance` (in their own unit); text byte for byte; arrays position by position. Null and
/// a number differ, and so do a missing key and null.
public func differences(_ a: Any, _ b: Any, tolerance: Double = 1e-6) -> [String] {
  differences(JSON(a), JSON(b), at: "", tolerance)
}

/// JSON by kind, which `Any` alone does not distinguish: there a truth value also passes for a number.
private indirect enum JSON {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSON])
  case object([String: JSON])
  case other(String)

  init(_ value: Any) {
    switch value {
    case is NSNull: self = .null
    case let truth as Bool where type(of: value) == Bool.self: self = .bool(truth)
    // Every other number bridges; "c" is how a parsed truth value can be recognised.
    case let number as NSNumber where number.objCType.pointee == 0x63: self = .bool(number.boolValue)
    case let number as NSNumber: self = .number(number.doubleValue)
    case let text as String: self = .text(text)
    case let array as [Any]: self = .array(array.map { JSON($0) })
    case let object as [String: Any]: self = .object(object.mapValues { JSON($0) })
    default: self = .other("\(value)")
    }
  }

  var summary: String {
    switch self {
    case .null: "null"
    case .bool(let truth): "\(truth)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .array(let items): "array of \(items.count)"
    case .object(let members): "object of \(members.count)"
    case .other(let text): text
    }
  }
}

private func differences(_ a: JSON, _ b: JSON, at path: String, _ tolerance: Double) -> [String] {
  let differ = ["\(path.isEmpty ? "top" : path): \(a.summary) and \(b.summary)"]
  switch (a, b) {
  case (.null, .null): return []
  case (.bool(let x), .bool(let y)): return x == y ? [] : differ
  case (.number(let x), .number(let y)): return abs(x - y) <= tolerance ? [] : differ
  case (.text(let x), .text(let y)): return x.utf8.elementsEqual(y.utf8) ? [] : differ
  case (.array(let x), .array(let y)):
    let lengths = x.count == y.count ? [] : ["\(path): \(x.count) and \(y.count) items"]
    return lengths
      + zip(x, y).enumerated().flatMap { differences($1.0, $1.1, at: "\(path)[\($0)]", tolerance) }
  case (.object(let x), .object(let y)):
    return Set(x.keys).union(y.keys).sorted().flatMap { key -> [String] in
      let inner = path.isEmpty ? key : "\(path).\(key)"
      guard let left = x[key], let right = y[key] else {
        return ["\(inner): only in the \(x[key] == nil ? "second" : "first")"]
      }
      return differences(left, right, at: inner, tolerance)
    }
  default: return differ
  }
}
