import CZip

/// The parts of a ZIP in memory.
public enum Zip {
  struct Unreadable: Error {}

  /// The content of every part, by its name.
  public static func texts(_ bytes: [UInt8]) throws -> [String: String] {
    try bytes.withUnsafeBytes { buffer in
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil),
        let archive = zip_open_from_source(source, ZIP_RDONLY, nil)
      else { throw Unreadable() }
      defer { zip_close(archive) }
      var texts: [String: String] = [:]
      for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0, let file = zip_fopen_index(archive, index, 0) else {
          throw Unreadable()
        }
        var content = [UInt8](repeating: 0, count: Int(status.size))
        zip_fread(file, &content, status.size)
        zip_fclose(file)
        texts[String(cString: status.name)] = String(decoding: content, as: UTF8.self)
      }
      return texts
    }
  }
}
