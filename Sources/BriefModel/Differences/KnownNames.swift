/// Names that the briefs are full of, by how they begin in the seven languages: they tell a name
/// from a common word where neither place nor capitals do (beginnings of sentences, headlines,
/// German).
enum KnownNames {
  static func contains(_ word: String) -> Bool {
    guard word.utf8.count >= 4 else { return false }
    return stems.contains { word.utf8.starts(with: $0) }
  }

  private static let stems: [[UInt8]] =
    words(
      """
      belarus belarus russia russland rusij rosj rosyj russisch belaruss weißruss weissruss białorus
      baltarus беларус белорус білорус росси россий расі расій росі росій
      ukrain украин україн polen polska polsk polish poland польш польс польщ polsc lenk lietuv
      lithuan litauen litw литв литов lietu latvia lettland łotw латви латві eston эстон естон
      german deutschland niemc niemiec герман германі vokiet нямеч немецк німеч china chinese китай кіта
      kazakh kasach kazach казах armen армен вірмен армян вірм georgia gruzj грузи груз moldov молдов
      малдов france frankreich francj франц serbia serbi серб turkey türk turcj турци iran иран
      europa europe europ европ єврап еўрап
      minsk mińsk минск мінск moscow moskau moskv moskw москв маскв warsaw warschau warszaw варшав
      vilnius wiln вильнюс вільн kyiv kiev kiew kijów киев київ кіеў berlin берлин берлін brussels
      brüssel bruksel брюссел brest брест гродн grodno hrodn гомел homel sochi soczi сочи petersb
      петерб kremlin kreml кремл
      putin путин пуцін путін lukashenk lukaschenk łukaszenk лукашенк лукашэнк lukašenk tsikhanou
      tichanow тихановск ціханоўск tichanouskaj cichanousk mishustin mischustin miszustin мишустин
      мішусцін golovchenk hałouczenk головченк галоўчанк makei makiej макей lavrov lawrow ławrow
      лавров лаўроў shoigu schoigu szojgu шойгу medvedev miedwied medwed медведев zelensk selensk
      зеленск зяленск duda tusk дуд туск nausėd nauseda науседа rapota рапота dyner gazprom газпром
      rosatom росатом belneft беларуськали
      """
    ).map { Array($0.utf8) }
}
