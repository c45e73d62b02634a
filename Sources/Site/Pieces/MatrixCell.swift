import Health
import Review

/// A cell of the matrix: a band by score and a current flag by person, or none.
struct MatrixCell: Sendable {
  static let flags: [Sentiment.Flag?] = [.green, .yellow, .red, nil]
  static let all = Band.allCases.flatMap { band in flags.map { MatrixCell(band: band, flag: $0) } }

  let band: Band
  let flag: Sentiment.Flag?

  /// Whether it is green by score and worse by flag, which is what the product is about.
  var isDivergence: Bool { band == .green && (flag == .yellow || flag == .red) }
  var isAgreement: Bool { band.rawValue == flag?.rawValue }
  var path: String { "matrix/\(band.rawValue)-\(flag?.rawValue ?? "none").html" }
}
