import Glibc

/// Repeats a system call as long as signals interrupt it.
///
/// - Returns: The result of the call; if it is negative, `errno` is the call's own.
@discardableResult
package func retrying<Answer: SignedInteger>(_ call: () -> Answer) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 || errno != EINTR { return answer }
  }
}
