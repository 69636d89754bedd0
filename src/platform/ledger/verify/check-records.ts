import type { Queryable } from '../../db/database.ts'
import { refOf } from '../../subjects/subject-rules.ts'
import { digestOf, shapeOf } from '../entry-rules.ts'
import { subjectKindOf, type RecordKind, type RecordRow } from '../record-kind.ts'
import type { Bits } from './bits-rules.ts'
import { shapeNumberOf } from './entry-check-rules.ts'
import { findVouching, findVouchingVersions, listStanding, type Vouching } from './record-queries.ts'
import type { Findings } from './report-rules.ts'

const BATCH = 1000
const STANDING_BATCH = 10_000

type Step = (done: number) => void

/** Every public record of a kind against the entry that vouches for it. Remembers in `vouched` which entries have a row. */
export async function checkRecords(
  db: Queryable,
  kind: RecordKind,
  findings: Findings,
  vouched: Bits,
  step: Step,
): Promise<void> {
  let after: { id: string; version: number } | null = null
  let asked = kind.each(db, null, BATCH)
  for (;;) {
    const rows: RecordRow[] = await asked
    const last = rows.at(-1)
    if (!last) return
    const next: { id: string; version: number } = { id: last.id, version: last.version ?? 0 }
    if (after !== null && after.id === next.id && after.version === next.version)
      throw new Error(`${kind.kind} gives the same records again and again`)
    after = next
    const vouching = await vouchingOf(db, kind, rows)
    // The database gathers the next ones while these are digested.
    asked = rows.length < BATCH ? Promise.resolve([]) : kind.each(db, after, BATCH)
    // It is waited for below; a fault of it meanwhile is told there.
    asked.catch(() => undefined)
    for (const row of rows) checkRecord(kind, row, vouching.get(keyOf(kind, row)), findings, vouched)
    findings.of(kind.kind).records += rows.length
    step(rows.length)
  }
}

const keyOf = (kind: RecordKind, { id, version }: RecordRow): string =>
  kind.everyVersion ? `${refOf(subjectKindOf(kind), id)} ${version ?? 0}` : refOf(subjectKindOf(kind), id)

async function vouchingOf(db: Queryable, kind: RecordKind, rows: readonly RecordRow[]): Promise<Map<string, Vouching>> {
  const subjectOf = ({ id }: RecordRow) => refOf(subjectKindOf(kind), id)
  if (!kind.everyVersion) {
    const found = await findVouching(db, kind.kind, rows.map(subjectOf))
    return new Map(found.map((one) => [one.subject, one]))
  }
  const wanted = rows.map((row) => ({ subject: subjectOf(row), version: row.version ?? 0 }))
  const found = await findVouchingVersions(db, kind.kind, wanted)
  return new Map(found.map((one) => [`${one.subject} ${one.of}`, one]))
}

function checkRecord(
  kind: RecordKind,
  row: RecordRow,
  entry: Vouching | undefined,
  findings: Findings,
  vouched: Bits,
): void {
  const about = {
    kind: kind.kind,
    subject: refOf(subjectKindOf(kind), row.id),
    version: row.version ?? entry?.version ?? null,
    index: entry?.index ?? null,
  }
  if (!entry) return findings.name('inserted', 'no entry speaks of it', about)
  if (entry.ended !== null)
    return findings.name('inserted', `it stands, although its last entry says that it ended (${entry.ended})`, about)
  vouched.add(entry.id)
  const differs = differenceOf(kind, row, entry)
  if (differs !== null) findings.name('altered', differs, about)
}

/** Why the digest of the entry is not that of the record; null: it is. */
function differenceOf(kind: RecordKind, row: RecordRow, { entry, salt, digest }: Vouching): string | null {
  if (salt === null) return 'it stands, but the salt of its entry is gone: nobody can check it'
  const v = shapeNumberOf(entry)
  const fields = v === null ? undefined : kind.shapes[v - 1]
  if (!fields) return `this program does not know the shape ${v ?? '?'} of its entry`
  return digest !== null && digestOf(salt, shapeOf(row.record, fields)).equals(digest)
    ? null
    : 'it is not what its entry vouches for'
}

/** Every entry that has not ended against the rows that were seen: what has no row was deleted. */
export async function checkStanding(
  db: Queryable,
  kinds: readonly RecordKind[],
  findings: Findings,
  vouched: Bits,
  step: Step,
): Promise<void> {
  const those = {
    kinds: kinds.map(({ kind }) => kind),
    everyVersion: kinds.filter(({ everyVersion }) => everyVersion).map(({ kind }) => kind),
  }
  for (let after = 0; ;) {
    const standing = await listStanding(db, those, after, STANDING_BATCH)
    for (const { id, index, kind, subject, version } of standing)
      if (!vouched.has(id)) findings.name('deleted', 'its entry stands, it does not', { kind, subject, version, index })
    step(standing.length)
    if (standing.length < STANDING_BATCH) return
    after = standing.at(-1)?.id ?? after
  }
}
