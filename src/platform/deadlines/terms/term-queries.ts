import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Unit } from '#law/rules/rule.ts'
import { one, type Queryable, type Transaction } from '../../db/database.ts'
import type { Lang } from '../../i18n/language.ts'

/** What an institution has decided about a rule: that it works by it, or a term of its own where the law gives none. */
export type InstitutionTerm = {
  id: string
  institutionId: string
  ruleId: string
  ruleVersion: number
  kind: 'confirmed' | 'own'
  n: number | null
  unit: Unit | null
  /** How the institution counts where the law leaves it open. Null: it stays open. */
  firstDay: 'excluded' | 'counted' | null
  roll: 'forward' | 'none' | null
  basis: string
  fromOn: CivilDate
  /** The last day on which a clock may start by it. */
  untilOn: CivilDate | null
  setAt: Date
  /** When its end was written down; the end itself is `untilOn`. */
  endedAt: Date | null
}

const columns = (db: Queryable) => db`
  term.id, term.institution_id, term.rule_id, term.rule_version, term.kind, term.n, term.unit, term.first_day, term.roll,
  term.basis, term.from_on, term.until_on, term.set_at, term.ended_at`

/** Of two for the same day the one set later; of two set at once the one that was not ended for the other. */
const newestFirst = (db: Queryable) => db`
  term.from_on desc, term.set_at desc, term.ended_at is null desc, term.id desc`

/** All it has ever set, by rule and newest first: the history of each is short. */
export function listTerms(db: Queryable, institutionId: string): Promise<InstitutionTerm[]> {
  return db<InstitutionTerm[]>`
    select ${columns(db)} from platform.institution_terms as term
    where term.institution_id = ${institutionId}
    order by term.rule_id, ${newestFirst(db)} limit 2000`
}

/** What the institution has set for a rule and holds for a clock that starts on that day. */
export async function standingTerm(
  db: Queryable,
  institutionId: string,
  ruleId: string,
  onDay: CivilDate,
): Promise<InstitutionTerm | null> {
  return one(
    await db<InstitutionTerm[]>`
      select ${columns(db)} from platform.institution_terms as term
      where term.institution_id = ${institutionId} and term.rule_id = ${ruleId}
        and term.from_on <= ${onDay} and (term.until_on is null or term.until_on >= ${onDay})
      order by ${newestFirst(db)} limit 1`,
  )
}

/** The same for every rule at once: one row for each rule that something holds for. */
export function standingTerms(db: Queryable, institutionId: string, onDay: CivilDate): Promise<InstitutionTerm[]> {
  return db<InstitutionTerm[]>`
    select distinct on (term.rule_id) ${columns(db)} from platform.institution_terms as term
    where term.institution_id = ${institutionId}
      and term.from_on <= ${onDay} and (term.until_on is null or term.until_on >= ${onDay})
    order by term.rule_id, ${newestFirst(db)}`
}

export async function findTerm(db: Queryable, institutionId: string, id: string): Promise<InstitutionTerm | null> {
  return one(
    await db<InstitutionTerm[]>`
      select ${columns(db)} from platform.institution_terms as term
      where term.institution_id = ${institutionId} and term.id = ${id}`,
  )
}

/** One form, one row: what it wrote when it arrived before. */
export async function findTermOfForm(db: Queryable, formId: string): Promise<InstitutionTerm | null> {
  return one(
    await db<InstitutionTerm[]>`
      select ${columns(db)} from platform.institution_terms as term where term.form_id = ${formId}`,
  )
}

/** The row that has no end written down yet, held until the deed is over. */
export async function holdUnendedTerm(
  tx: Transaction,
  institutionId: string,
  ruleId: string,
): Promise<InstitutionTerm | null> {
  return one(
    await tx<InstitutionTerm[]>`
      select ${columns(tx)} from platform.institution_terms as term
      where term.institution_id = ${institutionId} and term.rule_id = ${ruleId} and term.ended_at is null
      for update`,
  )
}

/** Everybody may read it: what institutions have set. No names of officials. */
export type PublicTerm = InstitutionTerm & { slug: string; institution: string; jurisdiction: Jurisdiction }

export type PublicTermFilter = {
  ruleId?: string | null
  institutionId?: string | null
  jurisdiction?: Jurisdiction | null
  /** Those that hold on this day. */
  onDay: CivilDate
  limit: number
}

/** By institution and rule; only of institutions that are not closed. */
export function listPublicTerms(db: Queryable, lang: Lang, filter: PublicTermFilter): Promise<PublicTerm[]> {
  const { ruleId = null, institutionId = null, jurisdiction = null, onDay, limit } = filter
  return db<PublicTerm[]>`
    select ${columns(db)}, institution.slug, institution.jurisdiction,
           ${lang === 'en' ? db`institution.listed_name_en` : db`institution.listed_name`} as institution
    from platform.institution_terms as term
    join platform.institutions as institution on institution.id = term.institution_id and institution.closed_on is null
    where term.from_on <= ${onDay} and (term.until_on is null or term.until_on >= ${onDay})
      and not exists (
        select 1 from platform.institution_terms as newer
        where newer.institution_id = term.institution_id and newer.rule_id = term.rule_id
          and newer.from_on <= ${onDay} and (newer.until_on is null or newer.until_on >= ${onDay})
          and (newer.from_on, newer.set_at, newer.ended_at is null, newer.id)
            > (term.from_on, term.set_at, term.ended_at is null, term.id))
      ${ruleId ? db`and term.rule_id = ${ruleId}` : db``}
      ${institutionId ? db`and term.institution_id = ${institutionId}` : db``}
      ${jurisdiction ? db`and institution.jurisdiction = ${jurisdiction}` : db``}
    order by institution.listed_name, institution.id, term.rule_id
    limit ${limit}`
}

export type NewTerm = Pick<
  InstitutionTerm,
  'institutionId' | 'ruleId' | 'ruleVersion' | 'kind' | 'n' | 'unit' | 'firstDay' | 'roll' | 'basis' | 'fromOn'
> & { setById: string | null; formId: string | null }

/** Gives its id. */
export async function insertTerm(tx: Transaction, term: NewTerm, at: Date): Promise<string> {
  const rows = await tx<{ id: string }[]>`
    insert into platform.institution_terms
      (institution_id, rule_id, rule_version, kind, n, unit, first_day, roll, basis, from_on, set_by_id, set_at, form_id)
    values (${term.institutionId}, ${term.ruleId}, ${term.ruleVersion}, ${term.kind}, ${term.n}, ${term.unit},
      ${term.firstDay}, ${term.roll}, ${term.basis}, ${term.fromOn}, ${term.setById}, ${at}, ${term.formId})
    returning id`
  const row = one(rows)
  if (!row) throw new Error('A term was not written')
  return row.id
}

export async function setTermEnded(
  tx: Transaction,
  id: string,
  end: { untilOn: CivilDate; byId: string | null; at: Date },
): Promise<void> {
  await tx`
    update platform.institution_terms
    set until_on = ${end.untilOn}, ended_by_id = ${end.byId}, ended_at = ${end.at}
    where id = ${id} and ended_at is null`
}

/** How many deadlines of the institution that are not over stand on each rule. */
export function countOpenByRule(db: Queryable, institutionId: string): Promise<{ ruleId: string; open: number }[]> {
  return db<{ ruleId: string; open: number }[]>`
    select rule_id, count(*)::int as open from platform.deadlines
    where institution_id = ${institutionId} and rule_id is not null and state in ('planned', 'running', 'paused')
    group by rule_id`
}
