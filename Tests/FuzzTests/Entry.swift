// What libFuzzer calls; `./dev fuzz` says which reader by an environment variable.
import Foundation

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["VIGIE_FUZZ"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("VIGIE_FUZZ is '\(name)'; one of: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()

private let scratch: ScratchFile = {
  do { return try ScratchFile() } catch { fatalError("\(error)") }
}()

/// Reads one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: start, count: count)), scratch: scratch)
  return 0
}
