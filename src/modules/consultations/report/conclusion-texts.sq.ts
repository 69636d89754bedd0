/** The end of a consultation in the office, and what is written for its report. */
export const conclusion = {
  title: 'Përfundimi i konsultimit',
  link: 'Përfundimi dhe raporti',
  lead: 'Konsultimi përfundon kur çdo koment ka përgjigjen e vet të publikuar. Me përfundimin publikohet raporti.',
  openUntil: (day: string) => `Komentet pranohen deri më ${day}. Përfundimi bëhet pasi të mbyllet afati.`,
  refusals: {
    'not-public': 'Konsultimi nuk është publik.',
    history: 'Ky konsultim është marrë nga letra të mëparshme dhe nuk përfundohet këtu.',
    'still-open': 'Afati i komenteve nuk është mbyllur ende.',
    'already-concluded': 'Konsultimi ka përfunduar tashmë.',
  },
  blocked: (n: string) =>
    n === '1' ? '1 koment është pa përgjigje të publikuar' : `${n} komente janë pa përgjigje të publikuar`,
  blockedLead: 'Konsultimi nuk mund të përfundohet derisa secili të ketë përgjigje të publikuar:',
  blockedMore: (n: string) => `dhe ${n} të tjera`,
  states: {
    none: 'pa përgjigje',
    draft: 'përgjigjja në përgatitje',
    proposed: 'përgjigjja pret vendim',
    decided: 'përgjigjja e vendosur nuk është publikuar',
    published: 'përgjigjja nuk është publikuar',
    'taken-down': 'përgjigjja u hoq',
  },
  answerAll: 'Te përgjigjet e këtij konsultimi',
  allAnswered: (n: string) =>
    n === '0' ? 'Në këtë konsultim nuk u dërguan komente.' : `Të gjitha komentet (${n}) kanë përgjigje të publikuar.`,
  warnings: 'Shihini para se ta përfundoni',
  waiting: (n: string) =>
    n === '1'
      ? '1 koment pret moderimin: në matricë del vetëm me kod.'
      : `${n} komente presin moderimin: në matricë dalin vetëm me kod.`,
  letters: (n: string) =>
    n === '1' ? '1 letër nuk është ndarë ende në pika.' : `${n} letra nuk janë ndarë ende në pika.`,
  groups: (n: string) =>
    n === '1'
      ? '1 grup komentesh është i propozuar, por jo i konfirmuar.'
      : `${n} grupe komentesh janë të propozuara, por jo të konfirmuara.`,
  monitoring: 'Hapi tjetër: monitorimi, vlerat e planit krahas atyre të arritura',
  noTerm:
    'Ligji që zbatohet kërkon përgjigje dhe raport, por afatin e tyre nuk e kemi gjetur: nuk tregohet asnjë ditë.',
  outcome: 'Çfarë ndodh me projektin',
  statement: 'Deklarata e përfundimit',
  statementHint: 'Dy ose tri fjali: çfarë u vendos dhe çfarë ndodh tani. U dërgohet të gjithë pjesëmarrësve.',
  statementEn: 'Deklarata në anglisht (nëse doni)',
  reason: 'Pse botohet një version tjetër i raportit',
  reasonHint: 'Raporti i mëparshëm mbetet i lexueshëm, me këtë arsye pranë.',
  told: 'Të gjithë ata që morën pjesë e marrin një herë lajmin, me adresën e raportit.',
  submit: 'Përfundojeni konsultimin',
  preview: 'Shihni raportin para publikimit',
  write: 'Shkruani pjesët e raportit',
  done: 'Konsultimi përfundoi dhe raporti u publikua',
  reopened: 'Konsultimi u rihap',
  published: 'Versioni i ri i raportit u publikua',
  concludedOn: (day: string) => `Konsultimi përfundoi më ${day}.`,
  after: (n: string) =>
    n === '1' ? '1 koment pa përgjigje pas përfundimit' : `${n} komente pa përgjigje pas përfundimit`,
  afterLead: 'Pasi t’u përgjigjeni, publikoni një version të ri të raportit, që shifrat të jenë të plota.',
  anew: 'Publikoni një version të ri të raportit',
  anewSubmit: 'Publikoni versionin',
  reopen: 'Rihapeni konsultimin',
  reopenLead: 'Rihapja është publike bashkë me arsyen. Raporti i publikuar mbetet i lexueshëm.',
  reopenReason: 'Arsyeja e rihapjes',
  reopenSubmit: 'Rihapeni',
  notAllowed: 'Konsultimin e përfundon koordinatori i konsultimit.',
  errors: {
    outcome: 'Zgjidhni çfarë ndodh me projektin',
    statement: 'Shkruani deklaratën, nga 10 deri në 2 000 shenja',
    statementEn: 'Deklarata në anglisht ka nga 10 deri në 2 000 shenja',
    reason: 'Shkruani arsyen, nga 5 deri në 1 000 shenja',
    changed: 'Dikush e ndryshoi konsultimin ndërkohë. Shiheni edhe një herë dhe dërgojeni përsëri.',
    blocked: 'Ka komente pa përgjigje të publikuar. Konsultimi nuk u përfundua.',
    notConcluded: 'Konsultimi nuk ka përfunduar, prandaj nuk rihapet dhe raporti nuk ka version të ri.',
  },
}

export const writing = {
  title: 'Pjesët e raportit',
  lead: 'Shifrat, takimet, përgjigjet dhe rezultatet vendosen vetë në ditën e publikimit. Këtu shkruani fjalët që i shpjegojnë. Çdo pjesë mund të mbetet bosh.',
  prefilled: 'E plotësuar nga njoftimi i konsultimit; ndryshojeni si të doni.',
  partSq: (part: string) => part,
  partEn: (part: string) => `${part} (në anglisht)`,
  english: 'Në anglisht (nëse doni)',
  submit: 'Ruani',
  saved: 'Pjesët e raportit u ruajtën',
  preview: 'Shihni raportin',
  tooLong: (part: string) => `${part}: jo më shumë se 8 000 shenja`,
  changed:
    'Dikush tjetër i ruajti pjesët ndërkohë. Fjalët tuaja janë këtu; lexoni ato që u ruajtën dhe dërgojini përsëri.',
  previewTitle: 'Raporti siç do të publikohej tani',
  previewLead: 'Askush jashtë zyrës nuk e sheh këtë pamje.',
}
