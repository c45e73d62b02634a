import ArgumentParser
import Findings
import Pipeline

/// `vigie doctor`: what the program finds where it runs.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at the program, the system and the portfolio.",
    discussion: """
      Prints what to send along with a question: versions of the program and its libraries, which browser makes PDFs, \
      which drivers of engines are found and where they were looked for, whether the folder can be written, the ledger, \
      and the day that the clock gives. Writes nothing, and ends with status 1 where work will fail.

      Example: vigie doctor my-portfolio
      """)

  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await refusing {
      let lines = Checkup(of: PortfolioFolder(folder)).lines
      let width = lines.map(\.name.utf8.count).max() ?? 0
      for line in lines {
        let name = line.name + String(repeating: " ", count: width - line.name.utf8.count)
        if line.isFault {
          printError(onOneLine("\(name)  \(line.text)"))
        } else {
          output.say(onOneLine("\(name)  \(line.text)"))
        }
      }
      let faults = lines.count(where: \.isFault)
      guard faults == 0 else { throw Refusal("\(counted(faults, "thing")) to put right") }
      output.say("all is well")
    }
  }
}
