import FoundationEssentials
import Glibc
import Snapshot

/// Chromium, which renders a finished file as PDF, and the programs that read the PDF back.
///
/// It is the only engine: it lays out pages as readers see them, tags their structure, and is maintained in Debian.
struct PDFEngine {
  private let program: String

  /// Finds the engine and the programs that search a customer's PDF.
  init() throws {
    guard let chromium = findProgram("chromium") else {
      throw Refusal.nothingWritten(
        "--pdf needs Chromium, which is not installed: apt-get install chromium poppler-utils")
    }
    program = chromium
  }

  /// Renders a file.
  ///
  /// - Parameter day: the creation date in the PDF, so that the same file gives the same bytes.
  func render(_ html: [UInt8], day: String) throws -> [UInt8] {
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (page, pdf) = (folder.appendingPathComponent("page.html"), folder.appendingPathComponent("page.pdf"))
    try Data(html).write(to: page)
    let outcome = try Self.run(program, arguments(folder, page, pdf), home: folder)
    guard outcome.status == 0, let bytes = FileManager.default.contents(atPath: pdf.path), !bytes.isEmpty else {
      throw Refusal("\(program) could not render the file (status \(outcome.status))")
    }
    return datingPDF(Array(bytes), on: day)
  }

  private func arguments(_ folder: URL, _ page: URL, _ pdf: URL) -> [String] {
    [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--no-pdf-header-footer",
      "--print-to-pdf=\(pdf.path)",
      // Chromium's own sandbox does not run for root; the page is ours and contains no script.
    ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
  }

  /// The parts of a PDF that are searched.
  ///
  /// - Parameter fingerprint: the page's fingerprint, whose digits are not numbers.
  static func passages(of pdf: [UInt8], without fingerprint: String?) throws -> [ProofScan.Passage] {
    guard let pdftotext = findProgram("pdftotext"), let pdfinfo = findProgram("pdfinfo") else {
      throw Refusal.nothingWritten(
        "a customer's PDF is searched with pdftotext, which is not installed: apt-get install poppler-utils")
    }
    let folder = try Self.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("page.pdf")
    try Data(pdf).write(to: file)
    func read(_ program: String, _ arguments: [String]) throws -> String {
      let outcome = try run(program, arguments, home: folder)
      guard outcome.status == 0 else { throw Refusal.nothingWritten("\(program) cannot read the PDF") }
      return outcome.output
    }
    let text = try read(pdftotext, ["-enc", "UTF-8", file.path, "-"])
    guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
      throw Refusal.nothingWritten("the PDF holds no text that could be searched")
    }
    return [
      ProofScan.Passage("PDF text", fingerprint.map { text.replacing($0, with: " ") } ?? text),
      ProofScan.Passage("PDF metadata", try read(pdfinfo, ["-custom", file.path]), isRead: false),
      ProofScan.Passage("PDF descriptions", textsOutsideStreams(ofPDF: pdf), isRead: false),
    ]
  }

  /// The text of a PDF; nil when the PDF or the program that reads it is unusable.
  static func text(of pdf: [UInt8]) -> String? {
    guard let pdftotext = findProgram("pdftotext"), let folder = try? makeFolder() else { return nil }
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("page.pdf")
    guard (try? Data(pdf).write(to: file)) != nil,
      let outcome = try? run(pdftotext, ["-enc", "UTF-8", file.path, "-"], home: folder), outcome.status == 0
    else { return nil }
    return outcome.output
  }

  /// Creates a folder that nobody else can read.
  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vigie-pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    return folder
  }

  private static func run(
    _ program: String, _ arguments: [String], home: URL
  ) throws -> (status: Int32, output: String) {
    let output = home.appendingPathComponent("output-\(UUID().uuidString)")
    let status = try runProgram(
      program, arguments,
      environment: [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home.path,
        "LC_ALL": "C.UTF-8", "TZ": "UTC",
      ], output: output.path)
    let bytes = FileManager.default.contents(atPath: output.path) ?? Data()
    return (status, String(decoding: bytes, as: UTF8.self))
  }
}
