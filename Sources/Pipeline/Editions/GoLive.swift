import Publishing

extension AssembledSite {
  /// Shows readers the site of an edition that is on record.
  func goLive(as edition: String, in folder: String) throws {
    do throws(PublishError) {
      try goLive()
    } catch .publishedButUntidy(let path, let code) {
      throw PublishError.publishedButUntidy(path: path, code: code)
    } catch {
      throw Refusal(
        "\(edition) is on record and archived, and '\(folder)' does not show it yet: \(error); the next run of vigie "
          + "publish or vigie withdraw settles it")
    }
  }
}
