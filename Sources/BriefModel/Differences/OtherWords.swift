/// Words without a meaning of their own, lower case.
enum OtherWords {
  static let lists: [(String, Meaning)] = [
    (  // articles, prepositions, conjunctions and auxiliaries
      """
      ли чи ці ar що dass kad że что што že iż się
      the a an of and to in on at by for from with as is are was were be been being do does did
      has have had it its than that de la le van von der s t d about around over until since w we
      na z ze do od po i a oraz o przez dla za roku rok r pod nad przed około u jest są był była
      było były się в во на с
      со из к ко по от до для о об и а при за года году год г гг г был была было были это что у ў
      з са да ад па пра для і ды быў была было былі із зі від та про був були є й am im in an auf
      aus bei mit nach vor zu zum zur den dem des die das ist sind war waren ein eine einen hat
      haben worden ir su iš į iki nuo per dėl yra buvo kaip m
      """, .function
    ),
    (  // words that begin sentences, and are no names
      """
      the a an this that these those it its he she they we you i in on at by for from with without
      as if when while although though however moreover furthermore meanwhile therefore thus since
      after before during despite according both all some many most such there here what who how
      why no not yet but and or so also still then now only another other each every once under
      over between w we na z ze do od po przy dla o i a ale oraz jednak ponadto natomiast jeśli gdy
      kiedy choć mimo według oba obie wszystkie niektóre to ten ta te tego jest są nie tak także
      również już po zdaniem в на с со из к по от до для о об и а но или однако кроме между если
      когда хотя несмотря согласно оба обе все некоторые это этот эта эти он она они мы не так
      также уже после перед при за по-прежнему вместе поэтому затем теперь сейчас у ў з са да ад
      пасля перад пры за аднак акрамя калі хоць паводле абодва абедзве усе гэта гэты гэтая гэтыя ён
      яна яны мы таксама ужо цяпер з із зі до від після перед при за однак крім якщо коли хоча
      попри згідно обидва обидві усі всі це цей ця ці він вона вони ми також вже тепер er sie
      dennoch trotzdem zwar zugleich dabei dazu derzeit bislang bisher ferner indes hingegen
      dagegen somit daher darum jedenfalls immerhin allein kaum es wir ihr der die das ein eine im
      in am an auf aus bei mit nach von vor zu zum zur für durch gegen ohne um und oder aber jedoch
      zudem außerdem allerdings wenn während obwohl trotz laut beide alle einige dieser diese
      dieses auch schon jetzt dann deshalb nicht jis ji jie jos mes tai šis ši šie šios ir o bet
      tačiau be jei kai nors pagal abu abi visi kai kurie taip pat jau dabar po prieš per iš į nuo
      iki su apie dėl
      """, .opener
    ),
    (  // an article, or a preposition with one, before a German noun
      """
      der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur
      beim vom ins ans ihr sein
      """, .germanDeterminer
    ),
    (  // a dot behind them ends no sentence
      """
      mr mrs ms dr prof gen col lt sen gov st vs etc no inż mgr hab płk ppłk mjr kpt por ul tzw np
      im św nr гг вв ул им гл ген акад проф тыс млн млрд руб см ср стр др вул напр bzw z hr abs
      art vgl pvz gerb pan mln mld mlrd tūkst mio mrd tys
      """, .abbreviation
    ),
  ]
}
