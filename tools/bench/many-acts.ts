import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { actSearch } from '#modules/council-acts/reading/found-view.ts'
import type { Database } from '#platform/db/database.ts'
import { indexRowOf } from '#platform/search/index/index-row-rules.ts'
import { writeDocuments } from '#platform/search/index/document-queries.ts'

type Line = {
  id: number
  title: string
  body: string
  type: string
  year: number
  date: string
  status: string
  commission: string
  topics: string[]
}

const AT_ONCE = 1000

/**
 * The register of a municipality with so many acts of eleven years, with their texts in the index of words: those of the generator
 * where the real data are, else of the same shape made here. Written past the ledger, whose entries are not what is measured.
 */
export async function addManyActs(db: Database, count: number, print: (line: string) => void): Promise<void> {
  const begun = performance.now()
  let batch: Line[] = []
  let done = 0
  const write = async () => {
    if (batch.length === 0) return
    await writeActs(db, batch)
    done += batch.length
    batch = []
    if (done % 20_000 === 0) print(`acts added: ${done}`)
  }
  for await (const line of linesOf(count)) {
    batch.push(line)
    if (batch.length === AT_ONCE) await write()
  }
  await write()
  await db`vacuum analyze council_acts.acts`
  await db`vacuum analyze platform.search_documents`
  await db`analyze platform.subject_topics`
  print(`${done} acts added in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

async function* linesOf(count: number): AsyncGenerator<Line> {
  const generator = join(process.env.KUVEND_REAL_DATA || '../shared/data', 'acts-generator/generate.py')
  const there = await access(generator).then(
    () => true,
    () => false,
  )
  if (!there) {
    for (let n = 1; n <= count; n += 1) yield lineOf(n, count)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-acts-'))
  try {
    await promisify(execFile)('python3', [generator, '--n', String(count), '--out', folder])
    const lines = createInterface({ input: createReadStream(join(folder, 'acts.jsonl')), crlfDelay: Infinity })
    for await (const line of lines) yield JSON.parse(line) as Line
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const TYPES = ['vendim', 'vendim', 'vendim', 'vendim', 'urdher', 'proces-verbal', 'njoftim', 'raport', 'rregullore']
const STATUSES = ['ne-fuqi', 'ne-fuqi', 'ne-fuqi', 'ndryshuar', 'shfuqizuar', 'ne-shqyrtim', 'pezulluar']
const ABOUT = ['buxhetin', 'tarifën e mbetjeve', 'ndihmën ekonomike', 'ndriçimin publik', 'bursat', 'rrugët', 'pyjet']

/** Of the same shape as the generator's, without its variety. */
function lineOf(n: number, count: number): Line {
  const day = new Date(Date.UTC(2015, 0, 5) + ((n - 1) / count) * 4005 * 86_400_000)
  const about = ABOUT[n % ABOUT.length] ?? ''
  const year = day.getUTCFullYear()
  const paragraph = `Neni i këtij akti rregullon ${about} në njësinë administrative ${n % 24}, sipas kërkesës nr. ${n}. `
  return {
    id: n,
    title: `Akti nr. ${n}, datë ${day.toISOString().slice(0, 10)}, «Për ${about} në njësinë ${n % 24}»`,
    body: paragraph.repeat(30),
    type: TYPES[n % TYPES.length] ?? 'vendim',
    year,
    date: day.toISOString(),
    status: STATUSES[n % STATUSES.length] ?? 'ne-fuqi',
    commission: `komisioni-${n % 8}`,
    topics: [],
  }
}

/** Where the triggers of the ledger are set aside: nothing here is a deed. */
const writeActs = (db: Database, lines: readonly Line[]) =>
  db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    const added = await tx<{ id: string }[]>`
      insert into council_acts.acts (institution_id, import_key, kind, nature, series, year, serial, number_words, slug, title,
        adopted_on, announced_on, announce_by, commission_words, plain_text, state, history, stated_force, in_force_from, legality,
        created_at, changed_at, published_at)
      select institution.id, 'bench-' || line.id, kind.kind, case when kind.kind in ('decision', 'regulation') then 'normative' else 'internal' end,
             kind.kind, line.year, coalesce((regexp_match(line.title, 'nr\\. (\\d+)'))[1]::int, line.id), null, 'lumebardhe-' || line.type || '-' || line.id || '-' || line.year, line.title,
             line.date::date, line.date::date + (line.id % 14)::int, line.date::date + 10, line.commission, line.body, 'announced', true,
             force.stated, null, (array['none', 'sent', 'conform', 'conform', 'returned'])[1 + line.id % 5], ${new Date()}, ${new Date()}, ${new Date()}
      from jsonb_to_recordset(${tx.json(lines)}::jsonb) as line (
        id int, title text, body text, type text, year int, date text, status text, commission text)
      join (values ('vendim', 'decision'), ('urdher', 'order'), ('proces-verbal', 'minutes'), ('njoftim', 'notice'),
                   ('raport', 'report'), ('rregullore', 'regulation')) as kind (type, kind) on kind.type = line.type
      join (values ('ne-fuqi', 'in-force'), ('ndryshuar', 'amended'), ('shfuqizuar', 'repealed'), ('ne-shqyrtim', 'not-yet'),
                   ('pezulluar', 'suspended')) as force (status, stated) on force.status = line.status
      join platform.institutions as institution on institution.slug = 'bregas'
      returning id`
    const ids = added.map(({ id }) => id)
    await tx`
      insert into platform.subject_topics (subject, topic_id, institution_id)
      select 'council-acts.act:' || act.id, topic.id, act.institution_id
      from council_acts.acts as act
      join (select id, row_number() over (order by id) - 1 as place, count(*) over () as of from platform.topics) as topic
        on topic.place = act.serial % topic.of
      where act.id = any(${ids}::uuid[])`
    const documents = await actSearch.find(tx, ids, new Date())
    await writeDocuments(tx, 'search_documents', [], documents.map(indexRowOf))
  })
