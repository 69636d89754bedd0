const REF = /^([a-z-]+\.[a-z-]+):([0-9a-f-]{36})$/

/** `consultations.consultation:<id>`; null when it is not shaped like a reference. */
export function readRef(ref: string): { kind: string; id: string } | null {
  const [, kind, id] = REF.exec(ref) ?? []
  return kind === undefined || id === undefined ? null : { kind, id }
}

export const refOf = (kind: string, id: string): string => `${kind}:${id}`
