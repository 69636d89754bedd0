const words = (list: string): string[] => list.trim().split(/\s+/)

/**
 * Short on purpose. After folding, small words meet words of substance: `para` is before and money, `jete` be and life, `dite`
 * knew and day, `nen` under and article: they stay words.
 */
const ALBANIAN = words(`
  i e te se ne me per nga dhe ose qe si a as ku kur ky kjo keto keta ajo ata ato
  eshte jane ishte ishin ka kane kam kemi do nuk s u ta tu ti une ju na ia nje
  kete ketij kesaj ketyre tij saj tyre tone tuaj im yt jot yne jone por edhe mund duhet
  cili cila cilat cilet cilin cilen cilit ciles prej tek mbi pa deri gjate pas sa c m t
  ndaj vetem perse gjithe gjitha kaq aq atij asaj atyre vete`)

/** Nor `ua` (udhëzim administrativ), `ai`, `it`: abbreviations. Without "are", "be", "has", "an": arë, BE, the municipality of Has, anë. */
const ENGLISH = words(`
  the of and to in is its on for with by as at that this these those from or was were which will would shall
  been have had not their there they we you your our he she his her`)

/** Folded, as Cyrillic and as Latin. */
const SERBIAN = words(`i u na je se su od za sa ili koji koja koje kao da do ne iz po o s k`)

/**
 * Words that say nothing of what a text is about, of all languages at once: a query does not know the language of the records,
 * so the same words are left out of every text and every query.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set([...ALBANIAN, ...ENGLISH, ...SERBIAN])
