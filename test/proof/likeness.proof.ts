import { randomInt } from 'node:crypto'
import { groupLike, type Grouping } from '#platform/likeness/grouping-rules.ts'
import { QUOTED } from '../likeness/claims.ts'
import { generateComments, type GeneratedComment } from '../likeness/generate-comments.ts'
import { judgeGroups, type Judgement } from '../likeness/judge-groups.ts'
import { randomOf } from '../random.ts'

const SEEDS = 5
const COMMENTS = 3000
/** The least share of right pairs among those that are put together. Of recall nothing is asked: it is told. */
const LEAST_PRECISION = 0.98

/** Groups of like comments, judged by what their authors ask for, on comments that nobody has seen before. */
export async function prove(): Promise<string[]> {
  const given = process.env.LIKENESS_SEED
  const seeds = given ? [Number(given)] : Array.from({ length: SEEDS }, () => randomInt(2 ** 31))
  const told: string[] = []
  const failed: string[] = []
  for (const seed of seeds) {
    const { judgement, ms, groups, comments } = measure(seed)
    const { precision, recall, together } = judgement
    told.push(
      `seed ${seed}: ${comments} comments in ${groups} groups in ${ms.toFixed(0)} ms; ` +
        `precision ${precision.toFixed(4)} of ${together} pairs, recall ${recall.toFixed(3)}`,
    )
    console.log(told.at(-1))
    printWorst(judgement)
    if (precision < LEAST_PRECISION) failed.push(`seed ${seed}: precision ${precision.toFixed(4)}`)
  }
  if (failed.length > 0) throw new Error(failed.join('; '))
  return told
}

function measure(seed: number) {
  const comments = generateComments(randomOf(seed), COMMENTS)
  const begun = performance.now()
  const grouping = groupLike(comments.map(asText), undefined, { law: [...QUOTED] })
  const ms = performance.now() - begun
  const groupOf = groupsById(grouping)
  const judgement = judgeGroups(comments, (id) => groupOf.get(id) ?? null)
  return { judgement, ms, groups: grouping.groups.length, comments: comments.length }
}

const asText = ({ id, words, article }: GeneratedComment) => ({ id, words, anchor: article, lang: 'sq' as const })

const groupsById = ({ groups }: Grouping): Map<string, string> =>
  new Map(groups.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)))

function printWorst({ wrong, missed }: Judgement): void {
  for (const [what, pairs] of [
    ['put together wrongly', wrong],
    ['left apart', missed],
  ] as const) {
    for (const { one, other } of pairs) {
      console.log(`  ${what}:\n    [${one.made}; ${one.article ?? '-'}] ${one.words}`)
      console.log(`    [${other.made}; ${other.article ?? '-'}] ${other.words}`)
    }
  }
}
