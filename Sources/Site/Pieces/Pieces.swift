import Templates

/// The templates of the pieces that pages contain as finished HTML.
struct Pieces: Sendable {
  let figures: CompiledTemplate<FiguresPiece>
  let bands: CompiledTemplate<BandsPiece>
  let matrix: CompiledTemplate<MatrixPiece>
  let hero: CompiledTemplate<HeroPiece>
  let said: CompiledTemplate<SaidPiece>
  let movement: CompiledTemplate<MovementPiece>

  init(_ compiler: inout TemplateCompiler) {
    figures = compiler.compile("figures.html")
    bands = compiler.compile("bands.html")
    matrix = compiler.compile("matrix.html")
    hero = compiler.compile("hero.html")
    said = compiler.compile("said.html")
    movement = compiler.compile("movement.html")
  }
}
