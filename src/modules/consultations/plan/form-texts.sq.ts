import type {
  ActivityKind,
  Category,
  Channel,
  CountingTool,
  Finding,
  Indicator,
  JudgingTool,
  Method,
  ProcessQuestion,
  ResponseKind,
} from './content-rules.ts'

const categories: Record<Category, string> = {
  'local-government': 'pushteti vendor',
  'responsible-institutions': 'institucionet përgjegjëse për këtë politikë',
  'civil-society': 'shoqëria civile',
  academia: 'akademikët',
  'international-organisations': 'organizatat ndërkombëtare që punojnë në vend',
  migrants: 'migrantët',
  'eu-delegation': 'delegacioni i BE-së',
  business: 'bizneset',
  professionals: 'shoqatat profesionale dhe sindikatat',
  'vulnerable-groups': 'grupet në nevojë',
  media: 'media',
}

const methods: Record<Method, string> = {
  'e-consultation': 'konsultim elektronik',
  'public-meeting': 'takim publik',
  'working-group': 'grup pune',
  'round-table': 'tryezë konsultimi',
  'written-opinions': 'mendime me shkrim',
  survey: 'pyetësor',
  hearing: 'dëgjesë publike',
}

const channels: Record<Channel, string> = {
  email: 'e-posta',
  'social-networks': 'rrjetet sociale',
  website: 'faqja zyrtare',
  register: 'regjistri elektronik i konsultimeve',
  post: 'posta',
  media: 'media',
  board: 'tabela e njoftimeve',
  phone: 'telefoni',
}

const activityKinds: Record<ActivityKind, string> = {
  'group-meeting': 'mbledhje e grupit ndërinstitucional të punës',
  workshop: 'tryezë pune',
  'public-meeting': 'takim publik',
  'consultative-meeting': 'takim konsultativ',
  hearing: 'dëgjesë publike',
  'round-table': 'tryezë konsultimi',
  other: 'aktivitet tjetër',
}

const responseKinds: Record<ResponseKind, string> = {
  register: 'regjistri elektronik',
  email: 'e-posta',
  website: 'faqja zyrtare',
  post: 'posta',
  counter: 'sporteli',
  meeting: 'takimi',
  phone: 'telefoni',
  other: 'mënyrë tjetër',
}

const process: Record<ProcessQuestion, string> = {
  'on-time': 'A u realizuan aktivitetet sipas afatit të planifikuar?',
  'on-budget': 'A u realizuan aktivitetet sipas burimeve financiare të planifikuara?',
  'on-staff': 'A u realizuan aktivitetet sipas burimeve njerëzore të planifikuara?',
}

const indicators: Record<Indicator, string> = {
  methods: 'numri i metodave të konsultimit',
  parties: 'numri i palëve të përfshira',
  participants: 'numri i pjesëmarrësve',
  comments: 'numri i komenteve të pranuara',
  other: 'tjetër',
}

const findings: Record<Finding, string> = {
  'methods-quality': 'cilësia e metodave të konsultimit',
  'expectations-met': 'përmbushja e pritshmërive të pjesëmarrësve',
  'comments-quality': 'cilësia e komenteve dhe kontributeve të marra',
  'by-objectives': 'treguesit sipas objektivave të procesit',
}

const countingTools: Record<CountingTool, string> = {
  'attendance-list': 'lista e pjesëmarrësve',
  'activity-report': 'raportimi i aktivitetit',
  'feedback-report': 'raporti i reagimeve',
  'comment-list': 'lista e komenteve të marra',
}

const judgingTools: Record<JudgingTool, string> = {
  questionnaire: 'pyetësori i vlerësimit',
  'informal-talk': 'diskutimi joformal me pjesëmarrësit',
  'recorded-views': 'regjistrimi i pikëpamjeve të pjesëmarrësve',
  'activity-report': 'raportimi i aktivitetit',
}

/** The form's own labels, and the closed lists of its fields. The English file is typed by this one. */
export const sq = {
  formTitle: 'Përgatitja e planit të konsultimit',
  sections: {
    1: 'Emri i ligjit/politikës të propozuar',
    2: 'Afati kohor i aktiviteteve të konsultimit (nga fillimi deri në raportim)',
    3: 'Burimet e nevojshme',
    4: 'Mbledhja e përgjigjeve',
    5: 'Monitorimi i procesit',
  },
  scope: {
    title: 'Titulli',
    actKind: 'Lloji i aktit',
    periods: 'Periudhat',
    table:
      'Audienca e synuar, lloji i konsultimeve (paraprake/k. për projekt-ligjet), metodat e konsultimit, kanali i komunikimit për shkëmbimin e informacionit',
    columns: {
      audience: 'Audienca e synuar',
      type: 'Lloji i konsultimeve',
      methods: 'Metodat e konsultimit',
      channels: 'Kanali i komunikimit për shkëmbimin e informacionit dhe ftesave',
    },
    plannedTitle: 'Aktivitetet e planifikuara për çdo audiencë',
    plannedColumns: { audience: 'Audienca e synuar', activity: 'Aktiviteti', count: 'Numri' },
    plannedTotal: 'Gjithsej të planifikuara',
    coordinator: 'Koordinatori i konsultimit',
    address: 'Adresa e institucionit',
  },
  types: { 1: '(1) konsultime paraprake', 2: '(2) konsultime për projekt-ligjet' },
  timeline: {
    orders: 'Urdhrat',
    orderColumns: { order: 'Urdhri', date: 'Data', subject: 'Objekti' },
    order: (issuer: string, number: string | null) => (number === null ? issuer : `${issuer}, nr. ${number}`),
    groups: 'Grupet e punës',
    groupColumns: { group: 'Grupi', chair: 'Kryeson', order: 'Urdhri', members: 'Institucionet anëtare' },
    secretariat: 'Sekretariati teknik',
    activities: 'Aktivitetet',
    activityColumns: { when: 'Kur dhe ku', activity: 'Aktiviteti', who: 'Kush', outcome: 'Përfundimi' },
    held: 'u mbajt',
    planned: 'i planifikuar',
    organiser: 'Organizon',
    supporter: 'Mbështet',
    moderator: 'Drejton',
    participants: 'Pjesëmarrës',
    inputs: 'Dokumentet në të cilat mbështetet hartimi',
    tracks: 'Konsultime të vazhdueshme, pa datë',
  },
  resources: {
    people: 'Burime njerëzore të nevojshme',
    peopleColumns: { role: 'Roli', unit: 'Njësia', order: 'Urdhri' },
    money: 'Burime financiare të nevojshme',
    moneyColumns: { donor: 'Mbështetësi', project: 'Projekti', covers: 'Çfarë mbulon', amount: 'Shuma' },
    unknownAmount: 'shuma nuk dihet',
    equipment: 'Pajisje të nevojshme',
    equipmentColumns: { item: 'Pajisja', provider: 'E siguron' },
  },
  responses: {
    channels: 'Përgjigjet mblidhen përmes këtyre mënyrave',
    columns: { kind: 'Mënyra', name: 'Emri', address: 'Adresa' },
    words: 'Si do të mblidhen përgjigjet',
  },
  monitoring: {
    title: 'Treguesit dhe metodat për monitorimin e procesit',
    process: 'Korniza e procesit',
    adequate: 'Përshtatshmëria',
    improvements: 'Masat për përmirësime',
    indicators: 'Treguesit sasiorë',
    planned: 'Vlerat e planifikuara',
    achieved: 'Vlerat e arritura',
    countingTools: 'Mjetet për matjen e treguesve sasiorë',
    findings: 'Treguesit cilësorë',
    found: 'Gjetjet',
    judgingTools: 'Mjetet për matjen e treguesve cilësorë',
    otherTool: 'tjetër',
  },
  notes: 'Shënim',
  disagreement: 'Nuk përputhet',
  yes: 'po',
  no: 'jo',
  yesOrNo: 'po / jo: pa përgjigje',
  empty: 'Nuk është plotësuar',
  ticked: (words: string) => `[x] ${words}`,
  unticked: (words: string) => `[ ] ${words}`,
  unknownTick: (words: string) => `[?] ${words}`,
  categories,
  methods,
  channels,
  activityKinds,
  responseKinds,
  processQuestions: process,
  indicators,
  findings,
  countingTools,
  judgingTools,
}

export type PlanFormTexts = typeof sq
