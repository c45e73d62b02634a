import CADBC

/// Writes the cells of one Arrow array as those of a CSV file.
///
/// A batch is looked at before its cells are, so that a driver which gives fewer buffers than its schema asks for is
/// refused.
struct ArrowCells {
  private let layout: ArrowLayout
  private let array: UnsafeMutablePointer<ArrowArray>
  private let offset: Int
  private let values: [ArrowCells]

  init(_ column: ArrowColumn, _ array: UnsafeMutablePointer<ArrowArray>) throws(EngineProblem) {
    try self.init(column.layout, array, name: column.name)
  }

  private init(_ layout: ArrowLayout, _ array: UnsafeMutablePointer<ArrowArray>, name: String) throws(EngineProblem) {
    self.layout = layout
    self.array = array
    offset = Int(array.pointee.offset)
    let plain = if case .dictionary(let index, _) = layout { index } else { layout }
    let count = Int(array.pointee.length)
    let isWhole =
      array.pointee.n_buffers >= plain.bufferCount && offset >= 0 && count >= 0
      && (plain == .nothing || count == 0 || array.pointee.buffers?[1] != nil)
    guard isWhole else { throw EngineProblem("the driver gives the column '\(name)' in another layout than it says") }
    if case .dictionary(_, let values) = layout {
      guard let dictionary = array.pointee.dictionary else {
        throw EngineProblem("the driver gives the column '\(name)' without the values that it points to")
      }
      self.values = [try ArrowCells(values, dictionary, name: name)]
    } else {
      values = []
    }
  }

  /// The number of cells.
  var count: Int { Int(array.pointee.length) }

  private func buffer(_ index: Int) -> UnsafeRawPointer { array.pointee.buffers[index] ?? UnsafeRawPointer(array) }

  /// A bit of a buffer, the lowest of each byte first.
  private static func bit(_ index: Int, of bits: UnsafeRawPointer) -> Bool {
    bits.load(fromByteOffset: index >> 3, as: UInt8.self) >> UInt8(index & 7) & 1 == 1
  }

  private func value<Number: BitwiseCopyable>(_ index: Int, as type: Number.Type) -> Number {
    buffer(1).loadUnaligned(fromByteOffset: index * MemoryLayout<Number>.size, as: type)
  }

  private func isNull(_ index: Int) -> Bool {
    guard layout != .nothing else { return true }
    guard array.pointee.null_count != 0, let bits = array.pointee.buffers[0] else { return false }
    return !Self.bit(index, of: bits)
  }

  /// Appends a cell; nothing for NULL.
  func append(_ row: Int, to out: inout [UInt8]) throws(EngineProblem) {
    let index = row + offset
    guard !isNull(index) else { return }
    switch layout {
    case .nothing: break
    case .boolean: out.append(contentsOf: (Self.bit(index, of: buffer(1)) ? "true" : "false").utf8)
    case .signed, .unsigned: appendInteger(index, layout, to: &out)
    case .half: CellText.append(CellText.half(value(index, as: UInt16.self)), to: &out)
    case .float: CellText.append(value(index, as: Float.self), to: &out)
    case .double: CellText.append(value(index, as: Double.self), to: &out)
    case .decimal(let bytes, let scale):
      CellText.appendDecimal(UnsafeRawBufferPointer(start: buffer(1) + index * bytes, count: bytes), scale, to: &out)
    case .text, .textView: try CellText.append(try text(index), to: &out)
    case .days: CellText.append(day: Int64(value(index, as: Int32.self)), to: &out)
    case .dayMilliseconds: CellText.append(day: CellText.floor(value(index, as: Int64.self), 86_400_000), to: &out)
    case .moment(let perSecond, let isInstant):
      CellText.append(value(index, as: Int64.self), perSecond: perSecond, isInstant: isInstant, to: &out)
    case .dictionary(let plain, _):
      let position = integer(index, plain)
      guard let position, position >= 0, position < values[0].count else {
        throw EngineProblem("the driver points to a value that is not there")
      }
      try values[0].append(position, to: &out)
    }
  }

  private func appendInteger(_ index: Int, _ layout: ArrowLayout, to out: inout [UInt8]) {
    if layout == .unsigned(bytes: 8) {
      out.append(contentsOf: String(value(index, as: UInt64.self)).utf8)
    } else if let number = integer(index, layout) {
      CellText.append(number, to: &out)
    }
  }

  /// A whole number; nil for one that is larger than any `Int`.
  private func integer(_ index: Int, _ layout: ArrowLayout) -> Int? {
    switch layout {
    case .signed(bytes: 1): Int(value(index, as: Int8.self))
    case .signed(bytes: 2): Int(value(index, as: Int16.self))
    case .signed(bytes: 4): Int(value(index, as: Int32.self))
    case .signed: Int(value(index, as: Int64.self))
    case .unsigned(bytes: 1): Int(value(index, as: UInt8.self))
    case .unsigned(bytes: 2): Int(value(index, as: UInt16.self))
    case .unsigned(bytes: 4): Int(value(index, as: UInt32.self))
    case .unsigned: Int(exactly: value(index, as: UInt64.self))
    default: nil
    }
  }

  private func text(_ index: Int) throws(EngineProblem) -> UnsafeRawBufferPointer {
    let (data, start, end): (UnsafeRawPointer, Int, Int)
    switch layout {
    case .text(offset: 4):
      (data, start, end) = (buffer(2), Int(value(index, as: Int32.self)), Int(value(index + 1, as: Int32.self)))
    case .text:
      (data, start, end) = (buffer(2), Int(value(index, as: Int64.self)), Int(value(index + 1, as: Int64.self)))
    default:
      // A view is a length and the text, or of a longer one its first letters, a buffer and a place in it.
      let view = buffer(1) + index * 16
      let length = Int(view.loadUnaligned(as: Int32.self))
      let inside = 12
      let number = Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      if length <= inside {
        (data, start, end) = (view, 4, 4 + length)
      } else if (0..<Int(array.pointee.n_buffers) - 3).contains(number), let other = array.pointee.buffers[2 + number] {
        let place = Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
        (data, start, end) = (other, place, place + length)
      } else {
        throw EngineProblem("the driver points to a text that is not there")
      }
    }
    guard start >= 0, end >= start else { throw EngineProblem("the driver gives a text of no length") }
    return UnsafeRawBufferPointer(start: data + start, count: end - start)
  }
}
