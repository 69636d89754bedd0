import { article, L03_L064, L05_L031 } from './law-names.ts'
import { kosovan } from './make-rule.ts'
import type { Rule } from './rule.ts'

/** The general procedure, and the holidays. */
export const KOSOVO_OTHERS: readonly Rule[] = [
  kosovan({
    id: 'XK-LGAP',
    terms: null,
    clock: { sq: 'afatet nuk janë parë', en: 'the terms were not seen' },
    start: {
      sq: 'Kërkesa ose ankesa në procedurë administrative',
      en: 'Request or complaint in an administrative procedure',
    },
    actor: { sq: 'Pala; organi publik', en: 'Party; body' },
    lapse: null,
    law: 'L05/L-031',
    lawName: L05_L031,
    sources: ['gzk.rks-gov.net/ActDetail.aspx?ActID=12559'],
    confidence: 'N',
    note: {
      sq: 'Flitet për 30, 30 dhe 45 ditë, por pa burim.',
      en: '30, 30 and 45 days are spoken of, without a source.',
    },
  }),
  kosovan({
    id: 'XK-HOLIDAY-SHIFT',
    terms: null,
    clock: { sq: 'pushohet në ditën ose ditët e punës që pasojnë', en: 'the next working day or days are off' },
    start: { sq: 'Festa që bie të shtunën ose të dielën', en: 'Holiday on a Saturday or Sunday' },
    actor: { sq: 'Të gjitha institucionet', en: 'All institutions' },
    lapse: null,
    law: 'L03/L-064 Art 4',
    lawName: article(L03_L064, '4'),
    sources: ['kosovarimedia.com'],
    confidence: 'T',
    note: null,
  }),
]
