import type { DocumentClass, DocumentRole, ReadingState } from './document-rules.ts'

/** Words for documents that every page that shows some needs. */
export const sq = {
  roles: {
    draft: 'Projektakti',
    reasoning: 'Relacioni ose memorandumi shpjegues',
    notice: 'Njoftimi',
    annex: 'Shtojca',
    attachment: 'Dokument i bashkëngjitur',
    letter: 'Shkresa',
    scan: 'Kopje e skanuar',
    proof: 'Dokument provues',
    archive: 'Dokument arkivor',
    picture: 'Fotografi',
    signed: 'Akti i nënshkruar',
  } satisfies Record<DocumentRole, string> as Record<DocumentRole, string>,
  classes: {
    public: 'Publik',
    internal: 'I brendshëm',
    personal: 'Me të dhëna personale',
    confidential: 'Konfidencial',
  } satisfies Record<DocumentClass, string> as Record<DocumentClass, string>,
  classHints: {
    public: 'E lexon kushdo, sapo të publikohet regjistrimi të cilit i përket.',
    internal: 'E lexojnë vetëm zyrtarët që kanë të drejtë për regjistrimin.',
    personal: 'Si i brendshëm; çdo hapje shënohet dhe personi mund të shohë kush e hapi.',
    confidential: 'Vetëm kush ka edhe të drejtën e dokumenteve konfidenciale; çdo hapje shënohet.',
  } satisfies Record<DocumentClass, string> as Record<DocumentClass, string>,
  reading: {
    waiting: 'po lexohet',
    read: 'teksti u lexua',
    partly: 'teksti nuk u lexua i gjithë',
    unread: 'ende i palexueshëm',
    none: 'pa tekst për t’u lexuar',
    encrypted: 'i mbyllur me fjalëkalim, teksti nuk lexohet',
    broken: 'i dëmtuar, teksti nuk lexohet',
    'too-heavy': 'tepër i rëndë, teksti nuk lexohet',
  } satisfies Record<ReadingState, string> as Record<ReadingState, string>,
  languages: { sq: 'shqip', en: 'anglisht', sr: 'serbisht' } as Record<string, string>,
  missing: (lang: string) => `mungon në ${lang}`,
  replacedOn: (day: string) => `zëvendësuar më ${day}`,
  takenDownOn: (day: string) => `Një dokument u hoq më ${day}.`,
  asText: 'si tekst',
  asTextNamed: (title: string) => `«${title}»`,
  about: 'versionet',
}

export type DocumentTexts = typeof sq
