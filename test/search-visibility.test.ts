import { describe, expect, it } from 'vitest'
import { refreshIndex } from '#platform/search/index/refresh-index.ts'
import { countWords } from '#platform/search/index/count-words.ts'
import { testDatabase } from './database.ts'
import { everyDoor } from './doors.ts'
import { publicPaths, waysToAsk } from './search-visibility/ways.ts'
import { plant } from './search-visibility/planted.ts'
import type { Secret } from './search-visibility/secrets.ts'
import { testWeb } from './web.ts'

/**
 * Every state that a record can be in × every way by which the public finds things. In each record that is not public stands
 * a secret of its own; no answer has a byte of it. Each record that is public is found.
 */
const db = await testDatabase()
const web = testWeb(db)
const { hidden, open } = await plant(web.services)
await followAll()
/** What stands in public for now, before it is hidden. */
const before = await whatTheIndexHolds()
for (const { hide } of hidden) await hide?.()
const atOnce = await whatTheIndexHolds()
for (const { move } of open) await move?.()
await followAll()

/** As the worker does it, until nothing waits. */
async function followAll(): Promise<void> {
  while ((await refreshIndex(web.services, everyDoor)) > 0);
  await countWords(web.services)
}

/** All that is derived of the records for finding and following, as one text. */
async function whatTheIndexHolds(): Promise<string> {
  const rows = await db<{ row: string }[]>`
    select document::text as row from platform.search_documents as document
    union all select document::text from platform.search_documents_next as document
    union all select word::text from platform.search_words as word
    union all select happening::text from platform.happenings as happening`
  return rows.map(({ row }) => row).join('\n')
}

const bodyOf = async (path: string, { there = true } = {}): Promise<string> => {
  const answer = await web.get(path)
  // A way that leads nowhere would hide everything.
  if (there) expect([path, answer.status < 500 && answer.status !== 404]).toEqual([path, true])
  // A compressed workbook or archive is looked into by the tests of the exports.
  return Buffer.from(await answer.arrayBuffer()).toString('latin1')
}

const holds = (text: string, { asked, beside }: Secret): boolean => text.includes(asked) || text.includes(beside)

const takenDown = hidden.filter(({ secret, hide }) => hide !== undefined && /taken down/.test(secret.name))

describe.each(takenDown)('$secret.name', ({ secret }) => {
  it('was gone from the index with the deed itself', () => {
    expect(before).toContain(secret.beside)
    expect(atOnce.includes(secret.beside)).toBe(false)
  })
})

describe.each(hidden)('$secret.name', ({ secret }) => {
  it('stands in nothing that is derived from the public record', async () => {
    expect(holds(await whatTheIndexHolds(), secret)).toBe(false)
  })

  it('is found in no way by whoever knows a word of it', async () => {
    for (const { path, unspoken } of waysToAsk(secret)) {
      const text = await bodyOf(path)
      expect([path, unspoken.filter((word) => text.includes(word))]).toEqual([path, []])
    }
  })
})

describe('what is public', () => {
  it.each(open)('$secret.name is found', async ({ secret, kind }) => {
    for (const prefix of ['/kerko.json', '/api/v1/kerko']) {
      const answer = await web.get(`${prefix}?q=${secret.asked}`)
      expect([prefix, answer.status]).toEqual([prefix, 200])
      expect(await answer.text()).toContain(secret.beside)
    }
    expect(await bodyOf(`/kerko?q=${secret.asked}&lloji=${kind}`)).toContain(secret.beside)
  })

  it('says nothing of what is not on any page that lists it', async () => {
    const paths = await publicPaths(web)
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) {
      const text = await bodyOf(path, { there: false })
      const found = hidden
        .filter(({ secret, told }) => told !== true && holds(text, secret))
        .map(({ secret }) => secret.name)
      expect([path, found]).toEqual([path, []])
    }
  })
})
