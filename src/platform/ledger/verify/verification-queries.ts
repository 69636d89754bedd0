import { one, type Queryable, type Transaction } from '../../db/database.ts'
import type { KindCount, Named } from './report-rules.ts'

export type Verification = {
  beganAt: Date
  endedAt: Date
  outcome: 'well' | 'named' | 'failed'
  size: number | null
  root: Buffer | null
  counts: Record<string, KindCount>
  /** The first ones, without titles: whoever shows them asks for those that everybody reads now. */
  named: readonly Named[]
  namedCount: number
  failure: string | null
}

export async function insertVerification(tx: Transaction, made: Verification): Promise<void> {
  await tx`
    insert into platform.ledger_verifications
      (began_at, ended_at, outcome, size, root, counts, named, named_count, failure)
    values (${made.beganAt}, ${made.endedAt}, ${made.outcome}, ${made.size}, ${made.root}, ${tx.json(made.counts)},
            ${tx.json([...made.named])}, ${made.namedCount}, ${made.failure})`
}

/** What came of it the last time; null: never yet. */
export const findNewestVerification = async (db: Queryable): Promise<Verification | null> =>
  one(
    await db<Verification[]>`
      select began_at, ended_at, outcome, size::float8 as size, root, counts, named, named_count, failure
      from platform.ledger_verifications order by ended_at desc, id desc limit 1`,
  )

/** Who runs the installation, and who looks over it: of the whole installation or of one institution. */
export type WatcherRow = { email: string; lang: 'sq' | 'en' }

export const listWatchers = (db: Queryable, now: Date): Promise<WatcherRow[]> =>
  db<WatcherRow[]>`
    select distinct account.email, coalesce(choice.lang, 'sq') as lang from platform.accounts as account
    join platform.roles as role on role.account_id = account.id
    left join platform.duty_choices as choice on choice.account_id = account.id
    where role.role in ('operator', 'auditor') and account.ended_at is null
      and role.valid_from <= ${now} and (role.valid_to is null or role.valid_to > ${now})
    order by account.email limit 100`
