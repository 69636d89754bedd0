import { expect, it } from 'vitest'
import { groupLike } from '#platform/likeness/grouping-rules.ts'
import { randomOf } from '../random.ts'
import { QUOTED } from './claims.ts'
import { generateComments } from './generate-comments.ts'
import { judgeGroups } from './judge-groups.ts'

const SEED = 600

it('groups six hundred comments as their authors meant them: hardly a wrong pair, and most of the right ones', () => {
  const comments = generateComments(randomOf(SEED), 600)
  const texts = comments.map(({ id, words, article }) => ({ id, words, anchor: article, lang: 'sq' as const }))
  const { groups } = groupLike(texts, undefined, { law: [...QUOTED] })
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)))
  const { precision, recall } = judgeGroups(comments, (id) => groupOf.get(id) ?? null)
  expect(precision).toBeGreaterThanOrEqual(0.98)
  expect(recall).toBeGreaterThanOrEqual(0.6)
})
