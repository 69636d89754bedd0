import type { Assurance, FirstMeans, SecondMeans } from '#platform/auth/means-rules.ts'
import type { Transport } from '#platform/auth/passkey-rules.ts'

const first: Record<FirstMeans, string> = {
  code: 'kod me e-postë',
  passkey: 'çelës hyrjeje',
  oidc: 'ofrues identiteti',
  demonstration: 'person i demonstrimit',
}

const second: Record<SecondMeans, string> = {
  totp: 'aplikacion kodesh',
  passkey: 'çelës hyrjeje',
  'recovery-code': 'kod rezervë',
}

const assurance: Record<Assurance, string> = {
  low: 'nivel i ulët sigurie',
  substantial: 'nivel i konsiderueshëm sigurie',
  high: 'nivel i lartë sigurie',
}

const transports: Record<Transport, string> = {
  usb: 'USB',
  nfc: 'NFC',
  ble: 'Bluetooth',
  'smart-card': 'kartë me çip',
  hybrid: 'telefon tjetër',
  cable: 'telefon me kabllo',
  internal: 'i kësaj pajisjeje',
}

export const sq = {
  errorTitle: 'Ka një problem',
  back: 'Kthehuni te llogaria',
  warning: 'Kujdes',
  means: {
    title: 'Mënyra',
    first,
    second,
    assurance,
    at: (provider: string, level: string) => `${provider} (${level})`,
  },
  account: {
    totp: 'Aplikacioni i kodeve',
    passkeys: 'Çelësat e hyrjes',
    count: (n: number) => (n === 0 ? 'Asnjë' : String(n)),
    codes: 'Kodet rezervë',
    codesLeft: (left: number) => (left === 1 ? 'Ka mbetur 1' : `Kanë mbetur ${left}`),
    codesFew: 'Kodet rezervë po mbarojnë. Krijoni të reja.',
    codesNone: 'Nuk keni kode rezervë. Pa to, nëse humbni telefonin, duhet t’i drejtoheni administratorit.',
    identities: 'Identitetet e lidhura',
    change: 'Ndryshoni',
    make: 'Krijoni',
  },
  passkey: {
    signIn: 'Hyni me çelës hyrjeje',
    second: 'Vazhdoni me çelës hyrjeje',
    prove: 'Konfirmoni me çelës hyrjeje',
    failed: 'Çelësi nuk u përdor. Provoni përsëri ose zgjidhni një mënyrë tjetër.',
    notShown: 'Çelësi nuk u pranua. Provoni përsëri ose hyni me kod.',
    copied:
      'Ky çelës nuk u pranua, sepse duket se ka një kopje të tij. Hyni me një mënyrë tjetër, hiqeni çelësin dhe njoftoni administratorin.',
    codeNeeded:
      'Çelësi juaj nuk kërkoi PIN, gisht ose fytyrë, prandaj vlen si një faktor. Hyni me kodin që vjen me e-postë dhe përdoreni çelësin si faktor të dytë.',
    same: 'Me këtë çelës keni hyrë tashmë dhe ai nuk kërkoi PIN, gisht ose fytyrë. Duhet një mënyrë tjetër.',
  },
  passkeys: {
    title: 'Çelësat e hyrjes',
    lead: 'Me çelës hyrjeje hyni me gishtin, fytyrën ose PIN-in e pajisjes suaj, pa kode. Çelësi vlen vetëm në këtë faqe, ndaj nuk mund t’jua marrë një faqe e rreme.',
    first: 'Çelësi bëhet faktori juaj i dytë. Mund ta vendosni në vend të aplikacionit të kodeve.',
    none: 'Nuk keni ende asnjë çelës.',
    name: 'Emri',
    kind: 'Lloji',
    created: 'Shtuar',
    lastUsed: 'Përdorur së fundi',
    never: 'asnjëherë',
    action: 'Heqja',
    remove: 'Hiqeni',
    removeHidden: (name: string) => `çelësin «${name}»`,
    synced: 'kopjohet në pajisjet tuaja',
    transports,
    addTitle: 'Shtoni një çelës',
    field: 'Emri i çelësit',
    hint: 'Që ta njihni më vonë, për shembull «Telefoni i punës»',
    add: 'Shtoni çelësin',
    without: (place: string) =>
      `Çelësat shtohen te ${place}, me një shfletues që i njeh dhe me skriptet e lejuara. Pa to përdorni aplikacionin e kodeve.`,
    shownAt: (place: string) =>
      `Faktori juaj i dytë është një çelës hyrjeje. Ai tregohet te ${place}, me një shfletues që i njeh çelësat dhe me skriptet e lejuara.`,
    nowhere:
      'Ky sistem nuk ka ende një adresë me emër, prandaj çelësat e hyrjes nuk mund të përdoren. Përdorni aplikacionin e kodeve.',
    nameMissing: 'Shkruani një emër për çelësin',
    nameLong: (most: number) => `Emri duhet të ketë deri në ${most} shenja`,
    notMade: 'Çelësi nuk u shtua. Provoni përsëri.',
    known: 'Ky çelës është shtuar më parë.',
    tooMany: (most: number) => `Keni ${most} çelësa. Hiqni njërin para se të shtoni tjetër.`,
    last: 'Ky është faktori juaj i vetëm i dytë. Shtoni më parë një çelës tjetër ose aplikacionin e kodeve.',
    removeTitle: (name: string) => `Hiqni çelësin «${name}»?`,
    removeLead: 'Me të nuk hyn më askush. Nga pajisja fshijeni vetë, te rregullimet e saj.',
    removeSubmit: 'Hiqeni çelësin',
    done: { shtuar: 'Çelësi u shtua.', hequr: 'Çelësi u hoq.' } as Record<string, string>,
  },
  codes: {
    title: 'Kodet rezervë',
    lead: 'Me kod rezervë hyni kur nuk e keni telefonin ose çelësin: pas kodit që vjen me e-postë, secili kod vlen një herë.',
    left: (left: number, on: string) =>
      `Krijuar më ${on}. ${left === 1 ? 'Ka mbetur 1 kod' : `Kanë mbetur ${left} kode`}.`,
    none: 'Nuk keni ende kode rezervë.',
    voids: 'Kur krijoni kode të reja, të mëparshmet nuk vlejnë më.',
    make: 'Krijoni dhjetë kode',
    shownBefore: 'Kodet e kësaj faqeje u treguan një herë. Nëse nuk i keni ruajtur, krijoni të reja.',
    noFactor: 'Vendosni më parë faktorin e dytë.',
    madeTitle: 'Kodet tuaja rezervë',
    madeLead:
      'Printojini ose shkruajini tani dhe ruajini në një vend të sigurt: nuk tregohen më. Mos i mbani bashkë me telefonin.',
    list: 'Dhjetë kode, secili vlen një herë',
    of: (email: string, on: string) => `Kuvend, ${email}, krijuar më ${on}`,
    saved: 'I kam ruajtur, vazhdoj',
  },
  recovery: {
    title: 'Hyni me kod rezervë',
    lead: 'Shkruani njërin nga dhjetë kodet që keni ruajtur. Kodi vlen vetëm një herë.',
    field: 'Kodi rezervë',
    hint: 'Dhjetë shenja, për shembull 7K3MB-Q9TBX',
    submit: 'Vazhdoni',
    shape: 'Shkruani dhjetë shenjat e kodit rezervë',
    wrong: 'Kodi nuk është i saktë ose është përdorur më parë.',
    tooMany: 'U bënë shumë prova. Provoni përsëri pas 15 minutash.',
    link: 'Hyni me kod rezervë',
  },
  proof: {
    title: 'Konfirmoni që jeni ju',
    lead: 'Ky veprim prek mënyrat e hyrjes. Para se të vazhdoni, tregoni edhe një herë faktorin e dytë.',
    field: 'Kodi nga aplikacioni',
    hint: '6 shifra që ndryshojnë çdo 30 sekonda',
    submit: 'Konfirmoni',
    demonstration: 'Konfirmoni si person i demonstrimit',
    at: (provider: string) => `Konfirmoni te ${provider}`,
    none: 'Nuk ka mënyrë për ta konfirmuar këtu. Dilni dhe hyni përsëri.',
    refused: 'Konfirmimi nuk u pranua. Provoni përsëri ose zgjidhni një mënyrë tjetër.',
  },
  other: {
    title: 'Mënyra të tjera',
    at: (provider: string) => `Hyni me ${provider}`,
  },
  identities: {
    title: 'Identitetet e lidhura',
    lead: 'Me identitetin e lidhur hyni pa kod me e-postë. Lidhet vetëm nga ju, pasi keni hyrë.',
    level: (words: string) => `Hyrja juaj e tanishme: ${words}.`,
    none: 'Nuk keni lidhur asnjë identitet.',
    noProviders: 'Ky sistem nuk ka ofrues identiteti.',
    provider: 'Ofruesi',
    label: 'Identiteti',
    since: 'Lidhur',
    lastUsed: 'Përdorur së fundi',
    never: 'asnjëherë',
    action: 'Heqja',
    remove: 'Hiqeni lidhjen',
    removeHidden: (provider: string) => `me ${provider}`,
    nameless: 'pa emër',
    add: (provider: string) => `Lidhni ${provider}`,
    linkTitle: (provider: string) => `Ta lidhim llogarinë me ${provider}?`,
    linkLead: (provider: string) => `${provider} thotë se jeni:`,
    linkWarning: 'Kush hyn me këtë identitet, hyn në llogarinë tuaj. Lidheni vetëm nëse është juaji.',
    linkSubmit: 'Lidheni',
    done: { lidhur: 'Identiteti u lidh.', hequr: 'Lidhja u hoq.' } as Record<string, string>,
  },
  problems: {
    unreachable: {
      title: 'Ofruesi i identitetit nuk përgjigjet',
      words: 'Provoni përsëri më vonë ose hyni me kod me e-postë, që punon gjithmonë.',
    },
    cancelled: { title: 'Hyrja u ndërpre', words: 'Ofruesi i identitetit nuk e përfundoi hyrjen. Nuk ndryshoi asgjë.' },
    'not-verified': {
      title: 'Hyrja nuk u verifikua',
      words: 'Përgjigjja nuk i përket hyrjes që nisi ky shfletues ose ka kaluar shumë kohë. Filloni përsëri.',
    },
    'link-first': {
      title: 'Ky identitet nuk është lidhur me asnjë llogari',
      words:
        'Hyni më parë me kodin që vjen me e-postë dhe, nëse jeni zyrtar, me faktorin e dytë. Pastaj lidheni identitetin te faqja e llogarisë.',
    },
    'no-entry': { title: 'Kjo llogari nuk hapet', words: 'Drejtojuni administratorit të institucionit.' },
    'of-somebody-else': {
      title: 'Ky identitet është i lidhur me një llogari tjetër',
      words: 'Një identitet lidhet vetëm me një llogari. Hyni me të dhe hiqeni lidhjen atje, pastaj provoni përsëri.',
    },
    'proof-refused': {
      title: 'Konfirmimi nuk u pranua',
      words: 'Identiteti nuk është ai i llogarisë suaj ose niveli i sigurisë nuk mjafton për zyrën.',
    },
    byMail: 'Hyni me kod me e-postë',
    toAccount: 'Kthehuni te llogaria',
  },
  enrolmentLink: 'Keni çelës hyrjeje? Vendoseni si faktor të dytë.',
}

export type MeansTexts = typeof sq
