/// The elements of a workbook that matter here, by their names without a prefix: the prefix is the writer's choice.
enum Element: String {
  case row, c, v, f, t, r, si, rPh, sheetData, sheet, workbook, workbookPr, calcPr
  case inlineString = "is"
  case relationship = "Relationship"
  case numberFormat = "numFmt"
  case cellFormats = "cellXfs"
  case cellFormat = "xf"
  case other = ""

  init(_ name: UnsafePointer<CChar>) {
    var local = unsafe name
    var end = unsafe name
    while unsafe end.pointee != 0 {
      if unsafe end.pointee == 0x3A { unsafe local = end + 1 }
      unsafe end += 1
    }
    // Nearly all elements of a sheet have names of one letter.
    if unsafe end - local == 1 {
      switch unsafe UInt8(bitPattern: local.pointee) {
      case UInt8(ascii: "c"): self = .c
      case UInt8(ascii: "v"): self = .v
      case UInt8(ascii: "t"): self = .t
      case UInt8(ascii: "r"): self = .r
      case UInt8(ascii: "f"): self = .f
      default: self = .other
      }
    } else {
      self = unsafe Element(rawValue: String(cString: local)) ?? .other
    }
  }
}
