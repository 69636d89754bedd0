import type { BodyKind, MemberRole } from '#platform/institutions/body-rules.ts'
import type { AddressRole, InstitutionKind, Jurisdiction, Standing } from '#platform/institutions/institution-rules.ts'
import type { SettingKey } from '#platform/institutions/institution-settings-rules.ts'
import { body, places, topics } from './body-texts.sq.ts'
import { changeWords } from './change-texts.sq.ts'
import { fields } from './field-texts.sq.ts'

export const institutionKinds: Record<Jurisdiction, Record<InstitutionKind, string>> = {
  AL: kindsWith('Bashki', 'Qark', 'OJF'),
  XK: kindsWith('Komunë', 'Rajon', 'OJQ'),
}

function kindsWith(municipality: string, region: string, ngo: string): Record<InstitutionKind, string> {
  return {
    municipality,
    region,
    prefecture: 'Prefekturë',
    ministry: 'Ministri',
    government: 'Qeveri',
    parliament: 'Parlament',
    assembly: 'Kuvend',
    agency: 'Agjenci',
    independent: 'Institucion i pavarur',
    education: 'Institucion arsimor',
    'public-company': 'Ndërmarrje publike',
    other: 'Institucion',
    ngo,
    company: 'Shoqëri tregtare',
    media: 'Media',
    international: 'Organizatë ndërkombëtare',
    religious: 'Bashkësi fetare',
  }
}

export const bodyKinds: Record<BodyKind, string> = {
  council: 'Këshill a kuvend i zgjedhur',
  commission: 'Komision a komitet',
  administration: 'Njësi e administratës',
  board: 'Bord',
  'working-group': 'Grup pune',
  'inter-institutional-group': 'Grup ndërinstitucional i punës',
  'thematic-group': 'Grup tematik',
  'technical-secretariat': 'Sekretariat teknik',
  other: 'Organ tjetër',
}

export const memberRoles: Record<MemberRole, string> = {
  chair: 'kryetar',
  deputy: 'zëvendëskryetar',
  secretary: 'sekretar',
  member: 'anëtar',
  expert: 'ekspert',
}

export const addressRoles: Record<AddressRole, string> = {
  'front-desk': 'Sporteli',
  consultations: 'Konsultimet publike',
  information: 'E drejta e informimit',
  council: 'Organi i zgjedhur',
  complaints: 'Ankesat',
  'data-protection': 'Mbrojtja e të dhënave personale',
  press: 'Marrëdhëniet me median',
  integrity: 'Sinjalizimet dhe integriteti',
}

const settings: Record<SettingKey, string> = {
  'two-person-rule': 'Rolin e jep një administrator dhe e miraton një tjetër',
  'answers-by-two': 'Përgjigjet ndaj komenteve i propozon një person dhe i miraton një tjetër',
  'duty-digest': 'Çdo mëngjes të ditëve të punës dërgohet letra me detyrat që presin',
  'duty-digest-hour': 'Ora e letrës së mëngjesit (0–23)',
  'deadline-reminders': 'Sa ditë para mbarimit të afatit dërgohen kujtesat (për shembull 3, 1, 0)',
}

export const standings: Record<Standing, string> = {
  member: 'Punon në Kuvend',
  listed: 'Vetëm në listë',
}

const errors = {
  name: 'Shkruani emrin, 2 deri në 200 shkronja',
  slug: 'Adresa ka vetëm shkronja a–z, shifra dhe viza, deri në 60',
  slugTaken: 'Kjo adresë i përket tashmë një institucioni tjetër',
  registeredTwice: 'Një institucion me këtë numër regjistrimi është tashmë në listë',
  outside: 'Organizatat jashtë shtetit vetëm mund të figurojnë në listë',
  standing: 'Vetëm operatori vendos nëse institucioni punon në Kuvend',
  closureSource: 'Shkruani aktin që i cakton këto ditë: vetëm atëherë i kapërcejnë afatet',
  twoPeople: 'Rregullin e dy personave e heq vetëm operatori i sistemit',
  choose: 'Zgjidhni njërën nga mundësitë',
  url: 'Adresa e faqes fillon me https:// ose http://',
  long: 'Teksti është shumë i gjatë',
  short: 'Teksti është shumë i shkurtër',
  email: 'Shkruani një adresë e-poste, si sporteli@institucioni.al',
  emailFirst: 'Telefoni dhe adresa postare shkojnë bashkë me një adresë e-poste',
  colour: 'Ngjyra shkruhet si #a9101c',
  pale: 'Ngjyra është shumë e çelët: shkronjat e bardha mbi të nuk lexohen',
  date: 'Shkruani një datë të vërtetë, me ditë, muaj dhe vit',
  dateNeeded: 'Shkruani datën',
  order: 'Dita e fundit nuk mund të jetë para së parës, as më shumë se një vit pas saj',
  reason: 'Shkruani arsyen, të paktën 5 shkronja',
  png: 'Stema duhet të jetë një skedar PNG deri në 100 kB',
  hour: 'Ora është një numër nga 0 deri në 23',
  reminders: 'Shkruani numra ditësh nga 0 deri në 60, të ndarë me presje',
  noSuchInstitution: 'Nuk gjendet asnjë institucion me këtë emër. Shkruani emrin e plotë siç është në listë',
  changedMeanwhile: (who: string, what: string, when: string) =>
    `Ndërkohë e ka ndryshuar dikush tjetër: ${what}, ${who}, ${when}. Shikoni gjendjen e re dhe provoni përsëri.`,
  somebody: 'një tjetër',
}

const closing = {
  refusals: {
    'closed-already': 'Institucioni është mbyllur më parë',
    'in-the-future': 'Dita e mbylljes nuk mund të jetë në të ardhmen',
    'before-it-was': 'Dita e mbylljes është para ditës së emrit të parë',
    'successor-is-itself': 'Institucioni nuk mund të jetë pasuesi i vetvetes',
    'successor-closed': 'Pasuesi është mbyllur edhe vetë',
    'no-such-successor': 'Pasuesi nuk gjendet më',
  },
}

/** The office's pages of institutions. */
export const sq = {
  title: 'Institucionet',
  menu: 'Institucionet',
  lead: 'Kush punon në Kuvend dhe kush figuron në listën e institucioneve dhe të organizatave.',
  found: 'Shtoni një institucion',
  foundTitle: 'Institucion ose organizatë e re',
  foundLead: 'Bashkitë dhe komunat plotësohen nga tabela: zgjidhni më parë vendin.',
  prefill: 'Plotësoni nga tabela',
  prefillSubmit: 'Plotësoni',
  anyPlace: 'Asnjë',
  create: 'Krijoni',
  save: 'Ruani',
  back: 'Institucionet',
  errorTitle: 'Ka diçka për të ndrequr',
  day: 'Dita',
  month: 'Muaji',
  year: 'Viti',
  filter: 'Ngushtoni listën',
  find: 'Kërkoni',
  clear: 'Hiqni kufizimet',
  anyKind: 'Çdo lloj',
  anyStanding: 'Të gjitha',
  none: 'Asnjë institucion nuk u përgjigjet këtyre kufizimeve.',
  paging: 'Faqet e listës',
  next: 'Të tjerat',
  first: 'Nga fillimi',
  columns: { name: 'Emri', kind: 'Lloji', country: 'Vendi', standing: 'Si është', state: 'Gjendja' },
  open: 'Në punë',
  closed: 'I mbyllur',
  countries: { AL: 'Shqipëri', XK: 'Kosovë' } satisfies Record<Jurisdiction, string>,
  currencies: { ALL: 'lek (ALL)', EUR: 'euro (EUR)' },
  languages: { sq: 'shqip', en: 'anglisht', sr: 'serbisht' },
  kinds: institutionKinds,
  standings,
  addressRoles,
  facts: {
    title: 'Të dhënat',
    change: 'Ndryshoni të dhënat',
    publicPage: 'Faqja publike',
    slug: 'Adresa',
    zone: 'Ora',
    currency: 'Monedha',
    place: 'Vendi',
    words: 'Fjalët e vendit',
    website: 'Faqja zyrtare',
    registration: 'Numri i regjistrimit',
    source: 'Burimi',
    accent: 'Ngjyra',
    emblem: 'Stema',
    none: 'nuk është caktuar',
    changeAction: 'Ndryshoni',
  },
  names: {
    title: 'Emri',
    change: 'Ndryshoni emrin',
    lead: 'Emri i ri vlen nga dita që shkruani. Aktet e vjetra mbajnë emrin e ditës së tyre. Gjuha që lihet bosh merr emrin shqip.',
    from: (date: string) => `nga ${date}`,
    always: 'nga fillimi',
    done: 'Emri u ndryshua.',
  },
  closing: {
    ...closing,
    title: 'Mbyllni ose bashkoni',
    lead: 'Institucioni i mbyllur nuk merr çështje të reja; të dhënat e tij mbeten dhe faqja e tij tregon pasuesin. Mbyllja nuk zhbëhet.',
    submit: 'Mbylleni institucionin',
    closedOn: (date: string) => `I mbyllur që më ${date}`,
    successor: 'Pasuesi',
    predecessor: 'Vjen pas',
    warning: 'Kujdes',
    done: 'Institucioni u mbyll.',
  },
  emblem: {
    title: 'Stema',
    lead: 'Skedar PNG deri në 100 kB, më mirë me sfond të tejdukshëm. Një vizatim SVG ruajeni më parë si PNG.',
    submit: 'Ngarkoni',
    done: 'Stema u vendos.',
    current: 'Stema e tanishme',
  },
  addresses: {
    email: 'E-posta',
    telephone: 'Telefoni',
    postal: 'Adresa postare',
    title: 'Adresat e posteve',
    lead: 'Adresa është e postit, jo e personit: kërkesat nuk humbin kur ndërron punonjësi. Posti pa adresë lihet bosh.',
    none: 'Ende asnjë adresë.',
    done: 'Adresat u ruajtën.',
  },
  closures: {
    title: 'Ditët kur institucioni është i mbyllur',
    short: 'Ditët e mbyllura',
    lead: 'Përveç festave të vendit. Afatet i kapërcejnë këto ditë vetëm kur e thotë akti që i cakton.',
    none: 'Asnjë ditë e mbyllur e shënuar.',
    add: 'Shtoni ditë të mbyllura',
    submit: 'Shtoni',
    remove: 'Hiqeni',
    columns: { days: 'Ditët', reason: 'Arsyeja', source: 'Burimi', clocks: 'Afatet', deed: 'Veprimi' },
    stops: 'I kapërcejnë',
    stopsNot: 'Nuk i prekin',
    done: { shtua: 'Ditët u shtuan.', hoq: 'Ditët u hoqën.' },
  },
  settings: {
    title: 'Rregullimet',
    lead: 'Si punon Kuvend për institucionin tuaj.',
    names: settings,
    yes: 'po',
    no: 'jo',
    done: 'Rregullimet u ruajtën.',
  },
  body,
  bodyKinds,
  memberRoles,
  topics,
  places,
  done: { krijua: 'Institucioni u shtua.', ruajt: 'U ruajt.' },
  errors,
  fields,
  changeWords,
  rights: {
    'institutions.read': 'Të shohë të dhënat e institucioneve në zyrë',
    'institutions.found': 'Të shtojë, të bashkojë dhe të mbyllë institucione',
    'institutions.write': 'Të ndryshojë emrin, adresat, ngjyrën, stemën dhe rregullimet e institucionit',
    'bodies.write': 'Të themelojë dhe të mbyllë organe, të shënojë anëtarët',
    'topics.write': 'Të shtojë dhe të heqë fushat e institucionit',
    'places.write': 'Të shtojë dhe të heqë njësi, fshatra e lagje',
  } as Record<string, string>,
  subjects: { institution: 'Institucion', body: 'Organ' },
}

export type InstitutionOfficeTexts = typeof sq
