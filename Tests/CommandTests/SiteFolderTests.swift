import Foundation
import Testing

/// Where a site may be, and who may hold its folder while the next one is built.
@Suite struct SiteFolderTests {
  /// Whether a test may mount anything, in a namespace that only its own programs see.
  static let canMount =
    (try? Program.run(script: "unshare -rm mount -t tmpfs none /mnt", in: FileManager.default.temporaryDirectory))?
    .status == 0
  static let needsMounts: Comment = "needs the right to mount in a namespace of its own"

  private func sh(_ folder: borrowing StarterFolder, mounting: Bool = false, _ script: String) throws -> Program.Outcome
  {
    try folder.write(script, to: "../script.sh")
    return try Program.run(script: (mounting ? "unshare -rm " : "") + "sh -eu script.sh", in: folder.url)
  }

  @Test(.enabled(if: canMount, needsMounts), arguments: ["mount --bind volume p/site", "mount -t tmpfs none p/site"])
  func `a volume mounted as the site is published to, week after week`(mount: String) throws {
    let folder = try StarterFolder()
    let outcome = try sh(
      folder, mounting: true,
      """
      mkdir p/site volume
      \(mount)
      echo mine > p/site/CNAME
      "$VIGIE" publish p --as-of 2026-11-09
      "$VIGIE" publish p --as-of 2026-11-16
      "$VIGIE" verify p/site
      "$VIGIE" verify p/archive
      grep -q 2026-W47 p/site/index.html
      grep -q mine p/site/CNAME
      ls -A p/site
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.components(separatedBy: "p/site was written in place, file by file, since it is a mount point\n")
        .count == 3, "\(outcome.output)")
    #expect(!outcome.output.contains(".vigie"), "\(outcome.output)")
  }

  @Test(.enabled(if: canMount, needsMounts), arguments: [true, false])
  func `a mount that shows the site elsewhere shows the next one too`(isUnseen: Bool) throws {
    let folder = try StarterFolder()
    // Containers have their mounts in a namespace of their own.
    let serve =
      isUnseen
      ? """
      unshare -m sh -c 'mount --bind p/site served && cat served/index.html > one && touch ready && until test -e go; do
        sleep 0.1; done; cat served/index.html > two; ls served | wc -l > count' &
      until test -e ready; do sleep 0.1; done
      """ : "mount --bind p/site served; cat served/index.html > one"
    let look =
      isUnseen ? "touch go; wait" : "cat served/index.html > two; ls served | wc -l > count"
    let outcome = try sh(
      folder, mounting: true,
      """
      "$VIGIE" build p --as-of 2026-11-09
      mkdir served
      \(serve)
      "$VIGIE" build p --as-of 2026-11-16
      \(look)
      cmp two p/site/index.html
      if cmp -s one two; then exit 9; fi
      test "$(cat count)" = "$(ls p/site | wc -l)"
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("p/site was written in place, file by file, since it is mounted at "))
  }

  @Test(.enabled(if: canMount, needsMounts))
  func `a mount inside the site stays, and one that pages go into is refused before anything is written`() throws {
    let folder = try StarterFolder()
    let outcome = try sh(
      folder, mounting: true,
      """
      "$VIGIE" build p --as-of 2026-11-09
      mkdir p/site/certificates
      mount -t tmpfs none p/site/certificates
      echo mine > p/site/certificates/key
      "$VIGIE" build p --as-of 2026-11-16
      test "$(cat p/site/certificates/key)" = mine
      mount -t tmpfs none p/site/accounts
      ! "$VIGIE" publish p --as-of 2026-11-16
      test ! -e p/archive
      test ! -e p/history.sqlite
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("p/site/accounts is a mount point inside the site; mount the folder around the"))
  }

  @Test(arguments: ["www", "\"$PWD/www\""]) func `a link to the folder of the web server is published through`(
    target: String
  ) throws {
    let folder = try StarterFolder()
    let outcome = try sh(
      folder,
      """
      mkdir p/www www
      ln -s \(target) p/site
      "$VIGIE" publish p --as-of 2026-11-09
      exec 9< p/site
      "$VIGIE" publish p --as-of 2026-11-16
      grep -q 2026-W47 /proc/self/fd/9/index.html
      test -L p/site
      "$VIGIE" verify p/site --archive p/archive
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("p/site was written in place, file by file, since it is a symbolic link\n"))
  }

  @Test func `a shell that stands in the site sees the next one, also when it only asks for that`() throws {
    let folder = try StarterFolder()
    for option in ["", "--in-place"] {
      let outcome = try sh(
        folder,
        """
        "$VIGIE" build p --as-of 2026-11-09
        cd p/site
        "$VIGIE" build .. --as-of 2026-11-16 \(option)
        grep -q 2026-W47 index.html
        ls accounts/index.html
        """)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("../site was written in place, file by file, since "), "\(outcome.output)")
    }
  }

  @Test(arguments: [
    (".", "the portfolio itself"), ("../p", "the portfolio itself"), ("$PWD", "the portfolio itself"),
    ("$PWD/data/../", "the portfolio itself"), ("me", "the portfolio itself"), ("data", "the portfolio's data/"),
    ("..", "a folder around the portfolio"), ("$PWD/..", "a folder around the portfolio"),
  ]) func `the portfolio is no site, however its path is spelled`(out: String, words: String) throws {
    let folder = try StarterFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "p/me").path, withDestinationPath: ".")
    let before = try folder.files("p")
    for command in ["build", "publish"] {
      let outcome = try sh(folder, "cd p\n! \"$VIGIE\" \(command) --as-of 2026-11-16 --out \"\(out)\"")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("' is \(words); give the site a folder of its own, such as ./site; nothing was"))
    }
    #expect(try folder.files("p") == before)
  }
}
