import type { Fraction, SetupItem, SittingSetup } from './sitting-event-rules.ts'

export type SetupParts = {
  seats: number
  members: readonly { id: string; name: string }[]
  items: readonly (SetupItem & { state: string })[]
  quorum: Fraction
  conflicts: SittingSetup['conflicts']
  closed: boolean
}

/** What a meeting begins with. Members of bodies that sit together count once; an item that was withdrawn is not called. */
export function setupFrom({ seats, members, items, quorum, conflicts, closed }: SetupParts): SittingSetup {
  const each = [...new Map(members.map(({ id, name }) => [id, { id, name }])).values()]
  return {
    seats: Math.max(seats, each.length, 1),
    members: each,
    items: items
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, title, kind, actKind, closed: behindDoors, publicTitle = null }) => ({
        id,
        title,
        kind,
        actKind,
        closed: behindDoors,
        publicTitle,
      })),
    quorum,
    conflicts,
    closed,
  }
}
