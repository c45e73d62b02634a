import Languages

extension ProofWords {
  /// Words of languages without a language file, which may still occur in names of companies and texts of customers.
  static let elsewhere: [ProofList: [String]] = [
    .trades: words(
      """
      ambulanz anlagen anlagenbau antriebe apotheke apotheken automaten bauunternehmen bekleidung beratung bergbau \
      betriebe brauerei chemie dienste druckerei eisenwerk elektrik elektro elektronik energie fahrzeuge familie \
      feinkost fenster finanzen fleisch forschung freizeit garten gebaude gebruder genossenschaft gerate \
      gesellschaft getranke gewerbe giesserei grosshandel handel handwerk haustechnik heizung hochschule holding \
      holzbau hotels immobilien industrie industrien kaltetechnik keramik kliniken klinik klinikum klinikverbund \
      kraftwerk kunststoff kunststoffe landwirtschaft lebensmittel leuchten logistik maschinen maschinenbau medien \
      medizin medizintechnik metall metallbau mobel molkerei moebel muhle naturkost papier partner pflege pharma \
      praxis prazision produkte reederei reinigung reisen sanitar schiffahrt schule sicherheit spedition stadtwerk \
      stadtwerke stahlbau stiftung systeme technik technologie textil textilien tiefbau transporte umwelt \
      universitat unternehmen verband verkehr verlag versicherung versicherungen verwaltung werbung werkstatt \
      werkzeuge werkzeugbau wirtschaft wohnbau zement zentrum alimentos bebidas bodega bodegas cementos ceramica \
      cerveza construcciones consultora distribuidora editorial energia fabrica farmacia hermanos hijos hoteles \
      industria industrial inmobiliaria logistica maquinaria marina mineria muebles papelera pescados quimica \
      restaurantes seguros servicios sistemas solares tecnologia textiles transportes viajes vinos acciaio \
      alimentari arredamenti ascensori assicurazioni birra calzature cantina cantine chimica costruzioni edilizia \
      elettronica fratelli macchine meccanica mobili moda officine olio panificio profumi ristorante servizi sistemi \
      tessile tessuti trasporti viaggi cardboard tekstil chemiczne zaklady stomatologia bicicletas shipping \
      maatschappij bedrijven groep logistiek
      """),
    .articles: words("der die das el il"),
    .conjunctions: words("und y"),
    .thousands: words("tsd tausend"),
    .millions: words("millionen mill"),
    .billions: words("mrd"),
    .colours: words(
      """
      grün grüne grünen grüner grünes gelb gelbe gelben gelber gelbes rot rote roten roter rotes
      """),
    .risks: words("risiko risiken"),
    .forecasts: words("prognose prognosen wahrscheinlichkeit"),
    .judgements: words("ampel ampeln"),
    .renewals: words("abwanderung abwanderungen kündigung kündigungen verlängerung verlängerungen"),
    .conditions: words("gesundheit"),
    .compounds: words(
      """
      gesundheitswert gesundheitswerte gesundheitsscore gesundheitsnote kundengesundheit risikokunde risikokunden \
      risikokundin risikokonto risikokonten kundenrisiko kundenrisiken abwanderungsrisiko abwanderungsrisiken \
      abwanderungsgefahr abwanderungswahrscheinlichkeit abwanderungsprognose kündigungsrisiko kündigungsrisiken \
      kündigungsgefahr kündigungswahrscheinlichkeit verlängerungsrisiko verlängerungsrisiken verlängerungsprognose \
      verlängerungswahrscheinlichkeit ampelstatus ampelfarbe ampelbewertung
      """),
    .readers: words("sie konto ihr"),
    .being: words("sind ist seid steht stehen bleibt bleiben"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
