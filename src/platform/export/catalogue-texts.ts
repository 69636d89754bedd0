/** What the catalogue says of itself. */
export const CATALOGUE_TEXTS = {
  sq: {
    title: 'Të dhënat e hapura të Kuvendit',
    description:
      'Regjistrat publikë të institucioneve që punojnë me Kuvendin: konsultimet, komentet, afatet, dokumentet dhe të tjera.',
    publisher: 'Kuvend',
    oparl: 'Këshillat në OParl 1.1',
    oparlMore: 'Organet, anëtarët, mbledhjet, rendi i ditës, materialet dhe dokumentet e këshillave, për programet.',
    popolo: 'Këshillat në Popolo',
    popoloMore: 'Anëtarët, mandatet, partitë dhe votimet e këshillave, për programet.',
  },
  en: {
    title: 'Open data of Kuvend',
    description:
      'Public registers of the institutions that work with Kuvend: consultations, comments, deadlines, documents and others.',
    publisher: 'Kuvend',
    oparl: 'Councils in OParl 1.1',
    oparlMore: 'Bodies, members, meetings, agendas, papers and documents of the councils, for programs.',
    popolo: 'Councils in Popolo',
    popoloMore: 'Members, mandates, parties and votes of the councils, for programs.',
  },
} as const
