import Testing

/// The texts between quotes in JSON, byte for byte, which Foundation does not preserve: it drops a leading U+FEFF.
func jsonStrings(in json: [UInt8]) throws -> Set<[UInt8]> {
  let short: [UInt8: UInt8] = [0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9]
  var strings: Set<[UInt8]> = []
  var rest = json[...]
  while let open = rest.firstIndex(of: 0x22) {
    rest = rest[(open + 1)...]
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != 0x22 {
      try #require(byte >= 0x20, "a control character in a JSON string")
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      let next = rest.popFirst()
      let escape = try #require(next)
      if let plain = short[escape] {
        text.append(plain)
      } else {
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        text.append(try #require(UInt8(digits, radix: 16), "\\u\(digits) is no control character"))
        rest = rest.dropFirst(4)
      }
    }
    strings.insert(text)
  }
  return strings
}
