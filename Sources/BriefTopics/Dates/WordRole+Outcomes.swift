/// Words that say whether something came about, is only wanted, or is off.
extension WordRole {
  /// Wants, asks for or proposes something.
  static let proposing = WordRole(rawValue: 1 << 43)
  /// Settles it: `agreed`, `решили`.
  static let deciding = WordRole(rawValue: 1 << 44)
  /// Opens a condition: `if`.
  static let condition = WordRole(rawValue: 1 << 54)
  /// Leaves open, with a verb behind it: `may have signed`, `готовились подписать`.
  static let intending = WordRole(rawValue: 1 << 55)
  /// Leaves the whole clause open: `probably`.
  static let perhaps = WordRole(rawValue: 1 << 56)
  /// `nearly`.
  static let nearly = WordRole(rawValue: 1 << 57)
  static let cancelling = WordRole(rawValue: 1 << 58)
  static let suspending = WordRole(rawValue: 1 << 59)
  /// Puts off, and nothing else: what is extended is not.
  static let puttingOff = WordRole(rawValue: 1 << 60)
  /// Until nobody knows when.
  static let endlessly = WordRole(rawValue: 1 << 61)
  /// What can be called off: a launch, a signing, an exercise.
  static let undertaking = WordRole(rawValue: 1 << 62)
  /// `managed to`: what stands behind it came about.
  static let achieving = WordRole(rawValue: 1 << 63)

  static let outcomeWords: [(WordRole, String)] = [
    (
      .proposing,
      "propose* proposing proposal* suggest* ask asks asked asking request* demand* urge* want wants "
        + "wanted wish* seek* sought call calls called calling consider* discuss* debat* mull* weigh* "
        + "recommend* advocat* lobb* plead* favour* favor* insist* press* push* "
        + "планиру* плануе* планує* planuj* plant planen planuoj* "
        + "предложи* предлага* предлож* попроси* просит просят просил* просьб* потреб* требу* призва* "
        + "призыв* хочет хотят хотел* добива* выступа* выступил* рассматрива* обсуж* обсуд* намере* "
        + "рекоменд* настаива* настоя* инициатив* "
        + "propon* zapropon* propozycj* prosi prosza prosil* poprosi* zada zadal* zadaj* zazada* wezwa* "
        + "wzywa* chce chca chcial* apel* domaga* rozwaza* omawia* omowi* postul* rekomend* zamierza* "
        + "wnios* "
        + "прапан* просіць просяць прасіл* папрас* патрабу* запатраб* заклік* хоча хочуць хацел* дамага* "
        + "разгляда* абмярк* абмяркоу* рэкаменд* настойва* ініцыятыв* "
        + "пропону* запропон* пропоз* просить просять просив просила просили попрос* вимага* заклик* хоче "
        + "хочуть хотів хотіла хотіли домага* розгляда* обговор* наполяга* ініціатив* "
        + "schlug schlagt schlagen vorgeschlag* vorschlag* bat baten bittet bitten gebeten forder* "
        + "verlang* will wollen wollte wollten mochte mochten erwag* pladier* empfiehlt empfahl* regt "
        + "regte* drangt drangte* beantragt* appell* wunsch* "
        + "siulo siule siulym* pasiul* praso prase papras* prasym* reikalau* reikalav* parag* ragin* "
        + "kviec* kviet* nori norejo noretu svarst* siek* rekomend*"
    ),
    (
      .deciding,
      "agree agrees agreed agreeing decide* decision* resolve* approv* order* accepted adopted backed "
        + "решил* решен* договорил* соглас* утверд* постанов* одобр* принят* "
        + "zdecyd* postanow* uzgodn* zgodz* uchwal* zatwierdz* przyjet* "
        + "вырашы* выраша* дамовіл* пагадз* узгадн* зацвердз* ухвал* прынят* "
        + "виріши* вирішен* домовил* погоди* узгоди* затверд* схвал* ухвал* прийнят* "
        + "beschl* beschloss* einigt* geeinigt vereinbart* entschied* gebilligt* angenommen* zugestimmt* "
        + "nusprend* nuspr* susitar* nutar* sutar* patvirt* pritar*"
    ),
    (
      .condition,
      "if unless whether если jesli jezeli gdyby калі якщо якби wenn falls sofern jei jeigu"
    ),
    (
      .intending,
      "may might could should would will shall must intend* hope hopes hoped hoping plan plans planned "
        + "planning want wants wanted wish* try tries tried trying attempt* seek* sought aim aims aimed "
        + "ready prepared preparing prepare* expected unable close about going due set supposed meant "
        + "мог могла могло могли может могут должен должна должно должны собира* готов* пыта* попыта* "
        + "намер* планир* надея* рассчитыва* хотел* хочет хотят ожида* предстоя* стреми* обещал* "
        + "mogl* moze moga mial* maja powinn* gotow* probow* sprobow* zamierz* planow* liczy* chcia* chce "
        + "chca szykow* przygotowyw* oczekiw* obieca* "
        + "мог магла маглі можа могуць павінен павінна павінны збіра* рыхтава* гатов* спрабав* "
        + "паспрабав* намер* планава* спадзява* хацел* хоча хочуць чака* абяца* "
        + "міг могла могли може можуть повинен повинна повинні мав мали мала збира* готув* готов* "
        + "намага* спробув* планува* сподіва* хотіл* хотів хоче хочуть очіку* обіця* "
        + "sollt* wollt* konnt* durft* musst* soll sollen will wollen kann konnen wird werden versucht* "
        + "bereit hofft* plant* beabsichtig* "
        + "galejo gali galetu turejo turi ketin* planav* planuo* bande megin* tikejosi norejo noretu "
        + "pasireng* ruos*"
    ),
    (
      .perhaps,
      "possibly perhaps maybe probably likely allegedly возможно вероятно предположительно наверное "
        + "якобы mozliwe prawdopodobnie rzekomo магчыма верагодна нібыта можливо імовірно ймовірно "
        + "нібито moglicherweise vielleicht wahrscheinlich angeblich galbut tikriausiai neva"
    ),
    (
      .nearly,
      "nearly almost почти чуть prawie omal niemal амаль ледзь майже ледь fast beinahe beveik vos"
    ),
    (
      .cancelling,
      "cancel* scrapped scraps scrap abandon* annul* axed "
        + "отменен* отменил* отмена отмену отмены отмене отменя* аннулир* "
        + "odwolan* odwolal* odwolu* anulow* uniewazn* "
        + "адменен* адмяніл* адмена адмену адмены скасаван* скасавал* ануля* "
        + "скасован* скасувал* скасував скасуван* відмінен* відмінил* відмінив анульов* "
        + "abgesagt* absage* annullier* gestrichen* "
        + "atsaukt* atsauke atsaukia atsaukim* panaikint* panaikino"
    ),
    (
      .suspending,
      "frozen freeze freezes froze freezing suspend* suspension shelved paused "
        + "заморож* заморозил* замораж* приостанов* приостанав* "
        + "zamroz* zamraz* zawieszon* zawiesil* zawiesza* zawieszen* wstrzym* "
        + "замарож* замарозі* прыпын* "
        + "заморож* заморозил* заморозив призупин* "
        + "eingefror* ausgesetzt* aussetzung "
        + "isaldyt* isalde sustabdyt* sustabd* pristabd*"
    ),
    (
      .puttingOff,
      "postponed postponement delayed deferred "
        + "отложен* отложил* отсроч* перенес* перенос* odlozon* odlozyl* odroczon* odroczyl* przesuniet* "
        + "przesunel* przelozon* адклад* адклал* адтэрмін* перанес* перанос* відклад* відклал* відстроч* "
        + "перенес* verschoben vertagt aufgeschoben atideta atidetas atidetos atidejo nukelta nukeltas nukelti "
        + "nukele perkelta perkeltas"
    ),
    (
      .endlessly,
      "indefinitely indefinite неопредел* бессрочн* nieokreslon* bezterminow* нявызнач* бестэрмінов* "
        + "невизнач* безстроков* unbestimmt* neribot* neapibrezt*"
    ),
    (
      .undertaking,
      "launch* start* signing signature introduction opening plan plans project* merger exercise* drill* "
        + "summit* meeting* session* visit* talks implementation integration construction deployment "
        + "unification transition creation "
        + "запуск* старт* подписани* введени* создани* открыти* план плана планы планов проект* учени* "
        + "саммит* встреч* заседани* визит* переговор* строительств* размещени* объединени* переход* "
        + "интеграц* внедрени* "
        + "uruchomieni* start* podpisani* wprowadzeni* utworzeni* otwarci* plan planu plany planow projekt* "
        + "cwicze* szczyt* spotkani* posiedzeni* wizyt* rozmow* budow* rozmieszczeni* integracj* przejsci* "
        + "polaczeni* "
        + "запуск* старт* падпісанн* увядзенн* стварэнн* адкрыцц* план плана планы планау праект* вучэнн* "
        + "саміт* сустрэч* пасяджэнн* візіт* перамов* будауніцтв* размяшчэнн* аб'яднанн* пераход* "
        + "інтэграц* "
        + "запуск* старт* підписанн* запровадженн* створенн* відкритт* план плану плани планів проєкт* "
        + "навчан* саміт* зустріч* засіданн* візит* переговор* будівництв* розміщенн* об'єднанн* перех* "
        + "інтеграц* "
        + "start* unterzeichnung* einfuhrung* schaffung* eroffnung* plan plane planen projekt* ubung* "
        + "gipfel* treffen sitzung* besuch* gesprach* verhandlung* bau stationierung* integration* "
        + "ubergang* zusammenschluss* "
        + "paleidim* startas pasirasym* ivedim* sukurim* atidarym* planas plano planai planus projekt* "
        + "pratyb* virsunes susitikim* posed* vizit* deryb* statyb* dislokavim* integracij* perejim*"
    ),
    (
      .achieving,
      "manage* succeed* удалось смогл* сумел* zdola* udalo удалося здолел* змагл* вдалося зуміл* змогл* "
        + "gelang* pavyko"
    ),
  ]
}
