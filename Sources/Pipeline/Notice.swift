public import Findings
public import Review

/// Something that a run has to say, in a form that programs can be told as well.
public enum Notice: Sendable {
  /// Something is wrong with an input.
  case finding(Finding)
  /// A guard holds; what it says, and whether somebody has accepted it.
  case held(Guard, words: String, isAccepted: Bool)
  /// The answer of a gate, by the name of its figure, in words; nil where it cannot be told.
  case gate(figure: String, holds: Bool?, words: String)
  /// Anything else, in one line.
  case line(String)
}
