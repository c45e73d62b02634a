import Glibc

/// Makes a system call again for as long as a signal interrupts it.
///
/// - Returns: What the call answered; `errno` is the call's own where that is negative.
@discardableResult
package func retrying<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 || errno != EINTR { return answer }
  }
}
