import Foundation

/// The peak memory of this process in bytes: `VmHWM` on Linux; nil when it cannot be read.
func peakMemoryOfProcess() -> Int? {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return line?.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.first.map { $0 * 1024 }
}
