import { ACT_KINDS, type ActKind, type Fraction } from '#law/majorities/majority.ts'
import { majorityFor } from '#law/majorities/majorities.ts'
import type { Majority, VoteStage } from './sitting-event-rules.ts'

/** What an institution set by its own rules, with the article. */
export type MajoritySetting = Fraction & { actKind: string; basis: string }

export const SETTABLE = ['quorum', ...ACT_KINDS] as const
export type Settable = (typeof SETTABLE)[number]

/** The majority that stands for a kind of act, and from where: set by the institution, told by the law, or nothing. */
export type MajorityOf = {
  kind: Settable
  /** Null: nobody has set it, and the law was not seen. */
  majority: Majority | null
  from: 'setting' | 'law' | 'nothing'
  /** Read in the law itself, so that it needs no confirming. */
  verified: boolean
}

export function majorityOf(
  jurisdiction: 'AL' | 'XK',
  kind: Settable,
  settings: readonly MajoritySetting[],
  lang: 'sq' | 'en',
): MajorityOf {
  const rule = majorityFor(jurisdiction, kind)
  const verified = rule.confidence === 'T'
  const set = settings.find(({ actKind }) => actKind === kind)
  if (set && !verified) {
    const { of, numerator, denominator, strict, basis } = set
    const majority = { of, numerator, denominator, strict, id: rule.id, basis }
    return { kind, majority, from: 'setting', verified }
  }
  if (rule.fraction === null) return { kind, majority: null, from: 'nothing', verified }
  return { kind, majority: { ...rule.fraction, id: rule.id, basis: rule.lawName[lang] }, from: 'law', verified }
}

/** More than half of all seats: where nobody has set a quorum. The page of the meeting says that nobody has. */
const MORE_THAN_HALF: Fraction = { of: 'all-members', numerator: 1, denominator: 2, strict: true }

export const quorumFor = (jurisdiction: 'AL' | 'XK', settings: readonly MajoritySetting[]): Fraction => {
  const { majority } = majorityOf(jurisdiction, 'quorum', settings, 'sq')
  if (majority === null) return MORE_THAN_HALF
  const { of, numerator, denominator, strict } = majority
  return { of, numerator, denominator, strict }
}

const BY_STAGE: Partial<Record<VoteStage, ActKind>> = {
  agenda: 'agenda',
  minutes: 'minutes',
  procedural: 'procedural',
  'closing-doors': 'closing-doors',
  election: 'election',
}

/** Which kind of act a vote is, as long as nobody says otherwise: by its stage, else by its item. */
export const actKindFor = (stage: VoteStage, item: { kind: string; actKind: string | null } | null): ActKind =>
  BY_STAGE[stage] ??
  ACT_KINDS.find((one) => one === item?.actKind) ??
  (item?.kind === 'minutes' ? 'minutes' : item?.kind === 'election' ? 'election' : 'ordinary')
