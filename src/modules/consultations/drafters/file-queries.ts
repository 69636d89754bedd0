import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'

export type Scope = 'unanswered' | 'open'

export type FileChoice = {
  consultationId: string
  /** `unanswered`: without any answer; `open`: also those whose answer is not decided yet. */
  scope: Scope
  nodeId: string | null
  whole: boolean
}

export type ToSend = {
  commentId: string
  code: string
  version: number
  answerId: string | null
  answerRevision: number | null
  groupId: string | null
  groupCode: string | null
}

const chosen = (db: Queryable, { consultationId, scope, nodeId, whole }: FileChoice) => db`
  comment.consultation_id = ${consultationId} and comment.state = 'published' and comment.confirmed_at is not null
  ${scope === 'unanswered' ? db`and answer.id is null` : db`and (answer.id is null or (answer.version = 0 and answer.state in ('draft', 'proposed')))`}
  ${whole ? db`and comment.stands_node_id is null` : nodeId ? db`and comment.stands_node_id = ${nodeId}` : db``}`

const tables = (db: Queryable) => db`
  consultations.comments as comment
  left join consultations.answered_comments as answered on answered.comment_id = comment.id
  left join consultations.answers as answer on answer.id = answered.answer_id`

/** What everybody can read alone: a held comment leaves the house for nobody. */
export const listToSend = (db: Queryable, choice: FileChoice, limit: number): Promise<ToSend[]> => db<ToSend[]>`
  select comment.id as comment_id, comment.code, comment.version, answer.id as answer_id, answer.revision as answer_revision,
         grouped.id as group_id, grouped.code as group_code
  from ${tables(db)}
  left join lateral (
    select one.id, one.code from consultations.comment_group_members as member
    join consultations.comment_groups as one on one.id = member.group_id and one.state = 'confirmed'
    where member.comment_id = comment.id and member.state = 'confirmed' order by one.made_at, one.id limit 1
  ) as grouped on true
  where ${chosen(db, choice)}
  order by length(comment.article_label) nulls first, comment.article_label, comment.confirmed_at, comment.id limit ${limit}`

/** How many could go out, and how many want an answer but are not for everybody's eyes. */
export type SendCounts = { unanswered: number; open: number; unseen: number }

export const countToSend = async (db: Queryable, consultationId: string): Promise<SendCounts> =>
  one(
    await db<SendCounts[]>`
      select count(*) filter (where state = 'published' and answer_id is null)::int as unanswered,
             count(*) filter (where state = 'published' and answer_version = 0 and answer_state in ('none', 'draft', 'proposed'))::int as open,
             count(*) filter (where state <> 'published' and answer_id is null)::int as unseen
      from consultations.comment_outcomes where consultation_id = ${consultationId}`,
  ) ?? { unanswered: 0, open: 0, unseen: 0 }

export type NewFile = FileChoice & {
  institutionId: string
  code: string
  format: 'docx' | 'xlsx'
  unit: string
  returnBy: CivilDate | null
  inGroups: boolean
  lines: number
  at: Date
  by: string
  form: string
}

/** Null: this form has made one before. */
export async function insertFile(tx: Transaction, file: NewFile): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.drafters_files
        (institution_id, consultation_id, code, format, unit, return_by, scope, node_id, whole, in_groups, lines, made_at, made_by, form_id)
      values (${file.institutionId}, ${file.consultationId}, ${file.code}, ${file.format}, ${file.unit}, ${file.returnBy},
              ${file.scope}, ${file.nodeId}, ${file.whole}, ${file.inGroups}, ${file.lines}, ${file.at}, ${file.by}, ${file.form})
      on conflict (form_id) do nothing returning id`,
  )
  return row?.id ?? null
}

export type NewFileRow = ToSend & { line: number }

export async function insertFileRows(
  tx: Transaction,
  { id, institutionId }: { id: string; institutionId: string },
  rows: readonly NewFileRow[],
): Promise<void> {
  const values = rows.map((row) => ({
    line: row.line,
    code: row.groupId === null ? row.code : row.groupCode,
    group_id: row.groupId,
    comment_id: row.commentId,
    comment_version: row.version,
    answer_id: row.answerId,
    answer_revision: row.answerRevision,
  }))
  await tx`
    insert into consultations.drafters_file_rows
      (institution_id, file_id, line, code, group_id, comment_id, comment_version, answer_id, answer_revision)
    select ${institutionId}, ${id}, one.line, one.code, one.group_id, one.comment_id, one.comment_version, one.answer_id, one.answer_revision
    from jsonb_to_recordset(${tx.json(values)}) as one
      (line int, code text, group_id uuid, comment_id uuid, comment_version int, answer_id uuid, answer_revision int)`
}

export const findFileByForm = async (db: Queryable, form: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from consultations.drafters_files where form_id = ${form}`)?.id ?? null

export type DraftersFile = {
  id: string
  institutionId: string
  institutionName: string
  consultationId: string
  title: string
  slug: string | null
  zone: string
  code: string
  format: 'docx' | 'xlsx'
  unit: string
  returnBy: CivilDate | null
  scope: Scope
  articleLabel: string | null
  whole: boolean
  inGroups: boolean
  lines: number
  comments: number
  madeAt: Date
}

const columns = (db: Queryable) => db`
  file.id, file.institution_id, file.consultation_id, matter.title, matter.slug, institution.zone, file.code, file.format, file.unit,
  file.return_by::text as return_by, file.scope, file.whole, file.in_groups, file.lines, file.made_at,
  coalesce(platform.institution_name(file.institution_id, 'sq', file.made_at::date), institution.slug) as institution_name,
  (select node.label from platform.text_nodes as node join platform.text_versions as version on version.id = node.version_id
   where node.node_id = file.node_id and version.text_id = matter.text_id order by version.n desc limit 1) as article_label,
  (select count(*)::int from consultations.drafters_file_rows as sent where sent.file_id = file.id) as comments`

const joined = (db: Queryable) => db`
  consultations.drafters_files as file
  join consultations.consultations as matter on matter.id = file.consultation_id
  join platform.institutions as institution on institution.id = file.institution_id`

export const findFile = async (db: Queryable, id: string): Promise<DraftersFile | null> =>
  one(await db<DraftersFile[]>`select ${columns(db)} from ${joined(db)} where file.id = ${id}`)

export const listFiles = (db: Queryable, consultationId: string, limit: number): Promise<DraftersFile[]> => db<
  DraftersFile[]
>`
  select ${columns(db)} from ${joined(db)} where file.consultation_id = ${consultationId}
  order by file.made_at desc, file.id desc limit ${limit}`

export const findFileByCode = async (
  db: Queryable,
  code: string,
): Promise<{ id: string; institutionId: string; consultationId: string } | null> =>
  one(
    await db<{ id: string; institutionId: string; consultationId: string }[]>`
      select id, institution_id, consultation_id from consultations.drafters_files where code = ${code}`,
  )

/** Of a table that was copied without its head: the newest file that has most of its codes. */
export const findFileByLines = async (
  db: Queryable,
  consultationId: string,
  codes: readonly string[],
): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select file.id from consultations.drafters_file_rows as sent
      join consultations.drafters_files as file on file.id = sent.file_id and file.consultation_id = ${consultationId}
      where sent.code = any(${codes as string[]})
      group by file.id order by count(distinct sent.code) desc, file.made_at desc limit 1`,
  )?.id ?? null

export type FileLine = {
  line: number
  code: string
  articleLabel: string | null
  organisation: string | null
  quote: string | null
  /** Null: no longer for everybody's eyes. */
  body: string | null
  suggestion: string | null
  inGroup: boolean
  comments: number
}

/**
 * As the file says them: the wording that went out, of a group its sample's. The name of a private person is covered in their
 * own words too.
 */
export const listFileLines = (db: Queryable, fileId: string): Promise<FileLine[]> => db<FileLine[]>`
  select distinct on (sent.line) sent.line, sent.code, comment.article_label, comment.quote, sent.group_id is not null as in_group,
         count(*) over (partition by sent.line)::int as comments,
         case when seen.is then version.organisation end as organisation,
         case when seen.is then ${covered(db, db`version.body`)} end as body,
         case when seen.is then ${covered(db, db`version.suggestion`)} end as suggestion
  from consultations.drafters_file_rows as sent
  join consultations.comments as comment on comment.id = sent.comment_id
  left join consultations.comment_groups as grouped on grouped.id = sent.group_id
  left join consultations.comment_versions as version on version.comment_id = comment.id and version.n = sent.comment_version
  cross join lateral (select comment.state = 'published' and not coalesce(version.hidden, true) as is) as seen
  where sent.file_id = ${fileId}
  order by sent.line, (comment.id = grouped.sample_comment_id) desc nulls last, comment.code`

const covered = (db: Queryable, words: ReturnType<Queryable>) => db`
  case when version.on_behalf = 'person' and version.author_name is not null
       then replace(${words}, version.author_name, '[emri]') else ${words} end`
