import { one, type Queryable } from '#platform/db/database.ts'
import type { Role } from '#platform/auth/visitor.ts'

export type DemoMatter = { id: string; institutionId: string; zone: string; version: number; textVersionId: string }

/** A closed consultation of the demonstration whose text was written anew and that nobody has answered yet. */
export const findUnansweredDemo = async (
  db: Queryable,
  institution: string,
  title: string,
): Promise<DemoMatter | null> =>
  one(
    await db<DemoMatter[]>`
      select one.id, one.institution_id, one.version, institution.zone, version.id as text_version_id
      from consultations.consultations as one
      join platform.institutions as institution on institution.id = one.institution_id and institution.slug = ${institution}
      join platform.text_versions as version on version.text_id = one.text_id and version.n = 2 and version.state = 'published'
      where one.title = ${title} and one.state = 'published'
        and not exists (select from consultations.answers as answer where answer.consultation_id = one.id)
      limit 1`,
  )

export const listDemoComments = (db: Queryable, consultationId: string): Promise<{ id: string; body: string }[]> =>
  db<{ id: string; body: string }[]>`
    select comment.id, version.body from consultations.comments as comment
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where comment.consultation_id = ${consultationId} order by comment.confirmed_at, comment.id`

export type DemoAccount = { accountId: string; name: string; email: string }

export const findDemoAccount = async (db: Queryable, institutionId: string, role: Role): Promise<DemoAccount | null> =>
  one(
    await db<DemoAccount[]>`
      select account.id as account_id, account.name, account.email from platform.accounts as account
      join platform.roles as held on held.account_id = account.id
      where held.institution_id = ${institutionId} and held.role = ${role} and account.demonstration
      order by account.name limit 1`,
  )

/** What a version changed inside the article with this label. */
export const listChangedInArticle = (
  db: Queryable,
  versionId: string,
  label: string,
): Promise<{ nodeId: string }[]> => db<{ nodeId: string }[]>`
  with recursive inside as (
    select node.node_id from platform.text_nodes as node
    where node.version_id = ${versionId} and node.kind = 'article' and node.label = ${label}
    union all
    select node.node_id from inside join platform.text_nodes as node
      on node.version_id = ${versionId} and node.parent_id = inside.node_id)
  select distinct change.node_id from inside
  join platform.node_changes as change on change.version_id = ${versionId} and change.node_id = inside.node_id
  order by change.node_id`
