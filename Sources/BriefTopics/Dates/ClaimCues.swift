/// What the words around a date say about the kind of the claim.
struct ClaimCue: OptionSet, Sendable {
  let rawValue: UInt16

  static let signing = ClaimCue(rawValue: 1 << 0)
  static let inForce = ClaimCue(rawValue: 1 << 1)
  static let event = ClaimCue(rawValue: 1 << 2)
  static let lasting = ClaimCue(rawValue: 1 << 3)
  static let moved = ClaimCue(rawValue: 1 << 4)
  static let negation = ClaimCue(rawValue: 1 << 5)
  static let hedge = ClaimCue(rawValue: 1 << 6)
  static let anniversary = ClaimCue(rawValue: 1 << 7)
  static let observance = ClaimCue(rawValue: 1 << 8)
  static let hope = ClaimCue(rawValue: 1 << 9)
  static let intent = ClaimCue(rawValue: 1 << 10)

  /// The cues of a folded word, or of several with blanks between them.
  static func of(_ text: String) -> ClaimCue {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return ofWord(text.utf8.span) }
    return text.split(separator: " ").reduce(into: []) { $0.formUnion(ofWord($1.utf8.span)) }
  }

  private static func ofWord(_ word: Span<UInt8>) -> ClaimCue {
    meanings[Int(trie.set(ofUTF8: word))]
  }

  private static let table: [(ClaimCue, String)] = [
    (
      .signing,
      "sign signs signed signing signature signatures signatory initialled initialed conclude concludes concluded concluding conclusion подпис* подпиш* заключен заключена заключено заключили заключил заключила заключат заключить заключил подпишут парафир* podpis* podpisz* parafow* zawarto zawarli zawarła zawrą zawrze zawarta zawarty zawarcie падпіс* подпіс* падпіш* парафав* заключыл* підпис* підпиш* укладе укладено уклали укладуть укладення укладен* заключенн* zawart* парафув* unterzeichn* unterschr* unterschrieben schloss schlossen abgeschlossen abschließen abschluss paraph* pasiraš* parašus sudaryt* sudarė parafuo* parafav*"
    ),
    (
      .inForce,
      "force effect effective valid validity lapse lapses lapsed expire expires expired expiry apply applies applicable в_силу силу вступ* вступает действует действуют действовал* действовать действие действию действующ* истек* истеч* утрат* życie obowiązuj* obowiązyw* wygas* ważn* wejdzie weszł* моц сілу дзейніч* дзейнасц дзейнічаў чинност* чинності чинна чинний чинне чинні чинність діє діють діятим* діяв діяла діяли kraft gilt gelten galt gültig* ausläuft auslaufen läuft wirksam upływ* сплива* сплин* zapada* įsigalio* galio* galiojim* nustos"
    ),
    (
      .event,
      "exercise exercises drill drills summit meet meets met meeting session visit visits talks ratif* conference election* учени* саммит* встреч* встретят* заседани* собер* состо* визит* ратифи* выбор* пройд* прошл* прошел прошёл ćwicze* manewr* szczyt* spotk* posiedzeni* wizyt* odbę* odby* ratyfik* вучэнн* саміт* сустрэ* пасядж* адбуд* адбы* візіт* ратыфік* пройд* прайшл* навчан* саміт* зустріч* зустрін* засідан* відбуд* відбу* візит* ратифік* пройд* übung* manöver* gipfel* treff* trifft traf sitzung* besuch* tagt ratifiz* pratyb* susitik* susitiks vizit* posėd* vyks vyko ratifikuo* ends ended zakończ* referendum* forum* congress референдум* форум* съезд* переговор* konferenc* negocjac* rozmow* referend* канферэнц* перамов* рэферэндум* форум* конференц* перемовин* переговор* референдум* konferenz* verhandl* gespräch* konferencij* deryb* referendum*"
    ),
    (
      .lasting,
      "last lasts lasted continue continues continued продл* продолж* длит* длят* займут займет potrwa* trwa* працягн* доўж* працягва* трив* продовж* dauer* andauer* truks* tęsis tęsiasi tęsėsi tęsiama tęsiamos tęsti останется останутся залишиться išliks liks trunka проводит проводят prowadzi prowadzą ладзіць ладзяць праводзіць праводзяць проводить проводять rengia abhalten hält stay stays пробуд* pozostan* застанец* застануц* залишат* bleiben bleibt pasiliks"
    ),
    (
      .moved,
      "moved stretched stretches postponement postponements postponed postpone postpones delayed delay shifted pushed rescheduled deferred put_off перенес* перенос* отлож* отклад* сдвин* сдвига* продлен* przesun* przełoż* odło* opóźni* перанес* перанясе перанясуць перанос* адклад* адкла* адтэрмін* відкла* відстроч* перенос* зсун* verschob* verschieb* verleg* vertag* hinausgezög* atidė* atidėt* perkel* nukel* nukėl* перенесли продлил* продлят extended slipped slips slip move moves moving shift shifts shifting defer defers deferring prolong* extend extends extending reschedule reschedules postponing delays delaying перенос* перенесет перенести отсроч* продлев* przenie* przenos* odracza* odsun* wydłuż* przedłuż* opóźn* przekłada* przełoż* перанос* адтэрм* падоўж* зрух* зруш* адсун* перенос* відтерм* подовж* відсун* verläng* aufgesch* aufschieb* hinausgesch* hinausz* verlegt* pratęs* nustum* pavėl* odroczon* odrocz*"
    ),
    (
      .negation,
      "not no never neither nor without blocked failed missed cannot не нет ни никогда без сорван* сорвал* провал* сорвали nie bez nigdy żaden żadn* не няма ніколі нічога ні немає не ні жодн* сорвано зірва* nicht kein keine keinen keiner nie ohne gescheitert scheiterte ne nebus nėra niekada nepavyk* neįvyko nepasiraš* neįsigal*"
    ),
    (
      .hedge,
      "may might could possibly perhaps probably likely expected reportedly может могут возможно вероятно должно_быть предположительно może mogą możliwe prawdopodobnie być_może можа могуць магчыма верагодна може можуть можливо ймовірно könnte könnten möglicherweise vielleicht wohl dürfte wahrscheinlich gali galėtų galbūt tikriausiai"
    ),
    (
      .hope,
      "hope hopes hoped expect expects expected intend intends plan plans wants aims надеет* надеют* рассчит* ожида* намерен* планир* хотят хочет ma_nadzieję oczekuj* planuj* zamierz* liczy спадзя* чака* плану* разлічва* сподіва* очіку* плану* hofft hoffen erwart* plant planen will wollen strebt tikisi tikimasi ketina planuoja siekia"
    ),
    (
      .intent,
      "planned scheduled slated foreseen намечен* намечал* запланир* planowan* zaplanowan* przewidzian* запланав* намечан* заплан* передбач* vorgesehen vorgesehene vorgesehenen geplant geplante geplanten angesetzt promised pledged promise promises aussicht обещ* обіця* абяц* obieca* zapowied* zapowiad* verspr* zugesagt angekündigt žadėt* žadėj* pažad* numatyt* suplanuot* planuot*"
    ),
    (
      .observance,
      "mark marks marked отмеча* отмети* адзнача* адзначы* відзнача* відзначи* begeht minima minimi minimas minimos minės minėjo"
    ),
    (
      .anniversary,
      "anniversary commemorat* celebrates celebrated celebrate исполнилось исполнится исполняется споўніл* споўніцц* виповнил* виповнюєт* годовщин* празднов* праздну* юбиле* rocznic* obchodz* święt* гадавін* угодк* святку* річниц* святку* jahrestag* feiert feiern begehen feierte feierten gedenk* švęn* sukakt* metin* šven* летие летия летию годдзе годдзя річчя lecie lecia юбіле* ювіле* jubile* jubilä* jubiliej*"
    ),
  ]

  private static let atoms: [(Lexicon.Atom, ClaimCue)] = table.flatMap { cue, words in
    words.split(separator: " ").filter { !$0.contains("_") }.map { (Lexicon.Atom($0), cue) }
  }
  private static let lexicon = Lexicon(atoms.map(\.0))
  private static let trie = lexicon.trie
  /// By the lexicon's sets.
  private static let meanings = lexicon.sets.map { set in
    set.reduce(into: ClaimCue()) { $0.formUnion(atoms[Int($1)].1) }
  }
}
