import type { RetentionRule } from '#platform/own-data/personal-data.ts'
import { UNCONFIRMED_DAYS } from '../comments/comment-rules.ts'
import { countUnconfirmed } from '../comments/unconfirmed-queries.ts'
import { textsIn } from '../texts.ts'

const words = (rule: 'unconfirmed' | 'confirmed'): Pick<RetentionRule, 'what' | 'howLong' | 'basis'> => {
  const [sq, en] = [textsIn('sq').retention[rule], textsIn('en').retention[rule]]
  return {
    what: { sq: sq.what, en: en.what },
    howLong: { sq: sq.howLong, en: en.howLong },
    basis: { sq: sq.basis, en: en.basis },
  }
}

export const commentRetention: readonly RetentionRule[] = [
  {
    id: 'comments.unconfirmed',
    ...words('unconfirmed'),
    countDue: ({ db, clock }) => countUnconfirmed(db, new Date(clock.now().getTime() - UNCONFIRMED_DAYS * 86_400_000)),
    forget: null,
  },
  { id: 'comments.confirmed', ...words('confirmed'), countDue: () => Promise.resolve(0), forget: null },
]
