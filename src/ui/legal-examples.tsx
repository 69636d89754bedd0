import type { LegalNode } from './article-text.tsx'
import { ArticleText } from './article-text.tsx'
import type { Example } from './example.ts'

const node = (kind: string, id: string, words: Partial<LegalNode>): LegalNode => ({
  id,
  kind,
  label: null,
  heading: null,
  body: '',
  children: [],
  ...words,
})

const LETTERS: LegalNode[] = [
  node('letter', 'n-5-1-c', { label: 'c)', body: 'të shtunën nga ora 06:00 deri në orën 14:00;' }),
  node('letter', 'n-5-1-cc', {
    label: 'ç)',
    body: 'në ditët e festave, sipas kalendarit që miraton kryetari i bashkisë.',
  }),
]

/** Articles with points, letters, a label that is no number, and a table. */
export const TEXT_EXAMPLE: readonly LegalNode[] = [
  node('chapter', 'n-k2', {
    label: 'II',
    heading: 'Tregjet e hapura',
    children: [
      node('article', 'n-5', {
        label: '5',
        heading: 'Oraret e tregut',
        children: [
          node('point', 'n-5-1', { label: '1.', body: 'Tregjet e hapura punojnë:', children: LETTERS }),
          node('point', 'n-5-11', {
            label: '1.1',
            body: 'Orari i dimrit fillon një orë më vonë dhe shpallet së paku dhjetë ditë përpara në çdo njësi administrative.',
          }),
        ],
      }),
      node('article', 'n-5-a', {
        label: '5/1',
        heading: 'Tarifat',
        body: 'Tarifa ditore për një vend tregtimi është si më poshtë.',
        children: [
          node('table', 'n-5-a-t', { body: 'Zona\tMetra katrorë\tLekë në ditë\nQendra\t4\t300\nPeriferia\t6\t150' }),
        ],
      }),
    ],
  }),
]

export const legalExamples: readonly Example[] = [
  {
    component: 'ArticleText',
    name: 'nene me pika, shkronja dhe tabelë',
    render: () => (
      <ArticleText
        nodes={TEXT_EXAMPLE}
        level={3}
        after={(article) => <a href={`#komento-${article.id}`}>Komentoni nenin {article.label}</a>}
        passages={{
          href: (article) => `/konsultime/shembull/koment?neni=${article.id}`,
          label: 'Komentoni këtë fragment',
        }}
      />
    ),
  },
]
