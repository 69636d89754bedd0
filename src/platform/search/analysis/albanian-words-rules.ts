const words = (list: string): string[] => list.trim().split(/\s+/)

/**
 * Stems whose own last letters look like an ending (limit, avokat, internet), or that a later rule would spoil. Folded.
 * A word that is one of them with a case ending has this stem, whatever the other rules say.
 */
export const PROTECTED_STEMS: ReadonlySet<string> = new Set([
  // -it
  ...words('limit profit deficit suficit audit kredit debit tranzit satelit dispozit vizit elit orbit favorit depozit'),
  ...words('ekspozit depozit granit dinamit transit bandit turit shirit'),
  // -at
  ...words(
    'avokat kandidat mandat aparat privat delegat certifikat rezultat afat shtat klimat kombinat sindikat senat',
  ),
  ...words('konsulat inspektorat magjistrat automat administrat sekretariat referat mekat pallat inat kontrat gjykat'),
  ...words('traktat sertifikat atestat doktorat konglomerat kunat atentat plagjiat konkordat potencat zanat psikopat'),
  // -et
  ...words('deputet aktivitet komitet universitet kabinet paket buxhet internet entitet fakultet identitet prioritet'),
  ...words('kualitet kapacitet mbret qytet shtet vlet pushtet sekret komplet asset parket tapet tualet muhabet'),
  ...words('traget marifet bregdet ndermjet konkret magnet objekt biletar poet tapet kuartet aset vertet ulet'),
  // -en, -in
  ...words('termin magazin krahin makin medicin rutin benzin mbeturin disiplin kuzhin pishin marin lugin godin shpin'),
  ...words('origjin morin urin kartolin klin kurbin peqin mullin heroin vaksin tren oksigjen domen fenomen'),
  // -es, -esh, -ish, -ash
  ...words('kukes interes proces progres shesh pres mjedis dragash partesh shtres shpres'),
  // Qualities in -ësi are not the thing itself: pronësi and pronë, drejtësi and drejt; a taxi is no tax, giving is not data
  ...words(
    'pronesi mjekesi bujqesi madhesi nxehtesi drejtesi shendetesi vartesi anetaresi aftesi mundesi veshtiresi rendesi',
  ),
  ...words('gjithesi saktesi qartesi paqartesi thjeshtesi barazi cilesi vleresi armiqesi taksi dheni'),
  // -iv, -ov, -av, -ev
  ...words('administrativ motiv detektiv intensiv eksploziv objektiv rezerv kosov gjakov malishev podujev'),
  // -ur, -ir, -ar, -er
  ...words('kultur natyr figur fatur procedur struktur infrastruktur paditur dritar ushtr urdheres fitimprur'),
  // -t of the root, -at of the feminine: "prit" is no case of "pri".
  ...words('drit prit trit rrit ngrit klim bank tradit'),
  // Foreign words that end in a vowel
  ...words('foto depo pako byro video auto euro logo metro radio studio kafe kosto kabllo hero fabrik'),
  // Places. More, with reasons: pinned stems of all municipalities in the tests.
  ...words('tarif prishtin prizren berat delvin mirdit permet rrogozhin burim rreshen zubin'),
  // "Together" is no municipality.
  ...words('bashke bashku'),
  ...words('ligj gjyq fshat dhjet mbreter europ'),
])

/** Case endings that may follow a protected stem. */
export const PROTECTED_ENDINGS: ReadonlySet<string> = new Set(
  words(`i it in e et eve esh a at ave ash en es u ut un ja je se ne te ve sh t n s jen jes jet jeve evet avet
    ine ise jash jave`).concat(''),
)

/** Plurals with another vowel or another word, and what is left of short ones: after all rules. */
export const IRREGULAR_STEMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    njer: 'njr njerez njerezv',
    gru: 'grua gra gr gruaj gruas grat grav',
    vell: 'vellezr vellezer vella vellez vellezrit',
    djal: 'djem djemt djelm djemv',
    dor: 'duar duart duarv',
    der: 'dyer dyert',
    kal: 'kuaj kuajt',
    nat: 'net netet',
    vit: 'vjet vjete vj vite',
    fshat: 'fshatr',
    mall: 'mallr',
    prind: 'prindr',
    mbret: 'mbretr mbreter',
    uj: 'ujr ujer',
    mish: 'mishr',
    nip: 'nipr',
    pyll: 'pyj',
    shteg: 'shtig shtigj',
    breg: 'brig brigj',
    ri: 'rinj rinjt',
    drejt: 'drej',
    gje: 'gjer gjes gjen gj gjr gjej gjerav',
    madh: 'medh',
    plak: 'pleq',
    ujk: 'ujq ujqer ujqr',
    zot: 'zotr zoter',
    shpirt: 'shpirtr',
    baba: 'babe bab baballar',
    sy: 'syt syr syv',
    dhe: 'dher dherav',
    thes: 'thas',
    europ: 'evrop',
    europian: 'evropian',
    ender: 'endrr enderr',
    mashkull: 'meshkuj meshkull',
    lum: 'lumenj lumnj',
  }).flatMap(([stem, forms]) => words(forms).map((form) => [form, stem] as const)),
)
