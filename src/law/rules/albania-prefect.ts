import { article, PREFECT_LAW } from './law-names.ts'
import { albanian, inAlbania, notes } from './make-rule.ts'
import type { Rule } from './rule.ts'

const SOURCE = ['prefektifier.gov.al/kompetencat-vendore/']

const NUMBER_OF_LAW = {
  sq: 'Neni është parë te prefekti; numri i ligjit nuk është verifikuar.',
  en: 'The article was seen with the prefect; the number of the law was not verified.',
}
const COUNTED_AS_CODE = {
  sq: 'Që afati mes dy organeve numërohet sipas Kodit të Procedurave Administrative, është hamendësim.',
  en: 'That a clock between two bodies is counted as the Code of Administrative Procedures has it is an assumption.',
}

/** The law on the prefect: the review of legality. */
export const ALBANIA_PREFECT: readonly Rule[] = [
  albanian({
    id: 'AL-PREF-DEPOSIT',
    terms: inAlbania('max', 10, 'd'),
    clock: { sq: 'brenda 10 ditëve', en: 'within 10 days' },
    start: { sq: 'Shpallja e aktit normativ', en: 'Normative act announced' },
    actor: { sq: 'Njësia vendore, që e dorëzon te prefekti', en: 'Local body, which deposits it with the prefect' },
    lapse: null,
    law: 'Prefect law Art 16 (law 107/2016: number from recollection)',
    lawName: article(PREFECT_LAW, '16'),
    sources: SOURCE,
    confidence: 'T',
    note: notes(NUMBER_OF_LAW, COUNTED_AS_CODE),
  }),
  albanian({
    id: 'AL-PREF-CHECK',
    terms: inAlbania('max', 10, 'd'),
    clock: { sq: 'brenda 10 ditëve', en: 'within 10 days' },
    start: { sq: 'Regjistrimi i aktit në protokollin e prefektit', en: 'Act entered in prefect’s protocol' },
    actor: {
      sq: 'Prefekti, që shprehet për ligjshmërinë; mund ta kthejë aktin një herë, pastaj t’i drejtohet gjykatës',
      en: 'Prefect, who states legality; may return the act once, then go to court',
    },
    lapse: { sq: 'Akti nuk pezullohet', en: 'The act is not suspended' },
    law: 'Prefect law Art 16',
    lawName: article(PREFECT_LAW, '16'),
    sources: SOURCE,
    confidence: 'T',
    note: notes(
      {
        sq: 'Teksti nuk thotë çfarë kuptimi ka heshtja e prefektit.',
        en: 'The text does not say what the prefect’s silence means.',
      },
      NUMBER_OF_LAW,
      COUNTED_AS_CODE,
    ),
  }),
]
