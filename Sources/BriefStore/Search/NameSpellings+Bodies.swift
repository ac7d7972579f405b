extension NameSpellings {
  /// Companies, institutions, weapons, exercises, pipelines.
  static let bodies = """
    Вагнер Вагнера вагнеровцы вагнераўцы вагнерівці Wagner wagnerowcy Vagneris vagneriečiai
    Орешник Арэшнік Орєшнік Oriesznik Oreschnik Orešnikas Oreshnik Areshnik
    Искандер Іскандэр Іскандер Iskander Iskanderis
    Запад Захад Zapad Sapad
    Дружба Дружбы Drużba Druschba Družba Druzhba
    Ямал Jamał Jamal Yamal Jamalas
    Кремль Крэмль Кремля Kreml Kremla Kremlin Kremlius
    ОДКБ АДКБ CSTO OVKS OUBZ KSSO ODKB
    ЕАЭС ЄАЕС EAEU EAWU EAES EUG
    СНГ СНД WNP NVS CIS
    АЭС АЕС БелАЭС БелАЕС BelNPP
    КГБ КДБ KGB KDB
    Газпром Газпрома Газпрам Газпрама Gazprom Gasprom Gazpromas
    Росатом Росатома Расатам Расатама Rosatom Rosatomas
    Роснефть Раснафта Роснафта Rosnieft Rosneft Rosnefto
    Роскосмос Раскосмас Roskosmos Roscosmos Roskosmosas
    Росгвардия Расгвардыя Росгвардія Rosgwardia Rosgvardija Rosgvardia
    Белнефтехим Белнафтахім Білнафтохім Biełnieftiechim Biełnaftachim Belneftechim Belneftekhim Belnaftachim
    Беларуськалий Беларуськалій Biełaruśkalij Biełaruskalij Belaruskali Belaruskalij
    Белтрансгаз Бєлтрансгаз Biełtransgaz Beltransgas Beltransgaz Beltransgazas
    Белавиа Белавія Biełavia Bieławia Belavia
    Белаз БелАЗ Biełaz Belaz Belazas
    Белтелерадиокомпания Белтэлерадыёкампанія Biełteleradiokampanija Belteleradio
    Белгазпромбанк Белгазпрамбанк Biełgazprombank Belgazprombank Belgasprombank
    Нафтан Naftan Naftanas
    Гродноазот Гроднаазот Grodnoazot Hrodnaazot Grodnaazot
    Сбербанк Збербанк Ощадбанк Sbierbank Sberbank
    Шенген Шэнген Schengen Szengen Šengenas
    ГУБОПиК ГУБАЗіК HUBAZiK GUBOPiK
    Центризбирком Цэнтрвыбаркам Центрвиборчком Centrizbirkom Tsentrizbirkom
    Полонез Паланэз Полонез Polonez Polones Polonezas
    Сармат Sarmat Sarmatas
    Байрактар Bayraktar Bajraktar Bairaktaras
    Мотолько Матолька Motolko Matolka
    Белпол Белпал BELPOL
    """
}
