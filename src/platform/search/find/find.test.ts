import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { EVERYTHING, type Selection } from '../selection-rules.ts'
import { givenDocument } from './find-testing.ts'
import { selectionFilter } from './find-queries.ts'
import { findHits, MOST_COUNTED } from './hits-queries.ts'
import { passageOf } from './passage-rules.ts'
import type { ResolvedSelection } from './resolved-selection-rules.ts'
import { readSearchKey, writeSearchKey } from './search-key-rules.ts'
import { readSelection, resolveSelection, wordsOfSelection } from './selection-view.ts'
import { nearestWord, slipsBetween } from './spelling-rules.ts'
import { tsqueryOf } from '../analysis/analyse-rules.ts'

const db = await testDatabase()
const web = testWeb(db)

const resolvedOf = async (selection: Partial<Selection>): Promise<ResolvedSelection> => {
  const resolution = await resolveSelection(db, [], { ...EVERYTHING, ...selection })
  if (resolution.kind !== 'resolved') throw new Error('the selection is known')
  return resolution.resolved
}

/** Many documents as the index holds them: a common word in each, a rare one in every five hundredth. */
const givenMany = (count: number) => db`
  insert into platform.search_documents (subject, matter, kind, institution_id, lang, title, body, href, published_at,
    changed_at, day, year, state, words, title_words, stem_version, stamp)
  select ref, ref, case when n % 2 = 0 then 'consultation' else 'comment' end, (select id from platform.institutions where slug = 'prova'),
    'sq', 'Titulli ' || n, 'Fjalë.', '/konsultime/' || n, now(), now(), date '2020-01-01' + n / 10, 2020, 'published',
    (case when n % 500 = 0 then '''rrall'':1 ' else '' end || '''shpesh'':2,3')::tsvector, ''::tsvector, 1, md5(n::text)
  from (select n, 'consultations.consultation:' || md5(n::text)::uuid as ref from generate_series(1, ${count}::int) as n) as given`

describe('a search among many', () => {
  it('asks the index of words and never reads every row, whatever narrows it', async () => {
    await givenMany(31_000)
    await db`analyze platform.search_documents`
    for (const narrowed of [{}, { year: 2020 }, { institution: 'prova', year: 2020 }] satisfies Partial<Selection>[]) {
      const resolved = await resolvedOf({ words: 'rrallë', ...narrowed })
      const rows = await db`
        explain select doc.id from platform.search_documents as doc
        where ${selectionFilter(db, { ...resolved, tsquery: "'rrall'" })} order by doc.day desc, doc.id desc limit 20`
      const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
      expect(plan).toContain('Bitmap Index Scan on search_documents_words')
      expect(plan).not.toContain('Seq Scan')
    }
  })

  it('counts what is rare exactly, what is common up to a cap, and says of how many its facets are', async () => {
    const found = async (tsquery: string) =>
      findHits(db, {
        resolved: { ...(await resolvedOf({})), tsquery },
        order: 'date',
        after: null,
        limit: 20,
        perGroup: 4,
      })
    expect(await found("'rrall'")).toMatchObject({ total: 62, counted: 62, matters: 62 })
    const common = await found("'shpesh'")
    expect(common).toMatchObject({ total: MOST_COUNTED + 1, counted: MOST_COUNTED })
    expect(common?.hits).toHaveLength(21)
    expect(common?.facets.find(({ field, value }) => field === 'kind' && value === 'comment')?.hits).toBe(
      MOST_COUNTED / 2,
    )
  })

  it('gives up in time, and nobody else waits', async () => {
    const slow = { ...(await resolvedOf({})), tsquery: "'rrall'" }
    await db.begin(async (tx) => {
      await tx`lock table platform.search_documents in access exclusive mode`
      // As long as the lock is held an answer can only be that it took too long.
      expect(await findHits(db, { resolved: slow, order: 'date', after: null, limit: 20, perGroup: 4 })).toBeNull()
    })
  })
})

describe('a slip of the hand', () => {
  it('is mended by the nearest word that stands in something public', async () => {
    await db`truncate platform.search_documents`
    await givenDocument(db, { title: 'Buxheti', body: 'Buxheti i vitit.' })
    await db`insert into platform.search_words (folded, shown, stem, documents) values
      ('buxheti', 'buxheti', 'buxhet', 9), ('buxhetit', 'buxhetit', 'buxhet', 4), ('bufeja', 'bufeja', 'bufe', 40)
      on conflict do nothing`
    const page = await (await web.get('/kerko?q=buhxeti')).text()
    expect(page).toContain('<a href="/kerko?q=buxheti"><strong>buxheti</strong></a>')
    expect(await (await web.get('/kerko?q=buxheti')).text()).not.toContain('Mos donit')
  })

  it('is told while somebody types what it may become', async () => {
    const response = await web.get('/kerko/sugjerime?q=plani%20bux')
    expect(await response.json()).toEqual(['plani bux', ['plani buxheti']])
    expect(response.headers.get('cache-control')).toContain('max-age=300')
    expect(await (await web.get('/kerko/sugjerime?q=b')).json()).toEqual(['b', []])
  })

  it('is measured by signs too many, missing, other or turned round', () => {
    expect([
      slipsBetween('bashkia', 'bashkia'),
      slipsBetween('bahskia', 'bashkia'),
      slipsBetween('bashka', 'bashkia'),
    ]).toEqual([0, 1, 1])
    const words = [
      { folded: 'rruga', shown: 'rruga', documents: 2 },
      { folded: 'rrugat', shown: 'rrugat', documents: 9 },
    ]
    expect(nearestWord('rrugga', words)?.shown).toBe('rruga')
    expect(nearestWord('shkolla', words)).toBeNull()
  })
})

describe('a selection', () => {
  it('has one address and one sentence', async () => {
    const read = readSelection({ q: '  ujë   i pijshëm ', viti: '2026', institucioni: 'prova' })
    expect(read).toMatchObject({
      kind: 'read',
      selection: { words: 'ujë i pijshëm', year: 2026, institution: 'prova' },
    })
    expect(await wordsOfSelection(db, 'sq', read.selection, [])).toBe(
      'Gjithçka që publikohet, me fjalët «ujë i pijshëm», institucioni: Bashkia Prova, viti 2026',
    )
  })

  it('of words that cannot be looked for finds nothing, and never everything', async () => {
    for (const words of ['e të', '!!!', '…']) {
      const rows =
        await db`select from platform.search_documents as doc where ${selectionFilter(db, await resolvedOf({ words }))}`
      expect(rows).toHaveLength(0)
    }
  })

  it('keeps its place in a key, and takes no day that no calendar has', () => {
    const key = { tier: 1, rank: 5000, day: '2026-02-28', id: '7' }
    expect(readSearchKey(writeSearchKey(key))).toEqual(key)
    for (const day of ['2026-02-30', '2026-13-01', '2026-04-31']) expect(readSearchKey(`0.0.${day}.1`)).toBeNull()
  })
})

describe('a passage', () => {
  it('shows where the words stand, however long the text is, and as it was written', () => {
    const text = `${'Hyrje e gjatë. '.repeat(800)}Më në fund buxheti i ujërave miratohet. ${'Fund. '.repeat(500)}`
    const passage = passageOf(text, tsqueryOf('buxhetin ujërat', { lang: 'sq' }), 'sq')
    expect(passage?.parts.filter((_, index) => index % 2 === 1)).toEqual(['buxheti', 'ujërave'])
    expect(text).toContain(passage?.parts.join('') ?? 'nothing')
    expect([passage?.cutBefore, passage?.cutAfter]).toEqual([true, true])
  })
})
