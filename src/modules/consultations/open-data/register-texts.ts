/** What the registers of this module are called and what they hold. */
export const registerTexts = {
  consultations: {
    title: { sq: 'Konsultimet publike', en: 'Public consultations' },
    description: {
      sq: 'Çdo konsultim publik i publikuar këtu, me numrin e regjistrit, datat, bazën ligjore, gjendjen dhe numrin e komenteve. Edhe ato që janë anuluar, me arsyen.',
      en: 'Every public consultation published here, with its number in the register, its days, legal basis, state and number of comments. Those that were cancelled too, with the reason.',
    },
    keywords: { sq: ['konsultim', 'projektakt', 'pjesëmarrje'], en: ['consultation', 'draft act', 'participation'] },
  },
  comments: {
    title: { sq: 'Komentet në konsultime', en: 'Comments on consultations' },
    description: {
      sq: 'Komentet e publikuara të qytetarëve dhe organizatave. Emri i autorit shihet vetëm kur ai e ka pranuar. Komentet e tërhequra, të ndaluara ose të hequra nuk janë këtu.',
      en: 'Published comments of citizens and organisations. The name of an author is shown only with their consent. Comments that were withdrawn, held or taken down are not here.',
    },
    keywords: { sq: ['koment', 'konsultim', 'qytetarë'], en: ['comment', 'consultation', 'citizens'] },
    source: {
      sq: 'Fjalët janë të autorëve të komenteve; institucioni i publikon ashtu siç erdhën.',
      en: 'The words are those of the authors of comments; the institution publishes them as they came.',
    },
  },
  commentGroups: {
    title: { sq: 'Grupet e komenteve të ngjashme', en: 'Groups of similar comments' },
    description: {
      sq: 'Grupet e komenteve që thonë të njëjtën gjë pothuajse me të njëjtat fjalë, siç i ka konfirmuar një zyrtar, me kodet e të gjithë anëtarëve. Edhe ato që nuk janë më grupe.',
      en: 'Groups of comments that say the same in nearly the same words, as an official has confirmed them, with the codes of all members. Those that are groups no more too.',
    },
    keywords: { sq: ['koment', 'grup', 'konsultim'], en: ['comment', 'group', 'consultation'] },
  },
  documents: {
    title: { sq: 'Dokumentet e konsultimeve', en: 'Documents of consultations' },
    description: {
      sq: 'Skedarët që institucionet kanë publikuar bashkë me konsultimet: projekte, relacione, njoftime dhe shtojca, me madhësinë dhe shumën e kontrollit.',
      en: 'Files that institutions published with consultations: drafts, reasonings, notices and annexes, with size and digest.',
    },
    keywords: { sq: ['dokument', 'relacion', 'shtojcë'], en: ['document', 'reasoning', 'annex'] },
  },
} as const
