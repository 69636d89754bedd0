import type { Lang } from '#platform/i18n/language.ts'
import type { FollowedKind, HappeningWords } from '#platform/subscriptions/followed-kind.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { actUrls } from '../urls.ts'
import { nameOf, titleOf } from './act-base-view.ts'
import { foundTexts } from './found-texts.ts'
import { listFoundActs } from './published-act-queries.ts'

const namedIn = (lang: Lang): Record<string, HappeningWords> =>
  Object.fromEntries(
    Object.entries(foundTexts(lang).happenings).map(([kind, words]) => [`council-acts.${kind}`, words]),
  )

/** Acts as people follow them: announced, in force, changed, repealed; and the days on which they begin and end. */
export const followedActs: FollowedKind = {
  subjectKind: ACT_RECORD,
  happenings: { sq: namedIn('sq'), en: namedIn('en') },
  daysOf: async (db, lang, ids) =>
    (await listFoundActs(db, ids)).flatMap((act) => {
      const { from, to } = foundTexts(lang).days
      const day = (word: 'from' | 'to', on: string | null, summary: (name: string) => string) =>
        on === null || act.state !== 'announced'
          ? []
          : [
              {
                matter: act.subject,
                uid: `council-act-${act.id}-${word}`,
                sequence: act.version,
                stamp: act.changedAt,
                at: { day: on },
                summary: summary(nameOf(lang, act)),
                description: titleOf(lang, act).title,
                url: actUrls.act(act.slug),
              },
            ]
      return [...day('from', act.inForceFrom, from), ...day('to', act.inForceTo, to)]
    }),
}
