import type { Lang } from '#platform/i18n/language.ts'
import type { Force, StatedForce } from '../act-rules.ts'
import { textsIn as actTexts } from '../texts.ts'
import { textsIn } from './texts.ts'

type Facts = {
  history: boolean
  inForceFrom: string | null
  inForceTo: string | null
  suspendedFrom: string | null
  statedForce: StatedForce | null
}

/** Whether it holds, in one sentence. */
export function forceWords(lang: Lang, act: Facts, force: Force): string {
  const t = textsIn(lang).force
  switch (force) {
    case 'never':
      return t.never
    case 'not-known':
      return act.history ? t.notKnown : t.notNoted
    case 'not-yet':
      return act.inForceFrom === null ? t.not : t.notYet(act.inForceFrom)
    case 'repealed':
      return act.inForceTo === null ? t.repealedPlain : t.repealed(act.inForceTo)
    case 'suspended':
      return t.suspended(act.suspendedFrom)
    case 'in-force':
      if (act.inForceFrom !== null) return t.since(act.inForceFrom)
      return t.stated(actTexts(lang).statedForces[act.statedForce ?? 'in-force'])
  }
}
