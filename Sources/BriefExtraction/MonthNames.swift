/// Names of months as publishers of the field print them, in lower case.
///
/// Slavic and Baltic names in the nominative and the genitive (`listopad 2021`, `8 listopada
/// 2021`). The names of one language contradict those of another in places (`listopad` is November
/// in Polish and October in Croatian); the languages that the field writes in win.
enum MonthNames {
  /// 1 to 12; `nil` when the word is no month. `word` is in lower case, without full stops.
  static func month(_ word: some StringProtocol) -> Int? {
    table[String(word)]
  }

  private static let table: [String: Int] = {
    var table: [String: Int] = [:]
    for line in lines {
      for (offset, alternatives) in line.split(separator: " ").enumerated() {
        for name in alternatives.split(separator: "/") where table[String(name)] == nil {
          table[String(name)] = offset + 1
        }
      }
    }
    return table
  }()

  /// Twelve months a line; alternatives between slashes.
  private static let lines = [
    // English
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
      + "september/sept/sep october/oct november/nov december/dec",
    // Polish
    "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec "
      + "lipca/lipiec sierpnia/sierpień września/wrzesień października/październik "
      + "listopada/listopad grudnia/grudzień",
    // German
    "januar/jänner februar märz/maerz april mai juni juli august september oktober/okt november "
      + "dezember/dez",
    // Russian
    "января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль "
      + "августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
    // Ukrainian
    "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень "
      + "липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад "
      + "грудня/грудень",
    // Belarusian
    "студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/травень/траўня/май "
      + "чэрвеня/чэрвень ліпеня/ліпень жніўня/жнівень верасня/верасень кастрычніка/кастрычнік "
      + "лістапада/лістапад снежня/снежань",
    // Lithuanian
    "sausio/sausis vasario/vasaris kovo/kovas balandžio/balandis gegužės/gegužė birželio/birželis "
      + "liepos/liepa rugpjūčio/rugpjūtis rugsėjo/rugsėjis spalio/spalis lapkričio/lapkritis "
      + "gruodžio/gruodis",
    // French
    "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre "
      + "décembre/decembre",
    // Spanish, Italian, Portuguese
    "enero/gennaio/janeiro febrero/febbraio/fevereiro marzo/março abril/aprile mayo/maggio/maio "
      + "junio/giugno/junho julio/luglio/julho agosto septiembre/settembre/setembro "
      + "octubre/ottobre/outubro noviembre/novembre/novembro diciembre/dicembre/dezembro",
    // Czech, Slovak
    "ledna/január/leden února/február/únor března/marca/březen dubna/apríla/duben května/mája/květen "
      + "června/júna/červen července/júla/červenec srpna/augusta/srpen září/septembra "
      + "října/októbra/říjen listopadu/novembra prosince/decembra/prosinec",
    // Dutch, Swedish, Danish
    "januari/januar februari/februar maart/mars/marts april mei/maj juni juli augustus/augusti "
      + "september oktober november december",
    // Latvian, Estonian
    "janvāris/janvārī/jaanuar februāris/veebruar marts/märts aprīlis/aprill maijs/mai jūnijs/juuni "
      + "jūlijs/juuli augusts septembris/september oktobris/oktoober novembris decembris/detsember",
  ]
}
