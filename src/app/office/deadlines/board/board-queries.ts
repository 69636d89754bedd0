import type { Queryable } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import { deadlineColumns } from '#platform/deadlines/deadline-queries.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { DayKey } from './board-rules.ts'
import type { Reach } from './reach-rules.ts'

/** A deadline with what a board says of it besides. */
export type BoardRow = Deadline & {
  institution: string
  zone: string
  holder: string | null
  body: string | null
}

const columns = (db: Queryable, lang: Lang) => db`
  ${deadlineColumns(db)}, institution.zone, holder.name as holder,
  case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as body,
  (select name.name from platform.institution_names as name
   where name.institution_id = deadline.institution_id and name.lang in (${lang}, 'sq') and name.valid_from <= current_date
   order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution`

const tables = (db: Queryable) => db`
  platform.deadlines as deadline
  join platform.institutions as institution on institution.id = deadline.institution_id
  left join platform.accounts as holder on holder.id = deadline.holder_id
  left join platform.bodies as body on body.id = deadline.body_id`

export const findBoardRow = async (db: Queryable, lang: Lang, id: string): Promise<BoardRow | null> =>
  one(await db<BoardRow[]>`select ${columns(db, lang)} from ${tables(db)} where deadline.id = ${id}`)

/** Whose: everybody's, one's own (held, or given to a role that one has), or of the units one sits in. */
export type Whose =
  | { kind: 'all' }
  | { kind: 'mine'; accountId: string; roles: readonly { role: string; institutionId: string }[] }
  | { kind: 'units'; bodies: readonly string[] }

export type BoardWish = {
  reach: readonly Reach[]
  when: 'any' | 'late' | 'today' | 'week' | 'later'
  state: 'open' | 'running' | 'paused'
  bodyId: string | null
  ruleId: string | null
  whose: Whose
  now: Date
}

export function listBoard(
  db: Queryable,
  lang: Lang,
  wish: BoardWish & { after: DayKey | null; limit: number },
): Promise<BoardRow[]> {
  const { after, limit } = wish
  return db<BoardRow[]>`
    select ${columns(db, lang)} from ${tables(db)}
    where ${matches(db, wish)} ${whenIn(db, wish)}
      ${after ? db`and (deadline.work_by, deadline.id) > (${after.day}, ${after.id})` : db``}
    order by deadline.work_by, deadline.id limit ${limit}`
}

export type BoardCounts = { late: number; today: number; week: number; later: number; paused: number }

/** Of the same question, but for when. */
export async function countBoard(db: Queryable, wish: BoardWish): Promise<BoardCounts> {
  const count = (when: BoardWish['when']) => db`
    count(*) filter (where deadline.state = 'running' ${whenIn(db, { when, now: wish.now })})::int`
  const row = one(
    await db<BoardCounts[]>`
      select ${count('late')} as late, ${count('today')} as today, ${count('week')} as week, ${count('later')} as later,
             count(*) filter (where deadline.state = 'paused')::int as paused
      from platform.deadlines as deadline
      join platform.institutions as institution on institution.id = deadline.institution_id
      where ${matches(db, wish)}`,
  )
  return row ?? { late: 0, today: 0, week: 0, later: 0, paused: 0 }
}

/** The units that hold something open, and the clocks that run: what the board can be narrowed to. */
export function listBoardUnits(
  db: Queryable,
  lang: Lang,
  reach: readonly Reach[],
): Promise<{ id: string; name: string; institution: string }[]> {
  return db<{ id: string; name: string; institution: string }[]>`
    select body.id, case when ${lang}::text = 'en' then coalesce(body.name_en, body.name) else body.name end as name,
           platform.institution_name(body.institution_id, ${lang}, current_date) as institution
    from platform.bodies as body
    where body.id in (
      select deadline.body_id from platform.deadlines as deadline
      where ${within(db, reach)} and deadline.state in ('running', 'paused') and deadline.body_id is not null)
    order by body.name collate "sq-x-icu", body.id limit 200`
}

const matches = (db: Queryable, { reach, state, bodyId, ruleId, whose }: BoardWish) => db`
  ${within(db, reach)}
  and ${state === 'open' ? db`deadline.state in ('running', 'paused')` : db`deadline.state in ('running', 'paused') and deadline.state = ${state}`}
  ${bodyId === null ? db`` : db`and deadline.body_id = ${bodyId}`}
  ${ruleId === null ? db`` : db`and deadline.rule_id = ${ruleId}`}
  ${heldBy(db, whose)}`

/** One institution is most officials' case, and then the index gives the order too. */
function within(db: Queryable, reach: readonly Reach[]) {
  const parts = reach.map(({ institutions, slots }) => {
    const [first = ''] = institutions ?? []
    const there =
      institutions === null
        ? db``
        : institutions.length === 1
          ? db`deadline.institution_id = ${first} and`
          : db`deadline.institution_id = any(${[...institutions]}::uuid[]) and`
    return db`(${there} deadline.slot = any(${[...slots]}::text[]))`
  })
  const [only, ...more] = parts
  if (only === undefined) return db`false`
  return more.length === 0 ? only : db`(${more.reduce((all, part) => db`${all} or ${part}`, only)})`
}

function heldBy(db: Queryable, whose: Whose) {
  if (whose.kind === 'all') return db``
  if (whose.kind === 'units') return db`and deadline.body_id = any(${[...whose.bodies]}::uuid[])`
  const { accountId, roles } = whose
  return db`
    and (deadline.holder_id = ${accountId}
      or (deadline.holder_id is null and (deadline.institution_id, deadline.role) in (
        select held.institution_id, held.role
        from unnest(${roles.map((held) => held.institutionId)}::uuid[], ${roles.map((held) => held.role)}::text[])
          as held (institution_id, role))))`
}

/**
 * Late: over, whatever the reading of the law. For today: the day one works to is come. A clock that is paused runs to no
 * day, and is neither.
 */
function whenIn(db: Queryable, { when, now }: Pick<BoardWish, 'when' | 'now'>) {
  const today = db`(${now}::timestamptz at time zone institution.zone)::date`
  const running = db`deadline.state = 'running' and deadline.due_at > ${now}`
  // Whatever the zone, so far at most: the index is read between, and what is exact is asked of each row.
  const day = db`(${now}::timestamptz at time zone 'UTC')::date`
  const upTo = (days: number) => db`deadline.work_by <= ${day} + ${days}::int`
  switch (when) {
    case 'any':
      return db``
    case 'late':
      return db`and deadline.state = 'running' and deadline.due_at <= ${now} and ${upTo(1)}`
    case 'today':
      return db`and ${running} and deadline.work_by <= ${today} and ${upTo(1)}`
    case 'week':
      return db`and ${running} and deadline.work_by between ${today} + 1 and ${today} + 7 and ${upTo(8)} and deadline.work_by >= ${day}`
    case 'later':
      return db`and ${running} and deadline.work_by > ${today} + 7 and deadline.work_by > ${day} + 6`
  }
}
