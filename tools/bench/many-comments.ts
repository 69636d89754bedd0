import { generateComments } from '#test/likeness/generate-comments.ts'
import { randomOf } from '#test/random.ts'
import type { Database, Transaction } from '#platform/db/database.ts'

/** Where the comments go, with its institution. */
export type Busy = { id: string; slug: string; institutionId: string; questionId: string }

const AT_ONCE = 2000

/**
 * One consultation with very many comments, of all states, channels and senders, each with an answer to one question. Made by
 * SQL past the guards of the ledger, for a database that is thrown away.
 */
export async function addManyComments(db: Database, slug: string, count: number): Promise<Busy> {
  const [found] = await db<{ id: string; institutionId: string }[]>`
    select id, institution_id from consultations.consultations where slug = ${slug}`
  if (!found) throw new Error(`No consultation ${slug}`)
  const words = generateComments(randomOf(11), Math.min(count, 20_000)).map((comment) => comment.words)
  const questionId = await db.begin(async (tx) => addQuestion(await unguarded(tx), found))
  const busy = { ...found, slug, questionId }
  for (let from = 0; from < count; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, count)
    await db.begin(async (tx) => addSome(await unguarded(tx), busy, from, to, words))
  }
  await db`analyze consultations.comments, consultations.comment_versions, consultations.comment_answers`
  return busy
}

async function unguarded(tx: Transaction): Promise<Transaction> {
  await tx`set local session_replication_role = replica`
  return tx
}

async function addQuestion(
  tx: Transaction,
  { id, institutionId }: Pick<Busy, 'id' | 'institutionId'>,
): Promise<string> {
  await tx`
    insert into consultations.questionnaires (consultation_id, institution_id, open_results, changed_at)
    values (${id}, ${institutionId}, true, now()) on conflict (consultation_id) do update set open_results = true`
  const [question] = await tx<{ id: string }[]>`
    insert into consultations.questions (institution_id, consultation_id, ordinal, kind, label, created_at)
    select ${institutionId}, ${id}, coalesce(max(ordinal), 0) + 1, 'one', 'A jeni dakord me tarifën e re?', now()
    from consultations.questions where consultation_id = ${id}
    returning id`
  if (!question) throw new Error('An insert gives a row')
  await tx`
    insert into consultations.question_options (institution_id, consultation_id, question_id, n, words)
    select ${institutionId}, ${id}, ${question.id}, n, 'Përgjigjja ' || n from generate_series(1, 4) as n`
  return question.id
}

/** The first one is the newest. */
export const addSome = (
  tx: Transaction,
  { id, institutionId, questionId }: Busy,
  from: number,
  to: number,
  words: string[],
) =>
  tx`
    with place as (
      select version.id as version_id, array_agg(node.node_id order by node.ordinal) as nodes, array_agg(node.label order by node.ordinal) as labels
      from consultations.consultations as consultation
      join lateral (
        select one.id from platform.text_versions as one
        where one.text_id = consultation.text_id and one.state = 'published' order by one.n desc limit 1) as version on true
      join platform.text_nodes as node on node.version_id = version.id and node.kind = 'article'
      where consultation.id = ${id} group by version.id),
    comment as (
      insert into consultations.comments
        (institution_id, consultation_id, submission_id, token_digest, lang, about, text_version_id, node_id, article_label,
         state, code, sent_at, changed_at, confirmed_at, published_at, channel, sender_kind, happened_on, received_on, late)
      select ${institutionId}, ${id}, gen_random_uuid(), sha256(('bench-' || n)::bytea), case when n % 25 = 0 then 'en' else 'sq' end,
             case when n % 3 = 0 then 'whole' else 'article' end, case when n % 3 > 0 then version_id end,
             case when n % 3 > 0 then nodes[1 + n % cardinality(nodes)] end, case when n % 3 > 0 then labels[1 + n % cardinality(nodes)] end,
             (array['published', 'published', 'published', 'published', 'published', 'published', 'published', 'waiting', 'held', 'withdrawn'])[1 + n % 10],
             left(letters, 4) || '-' || right(letters, 4), moment, moment, moment, moment, case when n % 10 < 7 then 'web' else (array['email', 'post', 'meeting'])[1 + n % 3] end,
             (array['citizen', 'citizen', 'citizen', 'civil-society', 'business'])[1 + n % 5],
             case when n % 10 >= 7 then moment::date end, case when n % 10 >= 7 then moment::date end, n % 50 = 0
      from generate_series(${from}::int, ${to - 1}::int) as n
      cross join place cross join lateral (select now() - (n + 1) * interval '3 minutes' as moment) as at
      cross join lateral (select translate(upper(lpad(to_hex(n), 8, '0')), '01', 'GH') as letters) as code
      returning id, code, sent_at),
    numbered as (select id, sent_at, row_number() over (order by sent_at desc) + ${from}::int - 1 as n from comment),
    version as (
      insert into consultations.comment_versions
        (institution_id, comment_id, n, body, on_behalf, author_name, name_public, found, suggestion, written_at)
      select ${institutionId}, id, 1, (${words}::text[])[1 + n % ${words.length}::int], 'person', 'Qytetar ' || n || ' Shembull', false,
             case when n % 40 = 0 then array['telephone'] else '{}' end, case when n % 20 = 0 then 'Të jetë dyzet ditë.' end, sent_at
      from numbered)
    insert into consultations.comment_answers (institution_id, comment_id, n, question_id, kind, chosen)
    select ${institutionId}, id, 1, ${questionId}, 'one', array[1 + (n % 4)::int] from numbered`
