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

  mutating func append(literal bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    if case .literal(let before) = instructions.last {
      instructions[instructions.count - 1] = .literal(before + bytes)
    } else {
      instructions.append(.literal(Array(bytes)))
    }
  }
}
