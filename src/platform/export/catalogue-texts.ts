/** What the catalogue says of itself. */
export const CATALOGUE_TEXTS = {
  sq: {
    title: 'Të dhënat e hapura të Kuvendit',
    description:
      'Regjistrat publikë të institucioneve që punojnë me Kuvendin: konsultimet, komentet, afatet, dokumentet dhe të tjera.',
    publisher: 'Kuvend',
  },
  en: {
    title: 'Open data of Kuvend',
    description:
      'Public registers of the institutions that work with Kuvend: consultations, comments, deadlines, documents and others.',
    publisher: 'Kuvend',
  },
} as const
