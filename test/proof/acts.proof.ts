import { execFileSync, spawnSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { importActs } from '#modules/council-acts/archive/import-acts.ts'
import { undoArchive } from '#modules/council-acts/archive/undo-archive.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import { aPdf, addRevision, makeSigner, signPdf } from '#platform/signatures/signatures-testing.ts'
import { checkSignatures } from '#platform/signatures/check-signatures.ts'
import { addTestInstitutions } from '../template.ts'
import { proofServices } from './proof-services.ts'

const DATA = process.env.KUVEND_REAL_DATA || join(import.meta.dirname, '../../../shared/data')
const ROWS = 100_000

/** A register of 100,000 acts taken in, again, and undone, with its sums; and signatures judged by a program that is not ours. */
export async function prove(): Promise<string[]> {
  if (spawnSync('pdfsig', ['-v']).error) throw new Error('Install poppler-utils for this proof')
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-acts-'))
  try {
    return [...(await archiveOf(folder)), await signaturesIn(folder)]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function archiveOf(folder: string): Promise<string[]> {
  const generator = join(DATA, 'acts-generator/generate.py')
  if (!existsSync(generator)) throw new Error(`No acts-generator in ${DATA}: set KUVEND_REAL_DATA`)
  execFileSync('python3', [generator, '--n', String(ROWS), '--out', folder])
  const path = join(folder, 'acts.jsonl')
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  try {
    await migrateJobs(server.url)
    const db = openDatabase(server.url, { max: 4 })
    await migrate(db, 'db/migrations')
    await addTestInstitutions(db)
    const lines = await takenInAndUndone(db, folder, path)
    await db.end()
    return lines
  } finally {
    await server.stop()
  }
}

async function takenInAndUndone(db: Database, folder: string, path: string): Promise<string[]> {
  const services = proofServices(db, folder)
  const institutionId = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''
  const order = { institutionId, by: null, archiveId: null, progress: () => {} }
  const [archive, first] = await timed(() => importActs(services, order, { path }))
  same(await countFile(path), await countRegister(db))
  const [again, second] = await timed(() => importActs(services, order, { path }))
  expect(again.known === ROWS && again.added === 0, `${again.known} known`)
  const [, third] = await timed(() => undoArchive(services, { archiveId: archive.id, by: null, progress: () => {} }))
  const left = await db<{ count: number }[]>`
    select count(*)::int as count from council_acts.acts where institution_id = ${institutionId}`
  expect(left[0]?.count === 0, `${left[0]?.count} acts left`)
  return [
    `${archive.added} of ${ROWS} rows taken in through the ledger in ${first} s, ${archive.refused} refused; acts by year and type, sum of days and of characters equal to the file`,
    `the same file again, all known, in ${second} s; undone whole in ${third} s`,
  ]
}

type Sums = { kinds: Map<string, number>; days: number; characters: number }

/** Counted from the file, by nothing of the importer. */
async function countFile(path: string): Promise<Sums> {
  const sums: Sums = { kinds: new Map(), days: 0, characters: 0 }
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const row = JSON.parse(line) as { type: string; year: number; date: string; body: string }
    const kind = `${row.type} ${row.year}`
    sums.kinds.set(kind, (sums.kinds.get(kind) ?? 0) + 1)
    sums.days += Date.parse(row.date.slice(0, 10)) / 86_400_000
    sums.characters += [...row.body.trim()].length
  }
  return sums
}

async function countRegister(db: Database): Promise<Sums> {
  const kinds = await db<{ kind: string; count: number }[]>`
    select kind_words || ' ' || extract(year from adopted_on)::int as kind, count(*)::int as count
    from council_acts.acts group by 1`
  const [sums] = await db<{ days: number; characters: number }[]>`
    select sum(adopted_on - date '1970-01-01')::float8 as days, sum(length(trim(plain_text, E' \\n\\t')))::float8 as characters
    from council_acts.acts`
  return {
    kinds: new Map(kinds.map(({ kind, count }) => [kind, count])),
    days: sums?.days ?? 0,
    characters: sums?.characters ?? 0,
  }
}

function same(file: Sums, register: Sums): void {
  expect(file.days === register.days, `days ${file.days}, ${register.days}`)
  expect(file.characters === register.characters, `characters ${file.characters}, ${register.characters}`)
  for (const [kind, count] of file.kinds)
    expect(register.kinds.get(kind) === count, `${kind}: ${count}, ${register.kinds.get(kind)}`)
  expect(file.kinds.size === register.kinds.size, `${file.kinds.size} kinds, ${register.kinds.size}`)
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

async function timed<T>(deed: () => Promise<T>): Promise<[T, string]> {
  const begun = performance.now()
  const outcome = await deed()
  return [outcome, ((performance.now() - begun) / 1000).toFixed(1)]
}

/** Each file judged by the program and by poppler: the same signature valid or not, the same part of the file covered. */
async function signaturesIn(folder: string): Promise<string> {
  const [rsa, ecdsa] = [
    await makeSigner({ name: 'Kryetare Prove' }),
    await makeSigner({ name: 'Kryetar Prove', method: 'ECDSA' }),
  ]
  const good = await signPdf(aPdf(), rsa)
  const altered = Buffer.from(good)
  const at = altered.indexOf('Vendim')
  altered.writeUInt8((altered[at] ?? 0) ^ 1, at)
  const files = {
    good,
    altered,
    added: addRevision(good),
    ecdsa: await signPdf(aPdf('Rregullore'), ecdsa),
    twice: await signPdf(await signPdf(aPdf(), rsa), ecdsa),
  }
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, `${name}.pdf`)
    await writeFile(path, bytes)
    // It ends with 1 where a signature is not valid.
    const said = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).stdout
    const theirs = [...said.matchAll(/Signature Validation: (.+)\./g)].map(
      ([, words]) => words === 'Signature is Valid',
    )
    const whole = [...said.matchAll(/- (Not total|Total) document signed/g)].map(([, words]) => words === 'Total')
    const { signatures } = checkSignatures(bytes, { anchors: [], at: new Date() })
    const ours = signatures.map(({ state }) => state === 'valid')
    expect(JSON.stringify(ours.toSorted()) === JSON.stringify(theirs.toSorted()), `${name}: ${ours.join()} and ${said}`)
    const covered = signatures.filter(({ state, coverage }) => state === 'valid' && coverage === 'whole').length
    const theirsWhole = whole.filter((one, n) => one && theirs[n]).length
    expect(covered === theirsWhole, `${name}: ${covered} cover the whole file, ${said}`)
  }
  return `${Object.keys(files).length} signed files (RSA and ECDSA, altered, added to, signed twice) judged alike by the program and by pdfsig of poppler`
}
