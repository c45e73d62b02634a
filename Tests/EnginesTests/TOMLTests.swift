import Testing

@testable import Engines

/// What driver manifests and connection profiles are written in.
@Suite struct TOMLTests {
  @Test func `values stand by their path, with quotes or dots in names`() throws {
    let values = try TOMLReader.values(
      #"""
      manifest_version = 1 # the only one
      name = 'C:\plain'
      [Driver]
      entrypoint = "AdbcDriverInit"
      [Driver.shared]
      linux_amd64 = "/usr/lib/x.so"
      [ Options ]
      adbc.snowflake.sql.account = "a\tb \"c\" \u00e9"
      "adbc.connection.autocommit" = true
      seconds = 30.5
      rows = 1_000
      key = """
      one
      two"""
      supported = [
        "a", # not read
        "]",
      ]
      inline = { a = "}" }
      since = 2026-11-16
      [[more]]
      x = -3
      """#)
    #expect(
      values == [
        "manifest_version": .integer(1), "name": .text(#"C:\plain"#), "Driver.entrypoint": .text("AdbcDriverInit"),
        "Driver.shared.linux_amd64": .text("/usr/lib/x.so"),
        "Options.adbc.snowflake.sql.account": .text("a\tb \"c\" é"),
        "Options.adbc.connection.autocommit": .boolean(true), "Options.seconds": .number(30.5),
        "Options.rows": .integer(1000), "Options.key": .text("one\ntwo"), "Options.supported": .other,
        "Options.inline": .other, "Options.since": .other, "more.x": .integer(-3),
      ])
  }

  @Test(arguments: [
    ("a = \"x", 1, "a text is never closed"), ("\na", 2, "'=' is missing"), ("a = 1\na = 2", 2, "'a' stands twice"),
    ("a = yes", 1, "'yes' needs quotes"), ("a = \"\\q\"", 1, "'\\q' means nothing in a text"),
    ("[a\nb = 1", 1, "']' is missing"),
    ("a = [1\n", 2, "a bracket is never closed"),
    ("a =\nb = 1", 1, "a value is missing"), ("= 1", 1, "a key is missing"),
    ("a = \"x\" y", 1, "something follows the value"), ("a = \"\\uZZZZ\"", 1, "'\\u' needs the digits of a character"),
  ])
  func `what is no TOML is told with its line`(text: String, line: Int, words: String) {
    let fault = #expect(throws: TOMLFault.self) { try TOMLReader.values(text) }
    #expect(fault?.line == line)
    #expect(fault?.words == words)
  }
}
