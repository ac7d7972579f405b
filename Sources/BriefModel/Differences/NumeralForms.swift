/// Numerals in the forms that inflection gives them, by their beginnings and endings.
enum NumeralForms {
  /// The word is a numeral that begins, or in German ends, as few other words do.
  static func contains(_ word: String) -> Bool {
    beginnings.fit(word) || tens.fit(word)
  }

  /// German numbers above twenty: `achtundzwanzig`.
  private static let tens = WordEndings(
    "undzwanzig unddreißig undvierzig undfünfzig undsechzig undsiebzig undachtzig undneunzig")

  /// From eleven up, fractions, and how many times as much.
  private static let beginnings = WordBeginnings(
    """
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twofold threefold fourfold
    fivefold tenfold doubl tripl quadrupl trzynaści czternaści piętnaści szesnaści siedemnaści
    osiemnaści dziewiętnaści czterem setn jedenast dwanaści dwunast trzynast czternast piętnast
    szesnast siedemnast osiemnast dziewiętnast dwudziest trzydzie czterdzie pięćdziesi sześćdziesi
    siedemdziesi osiemdziesi dziewięćdziesi dwieście dwustu trzyst czteryst pięćset pięciuset
    sześćset siedemset osiemset dziewięćset dwukrotn trzykrotn czterokrotn pięciokrotn
    dziesięciokrotn półtor podwój podwoi podwaja potrój potroi potraja ćwierć полсотн полтысяч
    сороков одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат
    девятнадцат двадцат тридцат пятьдесят пятидесят шестьдесят шестидесят семьдесят семидесят
    восемьдесят восьмидесят девяност двухсот двумст трёхсот трехсот четырёхсот четырехсот четырест
    пятисот шестисот семисот восьмисот девятисот шестьсот семьсот восемьсот девятьсот двукратн
    двухкратн трёхкратн трехкратн пятикратн десятикратн вдвое втрое вчетверо впятеро вшестеро
    вдесятеро полтор полутор удвои удваи утрои утраи васямнаццац васямнаццат сарака пяцідзес
    шасцідзес сямідзес васьмідзес адзінаццац адзінаццат дванаццац дванаццат трынаццац трынаццат
    чатырнаццац пятнаццац шаснаццац семнаццац васемнаццац дзевятнаццац дваццац дваццат трыццац
    трыццат пяцьдзясят пяцьдзесят шэсцьдзясят шэсцьдзесят семдзесят восемдзесят дзевяност дзвесце
    двухсот трыста чатырыста пяцьсот удвая ўдвая утрая ўтрая учацвёра паўтар падвоі патроі чвэрць
    чвэрці сімсот вісімсот семисот восьмисот вісьмо вісьма десятьо трьохсот ятисот шестисот
    двадцятьо тридцятьо одинадцят дванадцят тринадцят чотирнадцят ятнадцят шістнадцят сімнадцят
    вісімнадцят двадцят тридцят ятдесят шістдесят сімдесят вісімдесят яност двісті двохсот трист
    чотирист ятсот шістсот удвічі вдвічі утричі втричі учетверо вчетверо ятеро дворазов триразов
    півтор подвої потрої третин чверт dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig doppelt dreifach
    vierfach fünffach zehnfach zweimal dreimal viermal anderthalb eineinhalb zweieinhalb drittel
    fünftel verdoppel verdreifach vervierfach halbier zweitausend dreitausend viertausend
    fünftausend zwölftausend fünfzehntausend fünfzigtausend hundertfünf hundertzwan hundertst
    tausendst zweihundert dreihundert vierhundert fünfhundert sechshundert siebenhundert
    achthundert neunhundert zehntausend hunderttausend zwanzigtausend dreißigtausend vienuolik
    dvylik trylik keturiolik penkiolik šešiolik septyniolik aštuoniolik devyniolik dvidešimt
    trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt
    devyniasdešimt dvigub trigub keturgub penkiagub dukart triskart keturiskart pusantr trečdal
    ketvirtadal penktadal dešimtadal padvigub patrigub
    """
  )

  /// Ordinals, and the numerals that are short: each beginning with each of its endings.
  static let ordinals: [String] = inflected([
    (
      "перв втор четверт четвёрт пят шест седьм восьм девят десят",
      "ый ой ая ое ые ого ому ым ом ую ых ыми"
    ),
    ("трет", "ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими"),
    (
      "перш друг чацвёрт чацверт пят шост сём восьм дзявят дзясят",
      "ы ая ае ыя ага аму ым ой ую ых ымі і ога ому ий а у е"
    ),
    ("трэц", "і яя яе ія яга яму ім яй юю іх імі"),
    ("перш друг четверт шост сьом восьм десят ят", "ий а е і ого ому им ій ої у их ими"),
    ("трет", "ій я є і ього ьому ім ьої ю іх іми"),
    (
      "pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt setn",
      "y a e ego emu ym ej ą ych ymi i ie im ich imi iego iemu iej ia ią"
    ),
    ("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft", "e en er es em"),
    (
      "pirm antr treč ketvirt penkt šešt septint aštunt devint dešimt",
      """
      as a ą o os ai am ame oje asis oji ąjį ąją ojo osios ių ius ia ią io ios iasis ioji iąjį iąją \
      uosius ųjų ajam ajame iajam iajame
      """
    ),
    ("eleven twelf thirteen fourteen fifteen sixteen seventeen eighteen nineteen", "th"),
  ])

  /// Lithuanian cardinals in all genders and cases.
  static let cardinals: [String] = inflected([
    ("keturi penki šeši septyni aštuoni devyni", "os as ų us s ems oms ais omis uose ose a"),
    (
      "dvej trej ketver penker šešer septyner aštuoner devyner",
      "i ių iems ius iais ios ias ioms iose"
    ),
    ("dv", "i iem iems iejų iejuose iem"),
  ])

  /// What counts people, how often something was, and cases of small numbers.
  static let others = """
    двум трём четырём сороковой сотый сотая сотое сотого сотой соты сотага сотий сота соте dwom
    dwaj trzej czterej dwiema stoma dwojgiem trojgiem двума двумя trejus trejų trejiems ketverius
    ketverių ketveri penkerius penkerių penkeri trejetas penketas penketą dešimtį šimto šimtui
    šimtas šimtasis šimtoji šimtąjį twelve once thrice thirds quarters fifths tenths halves
    twentieth thirtieth двое двоих двоим двоими трое троих троим четверо четверых пятеро пятерых
    шестеро шестерых семеро семерых восьмеро восьмерых девятеро девятерых десятеро десятерых дважды
    трижды пятью шестью семью восемью девятью десятью треть трети третью четверть четверти двумя
    тремя четырьмя сямёх дзевяцёх васьмёх шасцёх пяцёх чацвярых дзесяцёх пяцьсот шэсцьсот семсот
    восемсот дзевяцьсот двое траіх трое чацвёра пяцёра двойчы тройчы дзвюх дзвюма трыма чатырма
    пяццю шасцю сямю трэць двох двом двома трьом трьома чотирьох чотирма ять яти ятьох ятьма
    шістьох сімох восьми двоє троє четверо двічі тричі dwoje dwojga dwojgu troje trojga czworo
    czworga pięcioro sześcioro sześcioma siedmioma ośmioma pięcioma dwóm trzem czterem obu dreier
    zweier vierer viertel halbe halben vieno vienos vienai dviem dvejų dvejus trims keturiems
    penkiems šešių šešis šešiems septynių septynis septyniems aštuonių aštuonis aštuoniems devynių
    devynis devyniems dešimties dešimtis šimtai šimtų šimtus
    """
}
