import ArgumentParser
import Findings
import Glibc
import Pipeline

/// `vigie preview`: the draft in a browser, again whenever a file changes.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show the draft in a browser, and again whenever a file changes.",
    discussion: """
      Serves the draft from memory to browsers on this machine, under an address that nobody can guess. When data, \
      settings, model, templates, words or style change, the open page is loaded again at the same place, and what is \
      wrong is shown over it. Writes nothing. End it with Ctrl-C.

      Example: vigie preview my-portfolio
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var templates: TemplateOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The port (default: any that is free).")
  var port: UInt16 = 0

  @Flag(name: .customLong("no-open"), help: "Print the address, and open no browser.")
  var opensNothing = false

  func run() async throws {
    try await refusing {
      let preview = Preview(
        options.portfolio, templates: templates.folder.map(TemplateSource.folder), asOf: options.asOf)
      try await preview.serve(port: port) { event in
        switch event {
        case .ready(let address):
          // The address is what was asked for; a pipe has to get it at once.
          print(address)
          fflush(nil)
          if !opensNothing { openBrowser(at: address) }
        case .updated(let milliseconds, let refusal):
          output.say(onOneLine(refusal.map { "not built: \($0)" } ?? "built in \(grouped(milliseconds)) ms"))
          fflush(nil)
        }
      }
    }
  }
}
