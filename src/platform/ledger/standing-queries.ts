import { one, type Queryable, type Transaction } from '../db/database.ts'

export type Standing = { kind: string; shape: number }

/** Of which kinds and shapes every standing record has been entered. */
export const listWholeKinds = (db: Queryable): Promise<Standing[]> =>
  db<Standing[]>`select kind, shape from platform.ledger_standing where done_at is not null`

export type Progress = { after: { id: string; version: number } | null; done: boolean }

/** How far it has come; nobody else goes on with it until the transaction ends. */
export async function holdProgress(tx: Transaction, { kind, shape }: Standing): Promise<Progress> {
  await tx`insert into platform.ledger_standing (kind, shape) values (${kind}, ${shape}) on conflict do nothing`
  const row = one(
    await tx<{ afterId: string | null; afterVersion: number | null; doneAt: Date | null }[]>`
      select after_id, after_version, done_at from platform.ledger_standing
      where kind = ${kind} and shape = ${shape} for update`,
  )
  const { afterId = null, afterVersion = null, doneAt = null } = row ?? {}
  return { after: afterId === null ? null : { id: afterId, version: afterVersion ?? 0 }, done: doneAt !== null }
}

export async function setProgress(
  tx: Transaction,
  { kind, shape }: Standing,
  progress: { after: { id: string; version: number } | null; doneAt: Date | null },
): Promise<void> {
  await tx`
    update platform.ledger_standing set after_id = ${progress.after?.id ?? null},
      after_version = ${progress.after?.version ?? null}, done_at = ${progress.doneAt}
    where kind = ${kind} and shape = ${shape}`
}

/** Those of these versions that have an entry; `anyVersion`: those of which the log has any word at all. */
export async function findEntered(
  tx: Transaction,
  kind: string,
  rows: readonly { subject: string; version: number }[],
  anyVersion: boolean,
): Promise<{ subject: string; version: number }[]> {
  return tx<{ subject: string; version: number }[]>`
    select asked.subject, asked.version
    from unnest(${rows.map((row) => row.subject)}::text[], ${rows.map((row) => row.version)}::int[]) as asked (subject, version)
    where exists (
      select from platform.ledger_entries as entry
      where entry.kind = ${kind} and entry.subject = asked.subject
        ${anyVersion ? tx`` : tx`and entry.version = asked.version`})`
}
