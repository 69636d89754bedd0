/** An ending is cut when at least `least` letters stay, `keep` counted; `keep` stands in its place. */
export type Ending = { cut: string; keep: string; least: number }

const endings = (cuts: string, keep: string, least: number): Ending[] =>
  cuts.split(' ').map((cut) => ({ cut, keep, least }))

/** Endings that keep their first letters: `rve` is cut to `r` and leaves the stem its consonant. */
const keeping = (letters: string, rest: string, least: number): Ending[] =>
  letters.split(' ').map((letter) => ({ cut: letter + rest, keep: letter, least }))

const AGENTS: readonly Ending[] = keeping(
  'ites jtes heqes marres dhenes beres ledhes jedhes nxenes hyres qyres shtypes veshes pages',
  '',
  5,
)

/** Case, number and definiteness. All words are folded: ë is e, ç is c. */
export const CASE_ENDINGS: readonly Ending[] = [
  // Genitive, dative and ablative plural: vendimeve, komunave, bashkive, qytetarve, lumenjve.
  ...endings('ave eve', '', 2),
  ...endings('ueve', 'u', 3),
  ...keeping('i u s r j q n l m', 've', 3),
  // Not the written standard, though often written: vendimevet, qytetarvet.
  ...endings('avet evet', '', 3),
  ...endings('ivet', 'i', 3),
  ...endings('rvet', 'r', 3),
  // Adjectives in -iv: "aktive" is no plural of "akti".
  ...endings('tive', 'tiv', 4),
  ...endings('rtive', 'rti', 4),
  ...endings('sportive', 'sportiv', 4),
  // Ablative plural: vendimesh, komunash, bashkish.
  ...endings('ash', '', 2),
  ...endings('esh', '', 3),
  ...endings('ish', 'i', 4),
  ...keeping('j r', 'sh', 3),
  // Nominative and accusative plural, definite: vendimet, komunat, bashkitë, lumenjtë.
  ...endings('at et', '', 2),
  ...endings('ite', 'i', 3),
  ...endings('jte jt', 'j', 3),
  ...endings('mte', 'm', 3),
  ...endings('itet', 'itet', 6),
  // Genitive and dative singular, definite: komunës, bashkisë, vendimit, qarkut.
  ...endings('es it', '', 2),
  ...endings('ise ies', 'i', 3),
  ...endings('ues', 'ues', 5),
  ...keeping('k g h e i o', 'ut', 3),
  // Accusative singular, definite: komunën, bashkinë, vendimin, qarkun.
  ...endings('en in', '', 2),
  ...endings('ine ien', 'i', 3),
  ...keeping('k g h e i o', 'un', 3),
  // Nominative singular definite, plurals, feminine adjectives, the oblique cases without article.
  ...endings('ia ie', 'i', 3),
  ...endings('ja je jeje', 'j', 3),
  ...endings('eje', '', 3),
  ...endings('a e i', '', 2),
  ...endings('u', '', 3),
  // Of verbs in -oj, not cases: what the second step needs whole.
  ...keeping('ua uat uan', '', 5),
  // Agents of verbs in -it and the like, where no feminine noun ends so: paditës (who sues) is not paditje or paditur.
  ...AGENTS,
]

/** What stands before the case ending: agents in -ës, participles. */
export const WORD_ENDINGS: readonly Ending[] = [
  ...AGENTS,
  ...endings('es', '', 4),
  ...endings('i', '', 3),
  ...endings('ues', 'ues', 5),
  ...endings('u', '', 4),
]

/**
 * Verbs in -oj: miratoj, miraton, miratoi, miratuan, miratohet, miratuar. Their theme vowel stays (`mirato`), so that a
 * verb never meets a noun of the same root: provo- and prov-, publiko- and publik-.
 */
export const VERB_ENDINGS: readonly Ending[] = [
  ...endings('uar uam uan', 'o', 3),
  ...endings('uat ua uash', 'o', 4),
  ...endings('oj on', 'o', 4),
  ...endings('ojm ojn onim ont', 'o', 3),
  ...endings('oh ohem ohesh oheshim ohej ohun', 'o', 3),
  ...endings('ov osh oft ofsh ofshim ofshi', 'o', 4),
  // The admirative, of newspapers more than of acts.
  ...endings('uak uakam uakan uakem uakesh uakeshim uakej', 'o', 4),
  // Participles of the others: vendosur, lidhur.
  ...endings('ur', '', 4),
]
