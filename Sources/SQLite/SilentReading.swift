import Glibc

/// How a database is opened that is only to be read, so that nothing is left behind beside it.
///
/// SQLite shares a database in WAL mode with other programs through two files beside it, `-wal` and `-shm`, and makes them
/// even for a reader. Where no program has the database open they are not needed, and a folder that may not be written is
/// none the worse.
struct SilentReading {
  /// What SQLite is to do about the files beside the database.
  enum Way {
    /// What it does by itself: the database is not in WAL mode, or other programs have it open.
    case shared
    /// Nothing lies beside the database, so that it is complete.
    case complete
    /// A program left its log there and is gone.
    case withLog
  }

  let way: Way
  private let path: String
  private let state: [Int]

  init(_ path: String) {
    self.path = path
    state = Self.state(path)
    if !Self.isInLogMode(path) || Self.size(path + "-shm") != nil {
      way = .shared
    } else {
      way = (Self.size(path + "-wal") ?? 0) > 0 ? .withLog : .complete
    }
  }

  /// Whether nobody has opened or changed the database since.
  var isUndisturbed: Bool {
    way == .shared || (Self.size(path + "-shm") == nil && state == Self.state(path))
  }

  /// The path as an address that says that nobody writes.
  var immutableAddress: String {
    var address = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      let isPlain =
        byte > 0x20 && byte < 0x7F && ![UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%")].contains(byte)
      address +=
        isPlain ? String(Unicode.Scalar(byte)) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return address + "?immutable=1"
  }

  private static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  private static func state(_ path: String) -> [Int] {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return [] }
    return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, size(path + "-wal") ?? 0]
  }

  /// The header of the file says how it is written.
  private static func isInLogMode(_ path: String) -> Bool {
    header(of: path).map { $0[18] == 2 && $0[19] == 2 } ?? false
  }

  /// The first 100 bytes, the layout of which is in "The Database File Format" of SQLite's documentation.
  private static func header(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var header = [UInt8](repeating: 0, count: 100)
    return unsafe fread(&header, 1, 100, file) == 100 ? header : nil
  }

  /// How many bytes a database should have at least, and has, where it was cut off; nil where it is whole.
  static func cut(_ path: String) -> (wanted: Int, found: Int)? {
    guard let header = header(of: path), header.starts(with: "SQLite format 3\0".utf8), let found = size(path) else {
      return nil
    }
    func number(_ place: Int, _ count: Int) -> Int { header[place..<place + count].reduce(0) { $0 << 8 | Int($1) } }
    // A page size of 65,536 is written as 1; an old program leaves the count of pages as it was.
    let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
    guard number(24, 4) == number(92, 4), found < number(28, 4) * pageSize else { return nil }
    return (number(28, 4) * pageSize, found)
  }
}
