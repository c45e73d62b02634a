/// Refuses a set of paths if a file system could take two of them for the same place.
///
/// - Throws: ``PublishError/conflictingPaths(_:_:)``.
func requireDistinct(_ paths: some Sequence<String>) throws(PublishError) {
  // `String` keys are intended: file systems that ignore case often ignore the Unicode form too.
  var seen: [String: String] = [:]
  for path in paths {
    if let other = seen.updateValue(path, forKey: path.lowercased()) { throw .conflictingPaths(other, path) }
  }
  for (folded, path) in seen.sorted(by: { $0.value < $1.value }) {
    for end in folded.utf8.indices where folded.utf8[end] == slash {
      if let other = seen[String(folded[..<end])] { throw .conflictingPaths(other, path) }
    }
  }
}
