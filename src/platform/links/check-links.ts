import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import { showSign } from '../signs/show-sign.ts'
import { findSubjects } from '../subjects/find-subjects.ts'
import { listLinkEnds } from './link-queries.ts'

/** How many links are looked at with one question. */
const AT_ONCE = 500
/** So many are named in the log; the state page has their number. */
const MOST_NAMED = 20

/** Looks at both ends of every link: who runs the installation reads how many lead nowhere, and the log names them. */
export async function checkLinks(
  services: Services,
  doors: readonly Door[],
): Promise<{ looked: number; dangling: number }> {
  const named: string[] = []
  let [looked, dangling] = [0, 0]
  for (let after: string | null = null, more = true; more;) {
    const links = await listLinkEnds(services.db, after, AT_ONCE)
    const refs = links.flatMap(({ fromRef, toRef }) => [fromRef, toRef])
    const found = await findSubjects(doors, services, 'sq', refs)
    for (const { id, fromRef, toRef } of links) {
      if (found.has(fromRef) && found.has(toRef)) continue
      dangling += 1
      if (named.length < MOST_NAMED) named.push(id)
    }
    looked += links.length
    more = links.length === AT_ONCE
    after = links.at(-1)?.id ?? null
  }
  if (dangling > 0) services.log.warn({ dangling, links: named }, 'links lead to records that are not there')
  await showSign(services, 'links', { ok: dangling === 0, looked, dangling })
  return { looked, dangling }
}
