extension WordFamilies {
  static let lithuanian = SpellingTable(
    """
    dujos dujų dujas dujoms dujomis dujose dujinis dujinės
    grįžti grįžta grįžo grįš grįžimas
    bėgti bėga bėgo bėgimas
    strigti stringa strigo
    nešti neša nešė
    vesti veda vedė vedimas
    kviesti kviečia kvietė
    siųsti siunčia siuntė
    teisti teisia teisė
    keisti keičia keitė
    griežti griežtina griežtino
    eiti eina ėjo
    žmogus žmogaus žmonės žmonių
    duoti duoda davė
    gauti gauna gavo
    vykti vyksta vyko
    tapti tampa tapo
    pirkti perka pirko pirkimas
    rinkti renka rinko
    leisti leidžia leido leidimas
    skirti skiria skyrė
    kelti kelia kėlė
    susitikti susitinka susitiko susitikimas
    pradėti pradeda pradėjo pradžia
    didėti didėja didėjo
    augti auga augo augimas
    likti lieka liko
    trūkti trūksta trūko
    priimti priima priėmė priėmimas
    imti ima ėmė
    mokėti moka mokėjo mokėjimas
    uždrausti uždraudžia uždraudė uždrausta draudimas
    parduoti parduoda pardavė parduota pardavimas
    statyti stato statė statyba statybos
    moteris moters moterys moterų
    sesuo sesers seserys
    duktė dukters dukterys
    upė upės upių upę
    vanduo vandens vandenį
    mėnuo mėnesio mėnesį
    asmuo asmens asmenys
    """,
    shortestStem: shortestStem)
}
