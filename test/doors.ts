import { doors } from '#app/doors.ts'
import type { Door } from '#platform/door.ts'
import type { RecordKind } from '#platform/ledger/record-kind.ts'

/** Every door of the house, for tests of deeds that ask all of them. */
export const everyDoor: readonly Door[] = doors

/** The kind of public records with this name: for tests that write by hand what belongs to another module. */
export function recordKind(name: string): RecordKind {
  const found = everyDoor.flatMap(({ records = [] }) => records).find(({ kind }) => kind === name)
  if (!found) throw new Error(`no door has records of the kind ${name}`)
  return found
}
