extension LanguageRow {
  static let all: [LanguageRow] = latin + cyrillic

  private static let latin = [
    LanguageRow(
      "en", "éïñ",
      "the of and to in is that for was on with as it by be are from this which will has have its not at "
        + "an but their they were been would who more about had also than into after his he"),
    LanguageRow(
      "de", "äöüßé",
      "der die das und in den von zu mit des im für ist nicht auf dem ein eine als auch sich es an werden "
        + "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur"
    ),
    LanguageRow(
      "fr", "àâæçéèêëîïôœùûüÿ",
      "le la les de des du et en un une est que qui dans pour par sur au pas plus ce il ne se avec sont son "
        + "aux cette mais ou été ses leur comme être fait a d l qu ont ces"),
    LanguageRow(
      "es", "áéíñóúü",
      "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha este "
        + "sí porque esta son entre está cuando muy sin sobre fue ser también"),
    LanguageRow(
      "it", "àèéìíòóù",
      "di che e la il un a in per è una non del si con i le da sono dei al gli della più alla ma nel anche "
        + "come lo delle ha dal questo se suo stato essere o nella"),
    LanguageRow(
      "pt", "àáâãçéêíóôõúü",
      "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua "
        + "ou quando muito nos já também pelo pela até isso são foi"),
    LanguageRow(
      "nl", "éëïóöü",
      "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar "
        + "heeft hebben wordt over die tot werd meer deze hij ze was worden"),
    LanguageRow(
      "sv", "åäöé",
      "och i att det som en på är av för med den till inte har de ett om men var jag sig från vi så kan när "
        + "man nu år också efter eller hade vid ut skulle"),
    LanguageRow(
      "da", "æøåé",
      "og i at det en den til er som på de med for af ikke der var et har om fra kan vi sig men efter så "
        + "også blev ved mod over nu bliver være eller skal havde"),
    LanguageRow(
      "no", "æøåéòô",
      "og i det som en er på til av for at med den har de ikke et om men seg fra var kan vi så også ble etter "
        + "være skal år eller mot nå bli hadde ved"),
    LanguageRow(
      "is", "áéíóúýþðæö",
      "og að í á sem er um til við það var en af hann með ekki fyrir þess eru því hafa verið segir frá þar "
        + "eftir við hún þá hefur þeir vera sé"),
    LanguageRow(
      "fi", "äöåšž",
      "ja on ei että se hän oli ovat mutta myös kuin sen joka ole mukaan kun jos vain niin tai ovat sekä olla "
        + "nyt jo sitä ollut tämä vuonna mitä hänen voi"),
    LanguageRow(
      "pl", "ąćęłńóśźż",
      "i w z na do nie się jest że to o jak ale po co tak za od przez oraz dla może będzie a tym są przy ich "
        + "czy jego który która które także tego jej było był roku ze ma też tylko pod"),
    LanguageRow(
      "cs", "áčďéěíňóřšťúůýž",
      "a v se na je že to s z do o i k pro by jsou ale jako který které při za podle po jeho však nebo být od "
        + "bylo byl také tak už roku které jen ze jsem která ve"),
    LanguageRow(
      "sk", "áäčďéíĺľňóôŕšťúýž",
      "a v sa na je že to s z do o i pre by sú ale ako ktorý ktoré pri za podľa po jeho však alebo byť od bolo "
        + "bol tiež tak už roku aj len zo som ktorá vo"),
    LanguageRow(
      "sl", "čšž",
      "in je v na se za da z so ki pa po bi tudi od ne kot s še iz pri bo lahko bil to ali leta do kar med o "
        + "bila smo zaradi le že"),
    LanguageRow(
      "hr", "čćđšž",
      "i u je na se da za su od s o a koji kao ne što to iz će bi nije ali do po koja koje samo biti sve više "
        + "te zbog može nakon godine uz"),
    LanguageRow(
      "hu", "áéíóöőúüű",
      "a az és hogy nem is egy van ez volt de meg csak már mint el az ki fel azt még kell lesz magyar amely "
        + "szerint vagy után pedig ami akkor ezt úgy több"),
    LanguageRow(
      "ro", "ăâîșşțţ",
      "de în și şi la a cu pe care din nu o că se pentru este un mai sau ce au fost al prin lui fi ca după "
        + "sunt această fost iar acest cele"),
    LanguageRow(
      "lt", "ąčęėįšųūž",
      "ir į kad yra iš su tai bei kaip ar bet nuo dėl jo buvo už apie per taip pat šis savo ne tik arba "
        + "pagal kurie kuris metų metais po bus jau tačiau dar jų gali jos prie o"),
    LanguageRow(
      "lv", "āčēģīķļņšūž",
      "un ir ar no uz par ka kas lai arī bet vai tas kā pie gada nav tā pēc to līdz gadā būs viņa tiek kā "
        + "tikai jau savu bija ko"),
    LanguageRow(
      "et", "äõöüšž",
      "ja on et ei see ka oli kui aga mis ning selle ta oma või kes siis olnud välja veel ole eesti pole nii "
        + "aasta juba sest tema seda"),
    LanguageRow(
      "tr", "çğıiöşüâ",
      "ve bir bu da de için ile çok olarak daha olan gibi kadar ne ama sonra en var ise göre o değil her "
        + "ya oldu olduğunu dedi yeni"),
  ]

  private static let shared = "абвгджзклмнопрстуфхцчш"

  private static let cyrillic = [
    LanguageRow(
      "ru", shared + "еёийщъыьэюя",
      "и в не на что с по как это из к у за от для о его но а то все так же был при также или она он они "
        + "их было мы бы до если может будет который которые этого были уже только еще ещё между"),
    LanguageRow(
      "uk", shared + "еєиіїйґщьюя’",
      "і в не на що з як це та до у за від для про його але а то все так же був при також або вона він вони "
        + "їх було ми б якщо може буде який які цього були вже тільки ще між й із є після щодо"),
    LanguageRow(
      "be", shared + "еёійўыьэюя’",
      "і ў не на што з як гэта да у за ад для пра яго але а то усё так жа быў пры таксама або яна ён яны іх "
        + "было мы бы калі можа будзе які якія гэтага былі ужо толькі яшчэ паміж ды дзе каб паводле пасля "
        + "ці яе праз ёсць іншых беларусі"),
    LanguageRow(
      "bg", shared + "еийщъьюя",
      "и на да се в за от че с е са по не си като до това който те ще но които или той беше има при след още "
        + "тя към само бъде също което"),
    LanguageRow(
      "sr", shared + "еијљњћђџ",
      "и у је на се да за су од с о а који као не што то из ће би није али до по која које само бити све "
        + "више те због може након године"),
    LanguageRow(
      "mk", shared + "еијљњќѓѕџ",
      "на и во да се од за со не ќе е што го ја ги како тоа по до кој која кои но или беше има при само "
        + "бидат исто така"),
  ]
}
