import type { Services } from '#platform/services.ts'
import { recordOfComment } from '../record-history.ts'
import { insertRating, type Ratable } from './rating-queries.ts'
import type { Rating } from './telling-rules.ts'

/** Once, for good: whoever comes a second time finds the first rating. Nothing of it stands in the history but that there is one. */
export function rateAnswer(
  services: Services,
  rated: Pick<Ratable, 'institutionId' | 'commentId' | 'memberId' | 'answerId' | 'version'>,
  { score, words }: Rating,
): Promise<'rated' | 'rated-before'> {
  return services.db.begin(async (tx) => {
    const at = services.clock.now()
    const { institutionId, commentId, memberId, answerId, version } = rated
    if (!(await insertRating(tx, { commentId, memberId, answerId, version, score, words, at }))) return 'rated-before'
    await recordOfComment(tx, { institutionId, id: commentId, kind: 'rated', by: 'citizen', at, fields: [] })
    return 'rated'
  })
}
