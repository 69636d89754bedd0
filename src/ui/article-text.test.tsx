import { describe, expect, it } from 'vitest'
import type { LegalNode } from './article-text.tsx'
import { ArticleText } from './article-text.tsx'
import { TEXT_EXAMPLE } from './legal-examples.tsx'
import { htmlOf } from './testing.ts'

const PASSAGES = { href: (node: LegalNode) => `/komento?neni=${node.id}`, label: 'Komentoni' }

/** What a browser's `textContent` gives, with runs of white space as one. */
const wordsIn = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('a legal text', () => {
  it('prints every label as it stands in the source, never as a counter', async () => {
    const html = await htmlOf(<ArticleText nodes={TEXT_EXAMPLE} level={3} />)
    expect(html).not.toContain('<ol')
    for (const label of ['KREU II', 'Neni 5', 'Neni 5/1', '1.1', 'c)', 'ç)']) expect(html).toContain(`>${label}</span>`)
  })

  it('has headings one level deeper for what lies inside', async () => {
    const html = await htmlOf(<ArticleText nodes={TEXT_EXAMPLE} level={3} />)
    expect(html).toMatch(/<h3 class="kv-legal__division-heading">/)
    expect(html).toMatch(/<h4 class="kv-legal__article-heading">/)
  })

  it('shows a table as one, with its first row as heads', async () => {
    const html = await htmlOf(<ArticleText nodes={TEXT_EXAMPLE} level={3} />)
    expect(html).toMatch(/<th class="govuk-table__header" scope="col">Zona/)
    expect(html).toMatch(/<td class="govuk-table__cell">Qendra/)
  })

  it('lets words be marked in an article alone, and keeps its labels and points in one run of words', async () => {
    const html = await htmlOf(
      <ArticleText nodes={TEXT_EXAMPLE} level={3} passages={PASSAGES} after={() => <b>Nën nenin</b>} />,
    )
    const words =
      /<div class="kv-legal__words" data-comment-passage="" data-href="\/komento\?neni=n-5" [^>]*>(.*?)<div class="kv-legal__after">/.exec(
        html,
      )
    expect(wordsIn(words?.[1] ?? '')).toBe(
      '1. Tregjet e hapura punojnë: c) të shtunën nga ora 06:00 deri në orën 14:00; ' +
        'ç) në ditët e festave, sipas kalendarit që miraton kryetari i bashkisë. ' +
        '1.1 Orari i dimrit fillon një orë më vonë dhe shpallet së paku dhjetë ditë përpara në çdo njësi administrative.',
    )
  })

  it('shows an article that has its own page without heading, still to be marked', async () => {
    const node = {
      id: 'n-1',
      kind: 'paragraph',
      label: '1',
      heading: 'Objekti',
      body: 'Fjalët.\nTë tjera.',
      children: [],
    }
    const html = await htmlOf(<ArticleText nodes={[node]} level={2} passages={PASSAGES} />)
    expect(html).not.toContain('Objekti')
    expect(html).toContain('data-comment-passage')
    expect(wordsIn(html)).toBe('Fjalët. Të tjera.')
  })
})
