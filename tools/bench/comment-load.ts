import { randomUUID } from 'node:crypto'
import type { Citizen } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import type { Anchor, CommentDraft } from '#modules/consultations/comments/comment-rules.ts'
import { postComment } from '#modules/consultations/comments/post-comment.ts'
import { ownProcessorTime, processorTimeOf } from './processor-time.ts'

/** Where comments go: an open consultation, and an article of its text where it has one. */
export type Target = { slug: string; nodeId: string | null }

export type Load = {
  services: Services
  /** Of PostgreSQL. */
  pid: number
  people: readonly Citizen[]
  targets: readonly Target[]
  callers: number
  seconds: number
}

const WORDS = [
  'Propozoj që ky nen të shkruhet më qartë dhe afati të jetë më i gjatë për banorët e fshatrave.',
  'Tarifa është e lartë për familjet e mëdha; të llogaritet sipas sipërfaqes.',
  'Jam dakord me qëllimin, por mbledhja e mbetjeve duhet të bëhet edhe të dielën.',
  'Kush e kontrollon zbatimin? Rregullorja nuk e thotë, dhe gjoba nuk ka masë.',
]

/** Several people at once, each comment by another person and in words of its own: `1 012 a second, p50 7.1 ms, …`. */
export async function commentsUnder(load: Load): Promise<string> {
  const { people, targets, callers, seconds, services, pid } = load
  const times: number[] = []
  const own = ownProcessorTime()
  const database = processorTimeOf(pid)
  const from = performance.now()
  const until = from + seconds * 1000
  let turn = 0
  const call = async (): Promise<void> => {
    while (performance.now() < until) {
      const n = turn++
      const begun = performance.now()
      await sendOne(services, targets[n % targets.length], people[n % people.length], n)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  const took = performance.now() - from
  const each = (ms: number) => (ms / times.length).toFixed(2)
  const rate = Math.round(times.length / (took / 1000))
  return (
    `${rate} a second, ${percentiles(times)}; processor time of one: ` +
    `program ${each(ownProcessorTime() - own)} ms, database ${each(processorTimeOf(pid) - database)} ms`
  )
}

/** How many statements one comment asks of the database, `begin` and `commit` with them. */
export async function statementsOf({ services, people, targets }: Omit<Load, 'callers' | 'seconds'>): Promise<number> {
  const { db } = services
  const asked: { executed: boolean }[] = []
  const noting = (tx: Transaction) =>
    new Proxy(tx, {
      apply: (target, self, values) => {
        const query: unknown = Reflect.apply(target, self, values)
        if (query instanceof Promise && 'executed' in query) asked.push(query as unknown as { executed: boolean })
        return query
      },
    })
  const begin = (deed: (tx: Transaction) => Promise<unknown>) => db.begin((tx) => deed(noting(tx)))
  const counted = new Proxy(db, {
    get: (target, name): unknown => (name === 'begin' ? begin : Reflect.get(target, name)),
  })
  await sendOne({ ...services, db: counted }, targets[0], people[0], 0)
  // Parts of statements are made in the same way and never sent.
  return asked.filter((query) => query.executed).length + 2
}

async function sendOne(services: Services, target?: Target, citizen?: Citizen, n = 0): Promise<void> {
  if (!target || !citizen) throw new Error('Nobody to write, or nowhere')
  const answer = await postComment(services, target.slug, draftOf(target, n), { citizen, lang: 'sq', files: [] })
  if (answer.kind !== 'received') throw new Error(`Not received: ${JSON.stringify(answer)}`)
}

function draftOf({ nodeId }: Target, n: number): CommentDraft {
  const anchor: Anchor = nodeId !== null && n % 2 === 0 ? { about: 'article', nodeId } : { about: 'whole' }
  const submissionId = randomUUID()
  const body = `${WORDS[n % WORDS.length]}\n\n${submissionId.replaceAll(/\d/g, 'x')}`
  return {
    submissionId,
    body,
    email: '',
    onBehalf: 'person',
    authorName: 'Arta Shembull',
    organisation: null,
    namePublic: n % 4 === 0,
    anchor,
  }
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => `${(sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)} ms`
  return `p50 ${at(0.5)}, p99 ${at(0.99)}`
}
