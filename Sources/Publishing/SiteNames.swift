/// The names that one site uses in its parent folder.
struct SiteNames: Sendable {
  /// The site itself.
  let site: [UInt8]

  /// The parent folder of the site, as given.
  let parentPath: String

  /// Locked while a publication runs; holds the ``BuildRecord``.
  var lock: [UInt8] { hidden("") }

  /// A site under construction: worthless once its publication has ended.
  var staging: [UInt8] { hidden("-staging") }

  /// A finished site about to go live; after the swap, the previous site.
  var ready: [UInt8] { hidden("-ready") }

  /// The previous site, for the moment between the two renames that a file system without exchange needs.
  var old: [UInt8] { hidden("-old") }

  /// The same two in the folder of a site that is written in place, where nobody else may look at them.
  static let innerStaging = Array(".vigie-staging".utf8)
  static let innerReady = Array(".vigie-ready".utf8)

  init(destination: String) throws(PublishError) {
    var path = Array(destination.utf8)
    while path.count > 1 && path.last == slash { path.removeLast() }
    let name = path.lastIndex(of: slash).map { Array(path[($0 + 1)...]) } ?? path
    let hasName = !name.isEmpty && !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8)
    guard hasName, !path.contains(0) else { throw .unusableDestination(destination) }
    site = name
    let parent = path.dropLast(name.count)
    parentPath = parent.isEmpty ? "." : parent.count == 1 ? "/" : String(decoding: parent.dropLast(), as: UTF8.self)
  }

  private func hidden(_ suffix: String) -> [UInt8] {
    Array(".".utf8) + site + Array(".vigie\(suffix)".utf8)
  }
}
