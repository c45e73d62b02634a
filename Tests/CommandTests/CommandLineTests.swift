import Foundation
import Testing

/// Folders and options that make no sense.
@Suite struct CommandLineTests {
  @Test func `a folder that is no portfolio is told how to begin`() throws {
    let folder = try StarterFolder()
    try folder.write("", to: "empty/.keep")
    #expect(
      try Program.run(["build", "p/empty"], in: folder.url)
        == .refusal(
          "vigie: 'p/empty' is no portfolio: it has neither vigie.yml nor data/; "
            + "make one to start from with: vigie init my-portfolio"))
    #expect(
      try Program.run(["build", "nowhere"], in: folder.url)
        == .refusal("vigie: there is no folder 'nowhere'; make one to start from with: vigie init nowhere"))
  }

  @Test func `folders named on the command line must be there`() throws {
    let folder = try StarterFolder()
    #expect(try folder.run("build", ["--data", "nodata"]) == .refusal("vigie: there is no folder 'nodata' for --data"))
    #expect(
      try folder.run("build", ["--templates", "none"]) == .refusal("vigie: there is no folder 'none' for --templates"))
  }

  @Test func `a misspelt command is answered with the one that was meant`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["bild", "p"], in: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: There is no command 'bild'. Did you mean 'build'?\n"))
    #expect(
      try Program.run(["build", "--as-off", "2026-11-16"], in: folder.url).errors.contains("Did you mean '--as-of'?"))
  }

  @Test(arguments: [
    ["explain", "p"], ["snapshot", "p"], ["flag", "p", "green"],
    ["review", "p", "--list", "quiet", "--decision", "both"],
  ])
  func `a portfolio where an account is to be named is told as such`(arguments: [String]) throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(arguments, in: folder.url)
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "Error: 'p' is the folder of a portfolio: name the account before it, by its id or its name\n"), "\(outcome)")
  }

  @Test(arguments: [["biuld"], ["build", "--unknown"], ["build", "--as-of", "2026-13-01"], ["explain"], ["import"]])
  func `a command line that makes no sense ends with 64`(arguments: [String]) throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(arguments, in: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
  }
}
