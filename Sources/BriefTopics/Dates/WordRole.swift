/// What a word beside a date says of it, of the seven languages together.
struct WordRole: OptionSet, Sendable {
  let rawValue: UInt64

  /// In force already: `чинний`.
  static let standing = WordRole(rawValue: 1 << 0)
  /// A term that a date behind it states.
  static let deadline = WordRole(rawValue: 1 << 1)
  /// Planned, said behind the date.
  static let planBehind = WordRole(rawValue: 1 << 2)
  /// Planned, said in front of the date.
  static let plan = WordRole(rawValue: 1 << 3)
  /// What happened and is dated like a document.
  static let act = WordRole(rawValue: 1 << 4)
  /// Elections.
  static let election = WordRole(rawValue: 1 << 5)
  /// A doubt.
  static let doubt = WordRole(rawValue: 1 << 6)
  /// A word of denial.
  static let denial = WordRole(rawValue: 1 << 7)
  /// A verb of what is in force or at work.
  static let present = WordRole(rawValue: 1 << 8)
  /// A word of speaking.
  static let speech = WordRole(rawValue: 1 << 9)
  /// A day that is kept.
  static let dayKept = WordRole(rawValue: 1 << 10)
  /// Was expected.
  static let expectation = WordRole(rawValue: 1 << 11)
  /// A term that passed.
  static let term = WordRole(rawValue: 1 << 12)
  /// A verb of ending.
  static let ending = WordRole(rawValue: 1 << 13)
  /// Validity, whose end is no term.
  static let validity = WordRole(rawValue: 1 << 14)
  /// A term, where it ends.
  static let termNoun = WordRole(rawValue: 1 << 15)
  /// A terminal, which begins like one.
  static let terminal = WordRole(rawValue: 1 << 16)
  /// A signing.
  static let signingNoun = WordRole(rawValue: 1 << 17)
  /// A verb of what is foretold.
  static let forecast = WordRole(rawValue: 1 << 18)
  /// May, could.
  static let chance = WordRole(rawValue: 1 << 19)
  /// Must.
  static let must = WordRole(rawValue: 1 << 20)
  /// A participle of planning.
  static let planning = WordRole(rawValue: 1 << 21)
  /// Stays as it is.
  static let remaining = WordRole(rawValue: 1 << 22)
  /// A price.
  static let price = WordRole(rawValue: 1 << 23)
  /// Ratifies.
  static let ratification = WordRole(rawValue: 1 << 24)
  /// How often.
  static let repetition = WordRole(rawValue: 1 << 25)
  /// `чтобы`: a past form behind it is none.
  static let purpose = WordRole(rawValue: 1 << 26)
  /// `бы`: a past form beside it is none.
  static let conditional = WordRole(rawValue: 1 << 27)
  /// Told somebody to do something.
  static let order = WordRole(rawValue: 1 << 28)
  /// And, but.
  static let joint = WordRole(rawValue: 1 << 29)

  /// To expect.
  static let expecting = WordRole(rawValue: 1 << 30)

  /// - Parameter text: folded.
  static func of(_ text: String) -> WordRole { table[text] }

  private static let table = WordTable<WordRole>(
    (words + statementWords + outcomeWords).flatMap { role, words in
      words.split(separator: " ").map { (String($0), role) }
    })

  private static let words: [(WordRole, String)] = [
    (
      .standing,
      "чинний* чинна* чинне* чинні* действующ* дзеючы* дзеюч* obowiazujac* geltend* "
        + "galiojant*"
    ),
    (
      .deadline,
      "termin* срок* дедлайн* тэрмін* термін* строк* frist* deadline* target*"
    ),
    (
      .planBehind,
      "pazadet* zadet* numatyt* planuot* suplanuot* versprochen* geplant* vorgesehen* "
        + "zugesagt*"
    ),
    (
      .plan,
      "announced* scheduled* slated* foreseen* zapowiadan* zapowiedzian* wyznaczon* "
        + "намеченн* назначенн* запланированн* обещанн* запланаван* прызначан* абяцан* "
        + "запланован* призначен* обіцян* angekundigt* vorgesehen* numatyt* planuot* suplanuot* "
        + "zadet* обещанны* абяцаны* обіцяні* obiecan*"
    ),
    (
      .act,
      "meuterei* putsch* aufstand* einmarsch* uberfall* мятеж* бунт* вторжени* путч* переворот* bunt* "
        + "inwazj* puczu przewrot* мяцеж* уварванн* пераварот* заколот* вторгненн* maist* isiverzim* "
        + "szturm* atak* zamach* incydent* prowokacj* aresztowan* штурм* атака* теракт* "
        + "инцидент* сутычк* інцидэнт* інцидент* sturm* angriff* vorfall*"
    ),
    (
      .election,
      "wybor* выбор* выбар* вибор* wahl* rinkim*"
    ),
    (
      .doubt,
      "doubt* сомнева* watpi* сумнява* сумніва* bezweif* zweife* abejo*"
    ),
    (
      .denial,
      "not no nor neither never nobody none nie zaden zadna zadnego nikt nicht kein keine "
        + "keinen niemand не ни ні никто ніхто жодного жодна жоден ne joks jokia nebus niekas"
    ),
    (
      .present,
      "ездят* ходят* возят* живут* служат* дежурят* учатся* летают* ездзяць* ходзяць* возяць* жывуць* служаць* вучацца* їздять* ходять* возять* живуть* служать* вчаться* чергують* jezdz* woza* sluza* dyzuruj* ucza* mieszka* dirba* taiko* moka* keiciasi* vaziuoja* naudojasi* gauna* tarnauja* budi* действу* obowiazuj* дзейніча* діє* діють* чинн* galioja* gilt* gelten* appl* "
        + "работает* працуе* працює* dziala* veikia*"
    ),
    (
      .speech,
      "speak* spoke* talk* речь* речи* говор* упомина* mowa* mowi* mowio* гаворк* гавар* "
        + "мова* йдеться* йшлося* ішлося* rede* sprach* sprech* sprich* kalb*"
    ),
    (
      .dayKept,
      "day* день* дня* дню днем дзень* дзён* дню dzien* dnia dniu tag* diena* dieną"
    ),
    (
      .expectation,
      "ожидал* oczekiwal* очікував* очікувал* erwartete* tikejosi*"
    ),
    (
      .term,
      "termin* срок* тэрмін* термін* строк* frist* deadline*"
    ),
    (
      .ending,
      "истек* истеч* вышел* выйдет* сплив* сплин* збіг* uplyw* uplyn* mija* minie* minal* "
        + "verstr* ablauf* abgelauf* lauft* lief* expire* lapse* passes* passed* baigi* baige* "
        + "pasibaig* мінае* мінуу* скончыу* скончыц* минув* минає* закінч* endet* "
        + "ends ended заканчив* закончит* заканчва* konczy* skonczy* baigsis pasibaigs"
    ),
    (
      .validity,
      "действ* дзеян* дії* чинн* wazn* obowiaz* gultig* galioj*"
    ),
    (
      .termNoun,
      "срок* дедлайн* тэрмін* термін* строк* termin* frist* stichtag* deadline*"
    ),
    (
      .terminal,
      "terminal* термінал* тэрмінал*"
    ),
    (
      .signingNoun,
      "signing* signature* подписание* подписания* подписанию* подписанием* podpisani* "
        + "падпісанн* підписанн* unterzeichnung* pasirasym* парафир* парафув*"
    ),
    (
      .forecast,
      "double* grow* shrink* вырастет* вырастут* возрастет* возрастут* удвоит* сократится* "
        + "упадет* упадут* снизится* сползет* маловероят* вырасце* узрасце* падвоіц* скароціц* "
        + "малаверагод* зросте* зросту* подвоїть* скоротить* малоймовірн* wzrosn* wzrosni* "
        + "podwo* spadni* zmaleje* verdoppel* steig* wachs* sink* padideti* pasieks* reach* "
        + "достигн* дасягне* досягне* osiagn* erreich* padides* isaug* dvigub* sumazes* "
        + "unlikely*"
    ),
    (
      .expecting,
      "expected ожидать ждать spodziewac oczekiwac чакаць спадзявацца очікувати чекати сподіватися "
        + "erwarten rechnen tiketis"
    ),
    (
      .chance,
      "may might could могут может могуць можа можуть може moga moze konnte konnten durfte "
        + "durften galetu gali"
    ),
    (
      .must,
      "must shall должен должна должно должны musi musza мусіць мусяць має мають muss "
        + "mussen turi privalo"
    ),
    (
      .planning,
      "planned* scheduled* slated* назначен* намечен* запланир* planowan* zaplanowan* "
        + "przewidz* прызнач* запланав* намечан* признач* заплан* geplant* vorgeseh* angesetzt* "
        + "numatyt* planuot* suplanuot*"
    ),
    (
      .remaining,
      "stay* remain* остан* pozostan* застан* залиш* bleib* liks* isliks* pasiliks*"
    ),
    (
      .price,
      "price* tariff* цена* цены* цену* цене* тариф* cena* ceny* cene* taryf* цана* цэны* "
        + "цану* тарыф* ціна* ціни* ціну* preis* gaspreis* tarif* kaina* kainos*"
    ),
    (
      .ratification,
      "ratif* ratyf* ратиф* ратыф*"
    ),
    (
      .repetition,
      "кажд* кожн* kiekvien* every each jede jeden jeder jedes jedem co kas alle раз once twice"
    ),
    (.purpose, "чтобы чтоб каб щоб aby by zeby"),
    (.conditional, "бы б би"),
    (.joint, "and but и а но i a ale oraz und aber ir bet і й та але"),
    (
      .order,
      "instructed ordered told asked tasked obliged поручил* обязал* polecil* nakazal* zobowiazal* "
        + "даручы* абавяза* доруч* зобовяза* beauftragte* paved* ipareigoj*"
    ),
  ]
}
