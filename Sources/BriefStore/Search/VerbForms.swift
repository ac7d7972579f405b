/// Verbs of one kind: from the infinitive, or a form that tells the verb, to all others.
///
/// A long root stands for all that begins with it. A short one would stand for too much: its forms
/// are made, whether the language has them or not, and looked up each.
struct VerbForms {
  /// Ends of infinitives and of forms, the longest first.
  private let ends: [String]
  /// Ends of forms of a short root.
  private let forms: [String]
  /// Letters of a root of which forms are made; with fewer, any word could be one.
  private static let shortestRoot = 3
  private static let longRoot = 5

  /// Its root changes, whatever its length: forms of it alone are looked for.
  private let isIrregular: Bool

  private init(_ ends: String, isIrregular: Bool = false, forms: String) {
    self.isIrregular = isIrregular
    self.ends = Self.words(ends).sorted { $0.utf8.count > $1.utf8.count }
    self.forms = Self.words(forms)
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// - Parameter word: as typed, in lower case.
  static func add(to sought: inout SoughtWord, for word: String) {
    guard !nouns.contains(where: word.hasSuffix) else { return }
    for verb in all {
      guard let end = verb.ends.first(where: word.hasSuffix) else { continue }
      return verb.add(to: &sought, root: String(word.dropLast(end.count)))
    }
  }

  /// Nouns that end as a verb does in the past.
  private static let nouns = words(
    """
    питал анал онал иал рнал ерал гнал минал нтал вокзал вартал квал скандал финал портал еталл
    тыл стил файл рубил апел капитал
    капітал канал журнал сигнал генерал матеріал матэрыял
    устав склад
    kapitał kanał sygnał dział oddział udział wydział podział przedział generał materiał szpital
    """)

  private func add(to sought: inout SoughtWord, root: String) {
    let skeleton = SearchFold.skeleton(root)
    if skeleton.utf8.count >= Self.longRoot, !isIrregular {
      sought.add(skeleton, isBeginning: true)
      for (end, other) in Self.softened where skeleton.hasSuffix(end) {
        sought.add(skeleton.dropLast(end.utf8.count) + other, isBeginning: true)
      }
    } else if root.count >= (isIrregular ? 1 : Self.shortestRoot) {
      for form in forms {
        add(SearchFold.stem(root + form), to: &sought, root: skeleton)
      }
      for (end, other) in Self.softened where !isIrregular && skeleton.hasSuffix(end) {
        let soft = skeleton.dropLast(end.utf8.count) + other
        for form in ["et", "ut", "it", "at", "en", "ene"] { sought.add(soft + form) }
      }
    }
  }

  /// летіти is no лет.
  private func add(_ form: String, to sought: inout SoughtWord, root: String) {
    if root.utf8.count > Self.shortestRoot || form.utf8.count > root.utf8.count {
      sought.add(form, isBeginning: true)
    }
  }

  /// Last letters of roots, and what they are before the first person's ending and in the
  /// imperfective: обсудить, обсуждать; сократить, сокращать; встретить, встречу.
  private static let softened = [
    ("d", "zd"), ("d", "z"), ("st", "s"), ("sk", "s"), ("t", "s"), ("t", "c"), ("k", "c"),
    ("g", "z"),
    ("vl", "v"), ("bl", "b"), ("pl", "p"), ("ml", "m"), ("v", "vl"), ("b", "bl"), ("p", "pl"),
    ("m", "ml"),
  ]

  private static let all = [
    // Of Russian, Ukrainian, Belarusian and Polish, what their simple verbs do with any prefix.
    VerbForms(
      "йти йтись йтися", isIrregular: true,
      forms: "шёл шла шли йдёт йдут шедший ходит ходят ходил йшов йшла йшли йде йдуть ходить"),
    VerbForms(
      "йсці йсціся", isIrregular: true, forms: "йшоў йшла йшлі йдзе йдуць ходзіць ходзяць ходзіў"),
    VerbForms(
      "вести вестись вестися", isIrregular: true,
      forms: """
        вёл вела вели ведёт ведут ведён ведены ведена ведено водит водят водил
        вів ведуть ведено водить водять
        """),
    VerbForms(
      "весці весціся", isIrregular: true,
      forms: "вёў вяла вялі вядзе вядуць ведзены ведзена водзіць водзяць"),
    VerbForms(
      "нести нестись нестися", isIrregular: true,
      forms: "нёс несла несли несёт несут несён несены носит носят ніс несуть носить"),
    VerbForms(
      "мочь", isIrregular: true, forms: "мог могла могли может могут"),
    VerbForms(
      "расти", isIrregular: true, forms: "рос росла росли растёт растут ращён ращено"),
    VerbForms("рости", isIrregular: true, forms: "ріс росла росли росте ростуть рощено"),
    VerbForms("расці", isIrregular: true, forms: "рос расла раслі расце растуць рошчаны"),
    VerbForms(
      "дать даться", isIrregular: true,
      forms: "дал дала дали дан дана даны дано даст дадут даёт дают давал дача"),
    VerbForms(
      "дати датися", isIrregular: true,
      forms: "дав дала дали дано дасть дадуть дає дають давав"),
    VerbForms(
      "нять няться", isIrregular: true,
      forms: "нял няла няли нят нята няты нято нимет нимут ймёт ймут мет мут нимает нимал нятие"),
    VerbForms(
      "няти нятися", isIrregular: true,
      forms: "няв няла няли нято німе німуть йме ймуть має мають ме муть няття"),
    VerbForms(
      "няць няцца", isIrregular: true,
      forms: "няў няла нялі няты нята няты німе німуць ме муць мае маюць няцце"),
    VerbForms(
      "jąć jąc", isIrregular: true, forms: "jął jęła jęli jęto jęty jęcie jmie jmą jmuje jmują"),
    // Russian.
    VerbForms(
      """
      оваться овать еваться евать ываться ывать иваться ивать
      овали овало овала овалось овались овано ованы ована уют ует уются
      """,
      forms: """
        овал овало овали ован овано ованы ование ует уют уем уется уются ующий овавший
        ывал ывает ывают ивал ивает ивают
        """),
    VerbForms(
      """
      аться ать яться ять иться ить еться еть уться уть ыться ыть оться оть
      ал ил ел ыл ял али или ели ыли ялись ались ились елись ылись алось илось лась лся
      ано ено ают яют ает яет ится ится ются утся ятся
      """,
      forms: """
        ал ала али ало ан ано аны ание ил ила или ило ен ено ены ение ел ела ели яли ял ыл ыли ыт ыто
        ит ят ет ют ут им ем ают ает яют яет ивает ивают ывает ывают нет нут
        """),
    // Ukrainian.
    VerbForms(
      """
      уватися увати юватися ювати ували увала ували увалися овано ують ується уються
      """,
      forms: """
        ував увала ували ували ований овано ування ує ують ується уються ував ював ювали ює юють
        """),
    VerbForms(
      """
      атися ати ятися яти итися ити ітися іти їти утися ути отися оти
      ав ив яв ував али или іли яли алися илися ілися алась илась ано ено ають яють аються ються
      """,
      forms: """
        ав ала али ало ано ання ив ила или ило ено ення ів іла іли яв яли ить ять е ють уть имо ають ає
        юються ує ують не нуть
        """),
    // Belarusian.
    VerbForms(
      """
      авацца аваць явацца яваць ывацца ываць івацца іваць авалі авала авалася уюць уе юць
      """,
      forms: "аваў авала авалі аваны аванне уе уюць ую ем уецца уюцца ываў ывае ываюць івае"),
    VerbForms(
      """
      ацца аць яцца яць іцца іць ыцца ыць эцца эць ецца ець уцца уць
      аў іў ыў яў еў алі ілі ылі ялі елі эўся аўся іўся аліся іліся ыліся яліся аюць яюць
      """,
      forms: """
        аў ала алі ана анне іў іла ілі ены ена енне ыў ылі ыла ыты эў элі яў ялі
        іць яць е юць уць аюць ае яюць яе не нуць ецца уцца
        """),
    // Polish.
    VerbForms(
      "nąć", isIrregular: true,
      forms: "nął nęła nęło nęli nięto nięty nie ną nięcie nąłem nij"),
    VerbForms(
      "ować ywać iwać owali owała owano ują uje ywają",
      forms: "ował owała owali owano owany owanie uje ują uję ywał ywa ywają iwa iwają owuje"),
    VerbForms(
      """
      ąć ać ić yć eć ieć awać iać ał ił ył ano ono eli ali ili yli ała iła yła ają
      """,
      forms: """
        ał ała ali ano any anie ił iła ili iono iony ienie ył yła yli yto ęto eli iał ieli eć
        i ią y ą e a ają am aj nie ną iemy
        """),
    // Lithuanian.
    VerbForms(
      """
      uotis uoti autis auti avo uoja auja avosi uojasi
      """,
      forms: "avo avau avę uoja uos uota uotas avimas auja aus auta autas"),
    VerbForms(
      "ėti ėtis ėjo ėjimas", forms: "a ia i ė ėja ėjo ės ėta ėtas ėjimas imas ama ėtų ėdavo"),
    VerbForms(
      "oti otis ojo ojimas", forms: "oja ojo o a os ota otas ojimas ama otų odavo"),
    VerbForms(
      "inti intis enti entis ino inta intas",
      forms: "ina ino ena eno ins ens inta inama inimas imas intų indavo"),
    VerbForms(
      "yti ytis eti auti ti ijo yta ytas",
      forms: """
        a ia o ė ijo i ys ės yta ina ino ins ymas imas ama ta tas tų ytų dė davo
        """),
  ]
}
