import type { Services } from '#platform/services.ts'
import type { CommentDraft } from '../comments/comment-rules.ts'
import { givenComment, officialWith, type GivenComment } from '../testing.ts'
import { runPlacing } from './place-in-groups.ts'
import { settleGroup } from './settle-group.ts'

/** Help for tests of groups. Only tests import this. */

export const A_LETTER = (name: string, place: string): string =>
  `Unë, ${name}, banor i fshatit ${place}, kërkoj që tregu i fshatit të hapet edhe të dielën. Familjet tona punojnë gjatë javës ` +
  `dhe nuk kanë kohë të blejnë fruta e perime nga prodhuesit. Kërkoj gjithashtu që tarifa e vendit të mbetet 200 lekë në ditë.`

export type TestGroup = {
  id: string
  code: string
  state: string
  version: number
  sample: string
  confirmedCount: number
  proposedCount: number
}

export const groupsOf = ({ db }: Pick<Services, 'db'>, consultationId: string): Promise<TestGroup[]> => db<TestGroup[]>`
  select id, code, state, version, sample_comment_id as sample, confirmed_count, proposed_count
  from consultations.comment_groups where consultation_id = ${consultationId} order by made_at, id`

export const memberStates = async ({ db }: Pick<Services, 'db'>, groupId: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await db<{ commentId: string; state: string }[]>`
        select comment_id, state from consultations.comment_group_members where group_id = ${groupId}`
    ).map(({ commentId, state }) => [commentId, state]),
  )

export const PEOPLE: readonly [string, string][] = [
  ['Arben Hoxha', 'Lugina'],
  ['Drita Leka', 'Kodra'],
  ['Genc Marku', 'Zall'],
  ['Teuta Shala', 'Bregu'],
]

/** So many variants of one letter, each of another person. */
export async function givenLetters(
  services: Services,
  consultation: { slug: string },
  count: number,
  changes: Partial<CommentDraft> = {},
): Promise<GivenComment[]> {
  const letters: GivenComment[] = []
  for (const [name, place] of PEOPLE.slice(0, count)) {
    letters.push(
      await givenComment(services, consultation, { body: A_LETTER(name, place), authorName: name, ...changes }),
    )
  }
  return letters
}

/** A group of three letters that an official has confirmed. */
export async function givenConfirmedGroup(
  services: Services,
  consultation: { id: string; slug: string; institution: { slug: string } },
): Promise<TestGroup & { letters: GivenComment[] }> {
  const letters = await givenLetters(services, consultation, 3)
  await runPlacing(services, consultation.id)
  const [group] = await groupsOf(services, consultation.id)
  if (!group) throw new Error('test group: nothing was proposed')
  const official = await officialWith(services, ['consultation-coordinator', consultation.institution.slug])
  const confirm = { do: 'confirm', ids: null, seenAt: services.clock.now() } as const
  const outcome = await settleGroup(services, official, group.id, group.version, confirm)
  if (outcome.kind !== 'done') throw new Error(`test group: ${JSON.stringify(outcome)}`)
  const [confirmed] = await groupsOf(services, consultation.id)
  return { ...(confirmed ?? group), letters }
}
