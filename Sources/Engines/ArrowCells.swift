import CADBC

/// Writes the cells of one Arrow array as those of a CSV file.
///
/// A batch is looked at before its cells are, so that a driver which gives fewer buffers than its schema asks for is
/// refused.
@unsafe struct ArrowCells {
  private let layout: ArrowLayout
  private let array: UnsafeMutablePointer<ArrowArray>
  private let offset: Int
  private let values: [ArrowCells]

  init(_ column: ArrowColumn, _ array: UnsafeMutablePointer<ArrowArray>) throws(EngineProblem) {
    unsafe try self.init(column.layout, array, name: column.name)
  }

  private init(_ layout: ArrowLayout, _ array: UnsafeMutablePointer<ArrowArray>, name: String) throws(EngineProblem) {
    unsafe self.layout = layout
    unsafe self.array = unsafe array
    unsafe offset = unsafe Int(array.pointee.offset)
    let plain = if case .dictionary(let index, _) = layout { index } else { layout }
    let count = unsafe Int(array.pointee.length)
    let isWhole =
      unsafe array.pointee.n_buffers >= plain.bufferCount && offset >= 0 && count >= 0
      && (plain == .nothing || count == 0 || array.pointee.buffers?[1] != nil)
    guard isWhole else { throw EngineProblem("the driver gives the column '\(name)' in another layout than it says") }
    if case .dictionary(_, let values) = layout {
      guard let dictionary = unsafe array.pointee.dictionary else {
        throw EngineProblem("the driver gives the column '\(name)' without the values that it points to")
      }
      unsafe self.values = unsafe [try ArrowCells(values, dictionary, name: name)]
    } else {
      unsafe values = unsafe []
    }
  }

  /// The number of cells.
  var count: Int { unsafe Int(array.pointee.length) }

  private func buffer(_ index: Int) -> UnsafeRawPointer {
    unsafe array.pointee.buffers[index] ?? UnsafeRawPointer(array)
  }

  /// A bit of a buffer, the lowest of each byte first.
  private static func bit(_ index: Int, of bits: UnsafeRawPointer) -> Bool {
    unsafe bits.load(fromByteOffset: index >> 3, as: UInt8.self) >> UInt8(index & 7) & 1 == 1
  }

  private func value<Number: BitwiseCopyable>(_ index: Int, as type: Number.Type) -> Number {
    unsafe buffer(1).loadUnaligned(fromByteOffset: index * MemoryLayout<Number>.size, as: type)
  }

  private func isNull(_ index: Int) -> Bool {
    guard unsafe layout != .nothing else { return true }
    guard unsafe array.pointee.null_count != 0, let bits = unsafe array.pointee.buffers[0] else { return false }
    return unsafe !Self.bit(index, of: bits)
  }

  /// Appends a cell; nothing for NULL.
  func append(_ row: Int, to out: inout [UInt8]) throws(EngineProblem) {
    let index = unsafe row + offset
    guard unsafe !isNull(index) else { return }
    switch unsafe layout {
    case .nothing: break
    case .boolean: unsafe out.append(contentsOf: (Self.bit(index, of: buffer(1)) ? "true" : "false").utf8)
    case .signed, .unsigned: unsafe appendInteger(index, layout, to: &out)
    case .half: unsafe CellText.append(CellText.half(value(index, as: UInt16.self)), to: &out)
    case .float: unsafe CellText.append(value(index, as: Float.self), to: &out)
    case .double: unsafe CellText.append(value(index, as: Double.self), to: &out)
    case .decimal(let bytes, let scale):
      unsafe CellText.appendDecimal(
        UnsafeRawBufferPointer(start: buffer(1) + index * bytes, count: bytes), scale, to: &out)
    case .text, .textView: try unsafe CellText.append(try text(index), to: &out)
    case .days: unsafe CellText.append(day: Int64(value(index, as: Int32.self)), to: &out)
    case .dayMilliseconds:
      unsafe CellText.append(day: CellText.floor(value(index, as: Int64.self), 86_400_000), to: &out)
    case .moment(let perSecond, let isInstant):
      unsafe CellText.append(value(index, as: Int64.self), perSecond: perSecond, isInstant: isInstant, to: &out)
    case .dictionary(let plain, _):
      let position = unsafe integer(index, plain)
      guard let position, position >= 0, unsafe position < values[0].count else {
        throw EngineProblem("the driver points to a value that is not there")
      }
      try unsafe values[0].append(position, to: &out)
    }
  }

  private func appendInteger(_ index: Int, _ layout: ArrowLayout, to out: inout [UInt8]) {
    if layout == .unsigned(bytes: 8) {
      unsafe out.append(contentsOf: String(value(index, as: UInt64.self)).utf8)
    } else if let number = unsafe integer(index, layout) {
      CellText.append(number, to: &out)
    }
  }

  /// A whole number; nil for one that is larger than any `Int`.
  private func integer(_ index: Int, _ layout: ArrowLayout) -> Int? {
    switch layout {
    case .signed(bytes: 1): unsafe Int(value(index, as: Int8.self))
    case .signed(bytes: 2): unsafe Int(value(index, as: Int16.self))
    case .signed(bytes: 4): unsafe Int(value(index, as: Int32.self))
    case .signed: unsafe Int(value(index, as: Int64.self))
    case .unsigned(bytes: 1): unsafe Int(value(index, as: UInt8.self))
    case .unsigned(bytes: 2): unsafe Int(value(index, as: UInt16.self))
    case .unsigned(bytes: 4): unsafe Int(value(index, as: UInt32.self))
    case .unsigned: unsafe Int(exactly: value(index, as: UInt64.self))
    default: nil
    }
  }

  private func text(_ index: Int) throws(EngineProblem) -> UnsafeRawBufferPointer {
    let (data, start, end): (UnsafeRawPointer, Int, Int)
    switch unsafe layout {
    case .text(offset: 4):
      unsafe (data, start, end) = unsafe (
        buffer(2), Int(value(index, as: Int32.self)), Int(value(index + 1, as: Int32.self))
      )
    case .text:
      unsafe (data, start, end) = unsafe (
        buffer(2), Int(value(index, as: Int64.self)), Int(value(index + 1, as: Int64.self))
      )
    default:
      // A view is a length and the text, or of a longer one its first letters, a buffer and a place in it.
      let view = unsafe buffer(1) + index * 16
      let length = unsafe Int(view.loadUnaligned(as: Int32.self))
      let inside = 12
      let number = unsafe Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
      if length <= inside {
        unsafe (data, start, end) = unsafe (view, 4, 4 + length)
      } else if unsafe (0..<Int(array.pointee.n_buffers) - 3).contains(number),
        let other = unsafe array.pointee.buffers[2 + number]
      {
        let place = unsafe Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
        unsafe (data, start, end) = unsafe (other, place, place + length)
      } else {
        throw EngineProblem("the driver points to a text that is not there")
      }
    }
    guard start >= 0, end >= start else { throw EngineProblem("the driver gives a text of no length") }
    return unsafe UnsafeRawBufferPointer(start: data + start, count: end - start)
  }
}
