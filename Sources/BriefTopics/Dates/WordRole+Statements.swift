/// Words that say of a statement whether it holds.
extension WordRole {
  /// Says that a statement is not so: `denies`, `опроверг`.
  static let refuting = WordRole(rawValue: 1 << 32)
  /// Turns a report, a plan or a demand down.
  static let rejecting = WordRole(rawValue: 1 << 33)
  /// `refused to`.
  static let refusing = WordRole(rawValue: 1 << 34)
  static let fearing = WordRole(rawValue: 1 << 35)
  /// `untrue`.
  static let untrue = WordRole(rawValue: 1 << 36)
  /// `true`; with a "not" it is none.
  static let truth = WordRole(rawValue: 1 << 37)
  /// What states something: `reports`, `слухи`.
  static let report = WordRole(rawValue: 1 << 38)
  /// What wants something: `proposal`, `план`.
  static let proposal = WordRole(rawValue: 1 << 39)
  /// Opens a statement that is reported: `that`, `что`.
  static let that = WordRole(rawValue: 1 << 40)
  static let saying = WordRole(rawValue: 1 << 41)
  /// Opens what is set against it: `but`.
  static let contrast = WordRole(rawValue: 1 << 42)

  /// Says what something costs.
  static let costing = WordRole(rawValue: 1 << 50)
  /// A currency.
  static let money = WordRole(rawValue: 1 << 51)

  /// A document that reaches so many years ahead.
  static let paper = WordRole(rawValue: 1 << 52)
  /// What is valid for a time.
  static let treaty = WordRole(rawValue: 1 << 53)

  static let statementWords: [(WordRole, String)] = [
    (
      .refuting,
      "deny denies denied denying denial denials refute* rebut* disclaim* опроверг* опроверж* "
        + "отрица* исключил исключила исключили исключает исключают zaprzecz* dementuj* "
        + "zdementow* wyklucza wykluczaja wykluczyl* dementier* bestreit* bestritt* leugne* "
        + "спросту* запереч* виключив виключила виключили виключає виключають абверг* абвярг* "
        + "запярэч* адмауляе адмауляюць выключыу выключыла выключылі paneig* neigia neige "
        + "neigiama"
    ),
    (
      .rejecting,
      "reject rejects rejected rejecting dismiss dismisses dismissed dismissing отверг* "
        + "odrzuc* zuruckgewiesen zuruckweis* weist weisen wies wiesen lehnt lehnen lehnte lehnten "
        + "abgelehnt відкину* відкида* відхил* адхіл* адкіну* atmet*"
    ),
    (
      .refusing,
      "refuse refuses refused refusing отказал* отказыва* odmowi* odmawia* weiger* verweiger* "
        + "відмови* відмовля* адмов* адмауляецца адмауляюцца atsisak*"
    ),
    (
      .fearing,
      "fear fears feared fearing afraid worry worries worried опасает* опасают* опасал* опасени* "
        + "боится боятся obawia* obawy obawa obaw obawe boi boja befurcht* побоює* побоюют* "
        + "побоюют* побоюв* боїться бояться асцераг* апасае* апасаюц* баіцца баяцца nuogastau* "
        + "baimin* bijo"
    ),
    (
      .untrue,
      "untrue false falsehood unfounded baseless fabricated lie неправд* ложь ложн* фейк* "
        + "недостоверн* выдумк* nieprawd* falszyw* unwahr* falsch* erfunden* хибн* брехн* "
        + "няпрауд* фэйк* хлусн* netiesa netiesos melag*"
    ),
    (
      .truth,
      "true truth соответств* правда правды прауда прауды prawda prawdy stimmt stimmen wahr "
        + "zutrifft zutreffend відповіда* адпавяда* tiesa tiesos"
    ),
    (
      .report,
      "report reports rumour* rumor* claim claims allegation* speculation* suggestion* assertion* "
        + "сообщени* слух* утверждени* информаци* doniesieni* poglosk* plotk* informacj* "
        + "twierdzeni* bericht berichte berichten gerucht* meldung* behauptung* spekulation* "
        + "повідомлен* чутк* чуток тверджен* інформаці* паведамлен* чутак інфармацы* pranesim* "
        + "gandus gandai gandas teigini* spekuliacij*"
    ),
    (
      .proposal,
      "plan plans proposal* idea ideas demand demands request requests call calls план плана "
        + "планы планов предложени* иде* требовани* просьб* plany planu planow propozycj* pomysl "
        + "pomyslu zadani* vorschlag* plane planen forderung* плани планів пропозиці* вимог* "
        + "прапанов* патрабаван* планау planus plana pasiulym* idej* reikalavim*"
    ),
    (.that, "that что будто якобы ze iz jakoby dass wonach що што kad jog"),
    (
      .saying,
      "said says saying added adds adding told announced announces announcing affirms affirmed "
        + "assures assured confirms confirmed pledges promises insisted insists insisting заявил* "
        + "заявля* заявив сказал* сообщил* добавил* уточнил* powiedzial* dodal* oswiadczyl* "
        + "poinformowal* sagte sagten sagt erklarte erklarten teilte fugte сказау сказала сказалі "
        + "заявіу заявіла заявілі паведаміу паведаміла дадау дадала сказав сказали заявив заявила "
        + "заявили повідомив повідомила додав додала sake pareiske pranese teige pridure сообщает уверяет "
        + "уверяют утверждает утверждают обещает обещают подтверждает zapowiada* zapewnia* "
        + "twierdzi* oglasza potwierdza* kundigt kundigen versichert versichern bestatigt "
        + "заяуляе заяуляюць запэунівае запэуніваюць сцвярджае сцвярджаюць абяцае абяцаюць "
        + "паведамляе заявляє заявляють запевняє запевняють стверджує стверджують обіцяє обіцяють "
        + "повідомляє skelbia tvirtina tikina zada patikina patvirtina"
    ),
    (
      .paper,
      "concept concepts strategy strategies doctrine doctrines концепци* стратеги* доктрин* koncepcj* "
        + "strategi* doktryn* канцэпцы* стратэгі* дактрын* концепці* стратегі* konzept* "
        + "sicherheitskonzept* strategie* doktrin* koncepcij* strategij* doktrin*"
    ),
    (
      .treaty,
      "contract* agreement* treaty licence* license* контракт* договор* соглашени* лицензи* kontrakt* "
        + "umow* licencj* кантракт* дагавор* дамов* пагадненн* ліцэнзі* договір* угод* ліцензі* "
        + "vertrag* gasvertrag* abkommen* lizenz* sutart* susitarim* licencij*"
    ),
    (
      .costing,
      "cost costs amounts стоит стоят составляет составят составит обходится wynosi wyniesie kosztuje "
        + "kosztuja betragt kostet kosten складае складзе каштуе становить складає складе коштує "
        + "siekia sieks kainuoja kainuos sudaro"
    ),
    (
      .money,
      "dollar* доллар* долл долар* далар* dolar* doler* euro* eur евро євро еуро rouble* ruble* рубл* "
        + "rubl* rubel usd"
    ),
    (
      .contrast,
      "but however yet instead while whereas но однако зато а ale lecz natomiast jednak sondern "
        + "aber jedoch doch wahrend але проте натомість однак аднак затое bet taciau o"
    ),
  ]
}
