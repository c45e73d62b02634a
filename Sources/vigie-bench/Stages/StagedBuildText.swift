import Review

extension StagedBuild {
  /// The measurements as tables.
  func text(tasks: Int) -> String {
    """
    read \(rows.read) rows, used \(rows.used), refused \(rows.refused); \(observations) observations
    \(pages) pages, \(megabytes(byteCount)); \(tasks) tasks

    \(stageTable)
    \(stepTable(tasks: tasks))
    """
  }

  private var stageTable: String {
    var table = ResultTable("stage", "wall s", "CPU s", "peak")
    for stage in stages {
      table.add(stage.name, fixed(stage.elapsed.wall), fixed(stage.elapsed.cpu), megabytes(stage.peakMemory))
    }
    return table.text
  }

  /// The steps of rendering the pages, with their floor.
  private func stepTable(tasks: Int) -> String {
    var table = ResultTable("pages", "wall s", "CPU s", "pages/s")
    func add(_ name: String, _ added: [Step]) {
      let elapsed = steps.sum(of: added).shared(among: tasks)
      table.add(
        name, fixed(elapsed.wall), fixed(elapsed.cpu), fixed(Double(pages) / elapsed.wall, decimals: 0))
    }
    add("compose", [.compose])
    add("template", [.template])
    add("Markdown", [.markdown])
    add("layout", [.layout])
    add("write", [.write])
    add("floor: libcmark-gfm", [.floorMarkdown])
    add("floor: write", [.floorWrite])
    add("template to write", Step.rendering)
    add("floor", Step.floor)
    let rendering = steps.sum(of: Step.rendering)
    let floor = steps.sum(of: Step.floor)
    table.add("ratio to the floor", fixed(rendering.wall / floor.wall), fixed(rendering.cpu / floor.cpu))
    return table.text
  }
}
