import type { BodyGroup, Caller } from './public-rules.ts'

type Country = 'AL' | 'XK'

const chairs: Record<Country, Record<BodyGroup, string>> = {
  AL: { council: 'Kryetari i këshillit', commission: 'Kryetari i komisionit' },
  XK: { council: 'Kryesuesi i kuvendit', commission: 'Kryesuesi i komitetit' },
}
const callers: Record<Country, Record<Exclude<Caller, 'chair'>, string>> = {
  AL: {
    mayor: 'Me kërkesën e kryetarit të bashkisë',
    members: 'Me kërkesën e anëtarëve',
    prefect: 'Me kërkesën e prefektit',
    other: 'Tjetër',
  },
  XK: {
    mayor: 'Me kërkesën e kryetarit të komunës',
    members: 'Me kërkesën e anëtarëve',
    prefect: 'Me kërkesën e organit mbikëqyrës',
    other: 'Tjetër',
  },
}

/** Who called a meeting: the chair of this very body, or at whose request. */
export const callerIn = (who: Caller, country: Country, group: BodyGroup): string =>
  who === 'chair' ? chairs[country][group] : callers[country][who]
