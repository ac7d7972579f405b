import BriefStore
import Foundation
import Testing

/// A name finds itself in the spellings of the other languages, whichever it is asked in.
struct NameSpellingsTests {
  /// The spellings of one name, each in a case that its language's texts have; then words that are
  /// others, after a bar.
  private static let names = """
    Гомель Гомеле Гомелі Homlu Gomelį Homiel Homyel гомельский | гомон
    Гродно Гродне Hrodna Grodnie Gardine гродненская | гроза Garten
    Брест Брэсце Brześciu Brest Bresto брестский | бремя breit
    Витебск Віцебску Witebsku Vitebske Viciebsk | вид
    Могилёв Магілёве Могильові Mohylewie Mogilew Mogiliove Mahilioŭ | магия
    Минск Мінску Mińsku Minske минский мінскі | минус
    Островец Астраўцы Ostrowcu Astrave Astravets Ostrovets астравецкая | остров
    Барановичи Баранавічах Baranowiczach Baranowitschi Baranavichy | барьер
    Лида Лідзе Lidzie Lyda лидский | лидер
    Смоленск Смаленску Smoleńsku Smolenske | смола
    Брянск Бранску Briańsku Brjansk Bryansk | бронь
    Калининград Królewcu Karaliaučiuje Königsberg Kaliningrad | калина
    Киев Києва Кіеве Kijowa Kiew Kyiv киевский | кий
    Харьков Харкова Харкаве Charkowie Kharkiv | харч
    Вильнюс Вільні Wilnie Vilniuje Wilna | вилка
    Москва Маскве Москві Moskwie Moskau Maskvoje Moscow московский | москит
    Лукашенко Лукашэнкі Łukaszenki Lukaschenko Lukašenkos Lukashenka | лук
    Путин Пуціна Путіна Putina Putinas Putinui | пусть
    Лавров Лаўрова Ławrowa Lawrow Lavrovas | лаура
    Мезенцев Мезенцава Miezencewa Mesenzew Mezencevas Mezentsev | мизинец
    Тихановская Ціханоўскай Cichanouskiej Tichanowskaja Tsikhanouskaya | тихо
    Мишустин Мішусціна Miszustina Mischustin Mišustinas Mishustin | миска
    Беляцкий Бяляцкі Bialackiego Bjaljazki Bialiatski | белый
    Протасевич Пратасевіча Pratasiewicza Protassewitsch Pratasevičius | протест
    Зеленский Зяленскага Зеленського Zełenskiego Selenskyj Zelenskyy | земля
    Вагнер Вагнера Wagner Vagnerio вагнеровцы wagnerowcy вагнерівці | вагон
    Орешник Арэшнік Орєшнік Oriesznika Oreschnik Oreshnik | орех
    Газпром Газпрама Gazpromu Gasprom | газ
    Росатом Расатама Rosatomu Rosatom | роса
    ОДКБ АДКБ CSTO OVKS | одно
    Беларусь Беларусі Білорусі Białorusi Weißrussland Baltarusijos Belarusian | белок
    Польша Польшчы Polsce Lenkijos Poland | полька
    Литва Літве Litwie Litauen Lietuvos Lithuania | литр
    Неман Нёмана Niemna Nemuno Neman | номер
    Днепр Дняпра Дніпра Dniepru Dnieper Dnipro | дно
    """

  @Test(arguments: names.split(separator: "\n").map(String.init))
  func `any spelling of a name finds all, and no other word`(_ line: String) throws {
    let halves = line.components(separatedBy: " | ").map { $0.components(separatedBy: " ") }
    let (spellings, others) = (try #require(halves.first), try #require(halves.last))
    for asked in spellings {
      let word = SoughtWords(asked)
      #expect(spellings.filter { !word.areIn($0) } == [], "\(asked)")
      #expect(others.filter(word.areIn) == [], "\(asked)")
    }
  }

  @Test func `a name stands in a phrase in any of its spellings`() {
    let words = SearchFold.sought("Grodno region")
    let match = SearchExpression.words(words, field: nil).match
    #expect(match.contains("\"hrodn\" + \"regon\""))
    #expect(match.components(separatedBy: " OR ").count <= 64)
  }

  @Test func `a name of two words stands in a phrase of either script`() {
    let match = SearchExpression.words(SearchFold.sought("Ust-Luga"), field: nil).match
    #expect(match.contains("\"qust\" + \"qlug\""))
    #expect(match.components(separatedBy: " OR ").count <= 64)
  }
}
