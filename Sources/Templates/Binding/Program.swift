/// Instructions under construction: neighbouring literals become one.
struct Program {
  private(set) var instructions: [Instruction] = []

  mutating func append(_ instruction: Instruction) {
    instructions.append(instruction)
  }

  mutating func append(_ other: Program) {
    for instruction in other.instructions {
      if case .literal(let bytes) = instruction { append(literal: bytes) } else { append(instruction) }
    }
  }

  /// Appends text of a template, in which no character may pass for the mark of a value.
  mutating func append(literal bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    let bytes = Array(bytes).replacing(MarkedText.mark, with: "\u{FFFD}".utf8)
    if case .literal(let before) = instructions.last {
      instructions[instructions.count - 1] = .literal(before + bytes)
    } else {
      instructions.append(.literal(Array(bytes)))
    }
  }
}
