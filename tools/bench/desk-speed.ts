import { cpus, availableParallelism, loadavg } from 'node:os'
import { buildWeb } from '#app/web.ts'
import { runPlacing } from '#modules/consultations/groups/place-in-groups.ts'
import type { Services } from '#platform/services.ts'
import { loadAssets } from '#ui/assets.ts'
import { openBenchHouse } from './comment-house.ts'
import { addManyComments, addSome, type Busy } from './many-comments.ts'
import { timesOf } from './office-times.ts'
import { statementsOf } from './search-load/plans.ts'

type Print = (line: string) => void

const SLUG = 'bregas-2026-1'
const TURNS = 40
const LETTER = 'Kërkoj që tarifa të ulet për familjet e mëdha, sepse rruga jonë pastrohet vetëm një herë në javë.'

/** The desk, results of questions and groups of like comments, with so many comments in one consultation. */
export async function measureDesk(print: Print, comments: number): Promise<void> {
  print(`${new Date().toISOString()}, ${availableParallelism()} processors, load before: ${loadavg()[0]?.toFixed(1)}`)
  const house = await openBenchHouse()
  try {
    const { services } = house
    const busy = await addManyComments(services.db, SLUG, comments)
    loadAssets()
    const ask = await asCoordinator(services)
    for (const [name, path] of Object.entries(await pagesOf(services, busy))) {
      print(`${name}: ${await timesOf(TURNS, () => ask(path))}`)
      if (process.env.DESK_PLANS) await explain(services, () => ask(path), print)
    }
    await measurePlacing(services, busy, print)
    print(`load after: ${loadavg()[0]?.toFixed(1)}; ${cpus()[0]?.model}`)
  } finally {
    await house.close()
  }
}

async function asCoordinator(services: Services): Promise<(path: string) => Promise<Response>> {
  const { db, settings } = services
  const app = buildWeb(services)
  const [account] = await db<{ id: string }[]>`select id from platform.accounts where name = 'Ilir Demo'`
  const body = new URLSearchParams({ llogaria: account?.id ?? '' })
  const headers = { origin: settings.url }
  const signedIn = await app.request(`${settings.url}/hyr/demonstrim`, { method: 'POST', headers, body })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return async (path) => app.request(settings.url + path, { headers: { cookie } })
}

async function pagesOf({ db }: Services, { id, slug }: Busy): Promise<Record<string, string>> {
  const [middle] = await db<{ id: string; code: string; nodeId: string }[]>`
    select id, code, stands_node_id as node_id from consultations.comments
    where consultation_id = ${id} and confirmed_at is not null and stands_node_id is not null
    order by confirmed_at desc, id desc offset 3000 limit 1`
  const desk = (query: string) => `/zyra/komente?konsultimi=${id}${query}`
  const among = (query: string) =>
    `/zyra/komente/${middle?.id ?? ''}?lista=${encodeURIComponent(`konsultimi=${id}${query}`)}`
  return {
    'desk, all': '/zyra/komente?rendi=te-vjetrat',
    'desk, one consultation': desk(''),
    'desk, waiting': desk('&gjendja=waiting'),
    'desk, by channel': desk('&kanali=post'),
    'desk, by sender': desk('&derguesi=civil-society'),
    'desk, of an article': desk(`&neni=${middle?.nodeId ?? ''}`),
    'desk, late': desk('&vonese=po'),
    'desk, with a wording': desk('&formulim=po'),
    'desk, with answers': desk('&pergjigje=po'),
    'desk, with a file': desk('&dokument=po'),
    'desk, with personal data': desk('&gjetur=po'),
    'desk, nobody has it': desk('&caktuar=askush'),
    'desk, by a code': desk(`&q=${middle?.code ?? ''}`),
    'desk, by words': desk('&q=tarifa'),
    'desk, by words nobody wrote': desk('&q=zzkqx'),
    'desk, by two letters': desk('&q=ta'),
    'desk, by name': desk('&q=Qytetar+7777'),
    'desk, between two days': desk('&nga-day=10&nga-month=11&nga-year=2026&deri-day=14&deri-month=11&deri-year=2026'),
    'desk, in English': desk('&gjuha=en'),
    'desk, ordered by article': desk('&rendi=neni'),
    'a comment among its neighbours': among(''),
    'the same, ordered by article': among('&rendi=neni'),
    'the same, by words': among('&q=ta'),
    'results of questions': `/konsultime/${slug}/pyetje`,
    'groups in the office': `/zyra/konsultime/${id}/grupet`,
    'groups for everybody': `/konsultime/${slug}/grupet`,
    'the consultation': `/konsultime/${slug}`,
  }
}

async function measurePlacing(services: Services, busy: Busy, print: Print): Promise<void> {
  const from = performance.now()
  await runPlacing(services, busy.id)
  print(`all placed in groups: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  const times: number[] = []
  for (let n = 0; n < TURNS; n++) {
    await services.db.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await addSome(tx, busy, 900_000 + n, 900_001 + n, [`${LETTER} ${n}`])
    })
    const begun = performance.now()
    await runPlacing(services, busy.id)
    times.push(performance.now() - begun)
  }
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => `${(sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0)} ms`
  print(`one more placed: p50 ${at(0.5)}, p95 ${at(0.95)} of ${TURNS}`)
}

/** With DESK_PLANS=1: what takes longer than this of the database's time, with its plan. */
const SLOW_MS = 15

async function explain({ db }: Services, ask: () => Promise<unknown>, print: Print): Promise<void> {
  for (const { text, values } of await statementsOf(db, ask)) {
    if (!/^\s*(select|with)/.test(text) || /for update|_lock\(/.test(text)) continue
    const rows = await db.unsafe<Record<string, string>[]>(`explain (analyze, buffers) ${text}`, values as never[])
    const plan = rows.map((row) => Object.values(row)[0] ?? '')
    const took = Number(/Execution Time: ([\d.]+)/.exec(plan.join('\n'))?.[1] ?? 0)
    if (took > SLOW_MS) print(`${text}\n${plan.join('\n')}`)
  }
}
