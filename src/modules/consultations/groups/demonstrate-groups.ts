import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { findOpenWithoutGroups } from './demonstrate-queries.ts'
import { changeGroup, listGroupIds, membersOf, moveMembers } from './group-write-queries.ts'
import { keepGroups } from './keep-groups.ts'
import { runPlacing } from './place-in-groups.ts'

const Letters = z.array(
  z.object({
    institution: z.string(),
    title: z.string(),
    words: z.string(),
    people: z.array(z.object({ name: z.string(), place: z.string() })),
  }),
)

export type DemoLetter = {
  article: null
  quote: null
  words: string
  author: string
  name_public: boolean
  organisation: null
  day: number
}

/** In an open consultation of each municipality a few invented people send one letter, and an official has confirmed the group. */
export async function groupDemo(
  services: Services,
  send: (tx: Transaction, slug: string, letter: DemoLetter) => Promise<void>,
): Promise<void> {
  for (const one of Letters.parse(JSON.parse(await readFile('db/demo/groups.json', 'utf8')))) {
    const found = await findOpenWithoutGroups(services.db, one.institution, services.clock.now())
    if (!found) continue
    await services.db.begin(async (tx) => {
      for (const { name, place } of one.people) {
        const words = one.words.replaceAll('{name}', name).replaceAll('{place}', place)
        const nobody = { article: null, quote: null, organisation: null, day: 0 } as const
        await send(tx, found.slug, { ...nobody, words, author: name, name_public: true })
      }
    })
    await runPlacing(services, found.id)
    await confirmDemo(services, found.id, one.title)
  }
}

async function confirmDemo(services: Services, consultationId: string, title: string): Promise<void> {
  const at = services.clock.now()
  await services.db.begin(async (tx) => {
    for (const { id } of await listGroupIds(tx, consultationId)) {
      const ids = (await membersOf(tx, id)).map(({ commentId }) => commentId)
      await moveMembers(tx, id, ids, { state: 'confirmed', at, by: null })
      await changeGroup(tx, id, { state: 'confirmed', title }, { at, deed: true })
      await keepGroups(tx, services, [id])
    }
  })
}
