import { randomUUID } from 'node:crypto'
import type { Database } from '#platform/db/database.ts'
import { addManyCases } from './many-cases.ts'
import { timesOf } from './office-times.ts'

const CASES = 10_000

/** The clerk's day with ten thousand cases in the register: the inbox, a search, one more case at the counter. */
export async function measureIntake(db: Database, url: string, print: (line: string) => void): Promise<void> {
  await addManyCases(db, 'bregas', CASES)
  const [account] = await db<{ id: string }[]>`select id from platform.accounts where name = 'Shpresa Demo'`
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const headers: Record<string, string> = { origin: url }
  const signIn = new URLSearchParams({ llogaria: account?.id ?? '' })
  const signedIn = await fetch(`${url}/hyr/demonstrim`, { method: 'POST', redirect: 'manual', headers, body: signIn })
  headers.cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const get = (path: string) => () => fetch(url + path, { headers, redirect: 'manual' })
  const search = (words: string) => get(`/zyra/hyrjet?gjendja=te-gjitha&q=${encodeURIComponent(words)}`)
  const enter = () => {
    const said = { emri: 'Hatixhe Shembull', lenda: 'Ndriçimi i rrugës', fjalet: 'Llamba nuk ndizet.' }
    const body = new URLSearchParams({ dergesa: randomUUID(), institucioni: institution?.id ?? '', ...said })
    return fetch(`${url}/zyra/hyrjet/sporteli`, { method: 'POST', redirect: 'manual', headers, body })
  }
  const measured = {
    'inbox, open cases': get('/zyra/hyrjet'),
    'inbox, all cases': get('/zyra/hyrjet?gjendja=te-gjitha'),
    'search by words of many letters': search('pastrimit'),
    'search by a name': search('Qytetar 7777'),
    'search by a number': search('7777/1997'),
    'counter, one more case': enter,
  }
  for (const [name, request] of Object.entries(measured)) {
    print(`${name}, ${CASES} cases: ${await timesOf(200, request)}`)
  }
}
