import Files
import Findings

extension Loader {
  /// The text of an optional file of the portfolio folder; nil when it does not exist.
  mutating func configuration(_ name: String) -> String? {
    let path = folder + "/" + name
    do throws(FileError) {
      guard let file = try OpenFile.ifThere(path) else { return nil }
      inputs.append(PortfolioInput(path))
      switch EditedText(try file.contents(atMost: Limits.text)) {
      case .text(let text): return text
      case .fault(let fault, let line, let column):
        stop(Finding(.error, file: name, line: line, column: column, fault))
        return nil
      }
    } catch {
      stop(cannotRead(name, error))
      return nil
    }
  }

  /// The names in a folder that need not be there; one that cannot be read stops the build.
  mutating func names(in folder: String, shown: String) -> [String] {
    do throws(FileError) {
      return try namesIfThere(folder) ?? []
    } catch {
      stop(cannotRead(shown, error))
      return []
    }
  }
}

/// That a file or folder cannot be read, and why.
func cannotRead(_ file: String, _ error: FileError) -> Finding {
  Finding(.error, file: file, "cannot be read: \(error.reason)")
}
