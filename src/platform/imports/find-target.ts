import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import type { TableTarget } from './table-target.ts'

/** All registers that take in tables, of the institutions named, or of all. */
export async function listTargets(
  doors: readonly Door[],
  services: Services,
  institutions: readonly string[] | null,
): Promise<TableTarget[]> {
  const made = await Promise.all(doors.map(async (door) => door.tablesOf?.(services, institutions) ?? []))
  return [...doors.flatMap((door) => door.tables ?? []), ...made.flat()]
}

/** The register of that name as an institution has it, or null. */
export async function findTarget(
  doors: readonly Door[],
  services: Services,
  name: string,
  institutionId: string,
): Promise<TableTarget | null> {
  const targets = await listTargets(doors, services, [institutionId])
  return targets.find((one) => one.name === name && isOf(one, institutionId)) ?? null
}

export const isOf = ({ institutionId = null }: TableTarget, id: string): boolean =>
  institutionId === null || institutionId === id
