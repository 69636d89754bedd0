import type { Reckoned } from '#law/clocks/reckon.ts'
import type { CivilDate } from '#law/days.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Rule, Terms } from '#law/rules/rule.ts'
import type { InstitutionKind } from '#platform/institutions/institution-rules.ts'
import { endOfDay } from '#platform/time/civil-date.ts'
import type { Stage } from '../consultation-rules.ts'

/** The clock of a consultation in the one table of deadlines: until when comments are taken in. */
export const COMMENTS_SLOT = 'comments'
export const CONSULTATION_KIND = 'consultations.consultation'
export const clockOf = (id: string) => ({ subject: `${CONSULTATION_KIND}:${id}`, slot: COMMENTS_SLOT })

/** Law 146/2014, Article 15: the window of the consultation notice, and how long it may be in all. */
export const NOTICE_RULE = 'AL-CONS-NOTICE'
export const EXTENSION_RULE = 'AL-CONS-EXT'
/** The same for the prior notice, before there is a draft. */
export const PRIOR_RULE = 'AL-CONS-PRIOR'

/** What a consultation can rest on. `other`: a basis named in words, with the institution's own term if it has set one. */
export const BASES = ['law-146', 'other'] as const
export type ConsultationBasis = (typeof BASES)[number]

export function ruleOfBasis(basis: ConsultationBasis, stage: Stage = 'on-draft'): string | null {
  if (basis !== 'law-146') return null
  return stage === 'preliminary' ? PRIOR_RULE : NOTICE_RULE
}
export const basisOf = ({ basisRule }: { basisRule: string | null }): ConsultationBasis =>
  basisRule === NOTICE_RULE || basisRule === PRIOR_RULE ? 'law-146' : 'other'

/** Law 146/2014 is a law of Albania. */
export const basesIn = (jurisdiction: Jurisdiction): readonly ConsultationBasis[] =>
  jurisdiction === 'AL' ? BASES : ['other']

type Consulting = { jurisdiction: Jurisdiction; kind: InstitutionKind }

/**
 * Where the law gives no number: the rule that the institution may have filled with a term of its own. Null: the tables
 * know of none for such an institution.
 */
export function ownRuleOf({ jurisdiction, kind }: Consulting): string | null {
  const local = kind === 'municipality' || kind === 'assembly'
  if (jurisdiction === 'XK') return local ? 'XK-CONS-MUN' : 'XK-CONS-NAT'
  return local || kind === 'region' ? 'AL-LSG-CONSULT' : null
}

/** What decides until when comments must be taken in, were it published today. */
export type ToBeClosed = {
  institutionId: string
  basisRule: string | null
  opensOn: CivilDate | null
  officialPostedOn: CivilDate | null
  /** The day that the institution chose; null: the least that its rule asks. */
  closesOn: CivilDate | null
}

/** Of a draft the day that was chosen counts, not the one that came of it when it was last saved. */
export const toBeClosed = (draft: Omit<ToBeClosed, 'closesOn'> & { closesChosenOn: CivilDate | null }): ToBeClosed => ({
  institutionId: draft.institutionId,
  basisRule: draft.basisRule,
  opensOn: draft.opensOn,
  officialPostedOn: draft.officialPostedOn,
  closesOn: draft.closesChosenOn,
})

export type Closing =
  /** `closesOn`: null where nobody has said. */
  | { kind: 'by-hand'; startedOn: CivilDate; closesOn: CivilDate | null }
  | {
      kind: 'rule'
      ruleId: string
      rule: Rule
      terms: Terms
      reckoned: Reckoned
      /** The number is the institution's own. */
      own: boolean
      startedOn: CivilDate
      least: CivilDate
      closesOn: CivilDate
      tooEarly: boolean
    }

/** The end of a window were it published today, for the rule of publishing. */
export function closesBy(
  draft: { zone: string },
  closing: Closing | null,
): { closesAt: Date | null; closesTooEarly: boolean } {
  const closesOn = closing?.closesOn ?? null
  return {
    closesAt: closesOn === null ? null : endOfDay(closesOn, draft.zone),
    closesTooEarly: closing?.kind === 'rule' && closing.tooEarly,
  }
}

/**
 * The day of the notice, from which the window counts: the latest of the days on which it is public here, open for
 * comments and posted in the official register. Whichever comes last, nobody gets less time than the law gives.
 */
export function noticeDay(days: {
  publishedOn: CivilDate
  opensOn: CivilDate | null
  postedOn: CivilDate | null
}): CivilDate {
  return [days.opensOn, days.postedOn].reduce<CivilDate>(
    (latest, day) => (day !== null && day > latest ? day : latest),
    days.publishedOn,
  )
}

export const EXTENSION_LIMITS = { decision: 200, ground: 1000 } as const

export type ExtensionRefusal = 'not-running' | 'not-later' | 'already-past' | 'beyond-most' | 'decided-later'

/** Of what is public. `most`: the last day that the law allows; null: it sets none. */
export type Window = { state: string; history: boolean; closesOn: CivilDate | null; most: CivilDate | null }

/**
 * Why the window cannot be put off to that day, or null. What was decided by its last day may be entered after it: the
 * window opens again.
 */
export function refusalToExtend(
  window: Window,
  order: { newDay: CivilDate; decidedOn: CivilDate },
  today: CivilDate,
): ExtensionRefusal | null {
  const { closesOn } = window
  if (window.state !== 'published' || window.history || closesOn === null) return 'not-running'
  if (order.decidedOn > today) return 'decided-later'
  if (today > closesOn && order.decidedOn > closesOn) return 'not-running'
  if (order.newDay <= closesOn) return 'not-later'
  if (order.newDay < today) return 'already-past'
  if (window.most !== null && order.newDay > window.most) return 'beyond-most'
  return null
}
