/// Words of which names of companies are made beside what is their own: trades, goods and forms of business.
///
/// As the second word of a name they tell of nobody.
enum TradeWords {
  static func contains(_ word: UInt64) -> Bool { words.contains(word) }

  private static let words: Set<UInt64> = Set(
    """
    academy aerospace agency aggregates agriculture airlines airways alliance aluminium analytics apparel architects assets \
    associates association automation automotive aviation bakeries bakery banking beauty beverage beverages biotech boats \
    books brands brewery bricks brothers building buildings business cables canada capital carbon cargo carpets castings \
    catering cement ceramic ceramics charity chemical chemicals chemistry china cleaning clothing coatings coffee college \
    commerce commercial communication communications components concrete construction consulting containers controls \
    cooperative cosmetics council courier creative credit cycles dairies dairy dental design designs development devices \
    diagnostics distribution dynamics education electric electrical electronic electronics elements enterprise enterprises \
    equipment estates europe events exchange express fabrics facilities factory family farming fashion federation fibers \
    fibres finance financial fishing fitness flooring flowers foods footwear forest forestry foundation foundry freight \
    fruits furniture garden gardens gaming garage germany glassworks government grains graphics grocery habitat hardware \
    harbor harbour healthcare heating heavy heritage hospitality hotels housing hydraulics imports industrial industries \
    industry innovation innovations institute instruments insurance interior interiors invest investment investments \
    jewellery kitchens laboratories laboratory language laundry leather leisure library lighting limited livestock \
    logistic logistics london luxury machine machinery machines management manufacturing marine maritime materials medical \
    medicine metals mining mobile mobility motors museum musical nautical network networks nutrition offices offshore \
    optical optics organic outdoor outdoors packaging paints papers partners petroleum pharma pharmaceuticals pharmacies \
    pharmacy photonics pictures planet plastic plastics platform plumbing poultry precision press printing products \
    properties property publishers publishing pumping quarries railway railways recycling refinery rental rentals repair \
    research residential resources restaurants retail robotics roofing rubber safety sailing salmon science sciences \
    seafood seafoods security seeds semiconductors service services shipping shipyard society software solutions spirits \
    sports stainless stationery steelworks storage stores street studio studios supplies surgery surveys sweets switzerland \
    system systems technical technologies technology telecom telecommunications textile textiles theatre therapy timber \
    tobacco tooling tourism trading training transit transportation travel trucking trucks turbines university utilities \
    valley vehicle vehicles ventures veterinary village vineyard vineyards vision warehouse watches waters wealth welding \
    wholesale window windows wireless wooden workshops \
    agricole agriculture agroalimentaire aliments alliance alimentation aluminium animaux apiculture architecture artisans \
    ascenseurs assurance assurances audiovisuel automobile automobiles batiment batiments bijoux biologie boissons bougies \
    boulangerie boulangeries carrelages carrieres cartonnage cartonnages chaussures chauffage chimie chimique ciment \
    conserverie construction constructions conseil conseils couture cuisine cuisines cycles decoration developpement \
    diffusion distillerie distribution domaine domaines eclairage editions education electricite electronique emballage \
    emballages equipement equipements europeenne ferroviaire filature fondation fonderie formation forestiere freres \
    fromagerie fromageries generale habitat horlogerie horticole hotellerie immobilier immobiliere imprimerie industrie \
    industrielle industries informatique ingenierie innovation interieur internationale jardin jardins laiterie laitiere \
    librairie location logistique machines maconnerie maritime materiaux mecanique medecine menuiserie metallurgie meubles \
    miroiterie mobilite moteurs municipale mutuelle nationale nautique nettoyage nutrition optique papeterie parfums \
    patisserie peinture peintures pharmacie pisciculture plastique plastiques plomberie presse production produits \
    prestige propriete recherche recyclage regionale reseau reseaux restauration routier securite semences serrurerie \
    service services solaire solutions sports surgeles systemes technique techniques technologie technologies textile \
    textiles tourisme tradition transport transports traiteur verrerie veterinaire vetements vignobles voyages \
    ambulanz anlagen anlagenbau antriebe apotheke apotheken automaten bauunternehmen bekleidung beratung bergbau betriebe \
    brauerei chemie dienste druckerei eisenwerk elektrik elektro elektronik energie fahrzeuge familie feinkost fenster \
    finanzen fleisch forschung freizeit garten gebaude gebruder genossenschaft gerate gesellschaft getranke gewerbe \
    giesserei grosshandel handel handwerk haustechnik heizung hochschule holding holzbau hotels immobilien industrie \
    industrien kaltetechnik keramik kliniken klinik klinikum klinikverbund kraftwerk kunststoff kunststoffe landwirtschaft \
    lebensmittel leuchten logistik maschinen maschinenbau medien medizin medizintechnik metall metallbau mobel molkerei \
    moebel muhle naturkost papier partner pflege pharma praxis prazision produkte reederei reinigung reisen sanitar \
    schiffahrt schule sicherheit spedition stadtwerk stadtwerke stahlbau stiftung systeme technik technologie textil \
    textilien tiefbau transporte umwelt universitat unternehmen verband verkehr verlag versicherung versicherungen \
    verwaltung werbung werkstatt werkzeuge werkzeugbau wirtschaft wohnbau zement zentrum \
    alimentos bebidas bodega bodegas cementos ceramica cerveza construcciones consultora distribuidora editorial energia \
    fabrica farmacia hermanos hijos hoteles industria industrial inmobiliaria logistica maquinaria marina mineria muebles \
    papelera pescados quimica restaurantes seguros servicios sistemas solares tecnologia textil textiles transportes \
    viajes vinos acciaio alimentari arredamenti ascensori assicurazioni birra calzature cantina cantine chimica costruzioni \
    edilizia elettronica fratelli industrie macchine meccanica mobili moda officine olio panificio profumi ristorante \
    servizi sistemi tessile tessuti trasporti viaggi \
    cardboard tekstil chemiczne zaklady stomatologia bicicletas shipping maatschappij bedrijven groep logistiek
    """.split { $0.isWhitespace }.map { SearchText.word(String($0)) })
}
