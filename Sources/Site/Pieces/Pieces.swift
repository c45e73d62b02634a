import Templates

/// The templates of the pieces that stand in pages as finished HTML.
struct Pieces: Sendable {
  let figures: CompiledTemplate<FrontFigures>
  let bands: CompiledTemplate<BandsFigure>
  let matrix: CompiledTemplate<Matrix>
  let hero: CompiledTemplate<Hero>
  let movement: CompiledTemplate<Movement>

  init(_ compiler: inout TemplateCompiler) {
    figures = compiler.compile("figures.html")
    bands = compiler.compile("bands.html")
    matrix = compiler.compile("matrix.html")
    hero = compiler.compile("hero.html")
    movement = compiler.compile("movement.html")
  }
}
