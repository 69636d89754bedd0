import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { LetterLang, OfficialLetterKind } from './official-letter-rules.ts'

export type TemplateFields = {
  name: string
  lang: LetterLang
  subjectLine: string
  body: string
  remedy: string
  otherLang: LetterLang | null
  otherSubjectLine: string | null
  otherBody: string | null
  otherRemedy: string | null
}

/** A template of an institution, in its newest version. */
export type Template = TemplateFields & {
  id: string
  institutionId: string
  kind: OfficialLetterKind
  version: number
  writtenAt: Date
  writtenByName: string | null
  zone: string
  endedAt: Date | null
}

const templates = (db: Queryable) => db`
  select template.id, template.institution_id, template.kind, template.version, template.ended_at, institution.zone,
         version.name, version.lang, version.subject_line, version.body, version.remedy, version.other_lang,
         version.other_subject_line, version.other_body, version.other_remedy, version.written_at,
         writer.name as written_by_name
  from platform.letter_templates as template
  join platform.institutions as institution on institution.id = template.institution_id`

const versions = (db: Queryable) => db`
  join platform.letter_template_versions as version on version.template_id = template.id
  left join platform.accounts as writer on writer.id = version.written_by`

export const listTemplates = (db: Queryable, institutions: readonly string[] | null): Promise<Template[]> =>
  db<Template[]>`
    ${templates(db)} ${versions(db)} and version.n = template.version
    where template.ended_at is null
      ${institutions ? db`and template.institution_id = any(${institutions as string[]}::uuid[])` : db``}
    order by template.institution_id, template.kind, version.name, template.id limit 500`

export const listTemplatesById = (
  db: Queryable,
  ids: readonly string[],
): Promise<Pick<Template, 'id' | 'institutionId' | 'name'>[]> =>
  db<Pick<Template, 'id' | 'institutionId' | 'name'>[]>`
    select template.id, template.institution_id, version.name
    from platform.letter_templates as template
    join platform.letter_template_versions as version
      on version.template_id = template.id and version.n = template.version
    where template.id = any(${ids as string[]}::uuid[])`

export const findTemplate = async (db: Queryable, id: string): Promise<Template | null> =>
  one(
    await db<Template[]>`
      ${templates(db)} ${versions(db)} and version.n = template.version where template.id = ${id}`,
  )

export async function holdTemplate(tx: Transaction, id: string): Promise<Template | null> {
  await tx`select from platform.letter_templates where id = ${id} for update`
  return findTemplate(tx, id)
}

export type TemplateVersion = { n: number; writtenAt: Date; writtenByName: string | null; name: string; body: string }

export const listTemplateVersions = (db: Queryable, id: string): Promise<TemplateVersion[]> =>
  db<TemplateVersion[]>`
    select version.n, version.written_at, writer.name as written_by_name, version.name, version.body
    from platform.letter_template_versions as version
    left join platform.accounts as writer on writer.id = version.written_by
    where version.template_id = ${id} order by version.n desc limit 100`

/** The same form arriving again gives the template that stands. */
export async function insertTemplate(
  tx: Transaction,
  template: { institutionId: string; submissionId: string; kind: OfficialLetterKind; at: Date },
): Promise<{ id: string; isNew: boolean }> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.letter_templates (institution_id, submission_id, kind, created_at)
    values (${template.institutionId}, ${template.submissionId}, ${template.kind}, ${template.at})
    on conflict (submission_id) do nothing
    returning id`
  if (row) return { id: row.id, isNew: true }
  const [standing] = await tx<{ id: string }[]>`
    select id from platform.letter_templates where submission_id = ${template.submissionId}`
  if (!standing) throw new Error('A template that was neither written nor found')
  return { id: standing.id, isNew: false }
}

export async function insertTemplateVersion(
  tx: Transaction,
  version: TemplateFields & { institutionId: string; templateId: string; n: number; by: string | null; at: Date },
): Promise<void> {
  await tx`
    insert into platform.letter_template_versions
      (institution_id, template_id, n, name, lang, subject_line, body, remedy, other_lang, other_subject_line,
       other_body, other_remedy, written_at, written_by)
    values (${version.institutionId}, ${version.templateId}, ${version.n}, ${version.name}, ${version.lang},
            ${version.subjectLine}, ${version.body}, ${version.remedy}, ${version.otherLang},
            ${version.otherSubjectLine}, ${version.otherBody}, ${version.otherRemedy}, ${version.at}, ${version.by})`
  await tx`update platform.letter_templates set version = ${version.n} where id = ${version.templateId}`
}

export async function markTemplateEnded(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const result = await tx`update platform.letter_templates set ended_at = ${at} where id = ${id} and ended_at is null`
  return result.count === 1
}
