extension WordFamilies {
  static let german = SpellingTable(
    """
    Visum Visa
    öffnen öffnet öffnete geöffnet Öffnung
    frieren fror froren gefroren friert
    leiten geleitet leitet leitete
    scheiden schied geschieden
    weichen wich gewichen weicht
    stoßen stieß gestoßen stößt
    gehen ging gingen gegangen geht
    kommen kam kamen gekommen kommt
    nehmen nahm nahmen genommen nimmt
    übernehmen übernahm übernommen übernimmt
    geben gab gaben gegeben gibt
    sprechen sprach sprachen gesprochen spricht
    treffen traf trafen getroffen trifft
    schließen schloss schlossen geschlossen schließt
    beschließen beschloss beschlossen beschließt Beschluss
    abschließen abgeschlossen Abschluss
    verbieten verbot verboten verbietet
    bieten bot boten geboten bietet
    anbieten angeboten Angebot
    steigen stieg stiegen gestiegen steigt
    sinken sank sanken gesunken sinkt
    fallen fiel fielen gefallen fällt
    halten hielt hielten gehalten hält
    erhalten erhielt erhielten erhält
    bleiben blieb blieben geblieben bleibt
    schreiben schrieb geschrieben schreibt
    unterschreiben unterschrieb unterschrieben unterschreibt Unterschrift
    entscheiden entschied entschieden entscheidet
    finden fand fanden gefunden findet
    stehen stand standen gestanden steht
    verlieren verlor verloren verliert Verlust
    gewinnen gewann gewonnen gewinnt
    ziehen zog zogen gezogen zieht
    abziehen abgezogen Abzug
    beginnen begann begannen begonnen beginnt
    brechen brach gebrochen bricht
    helfen half geholfen hilft Hilfe
    lassen ließ ließen gelassen lässt
    rufen rief gerufen ruft
    tragen trug getragen trägt
    bringen brachte brachten gebracht bringt
    denken dachte gedacht denkt
    wissen wusste gewusst weiß
    werden wurde wurden geworden wird
    sehen sah sahen gesehen sieht
    fahren fuhr fuhren gefahren fährt
    schlagen schlug geschlagen schlägt
    vorschlagen vorgeschlagen Vorschlag
    wachsen wuchs gewachsen wächst
    ausweisen ausgewiesen Ausweisung
    treten trat getreten tritt
    beitreten beigetreten Beitritt
    austreten ausgetreten Austritt
    zurücktreten zurückgetreten Rücktritt
    vertreten vertrat vertritt
    fliehen floh geflohen flieht
    werfen warf geworfen wirft
    sterben starb gestorben stirbt
    leihen lieh geliehen leiht
    verschieben verschob verschoben verschiebt
    empfangen empfing empfängt
    """,
    shortestStem: shortestStem)
}
