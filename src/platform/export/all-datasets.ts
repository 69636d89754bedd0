import type { Door } from '../door.ts'
import type { Services } from '../services.ts'
import type { Dataset } from './dataset.ts'

/** Addresses beside those of registers: no register is called so. */
const TAKEN = ['pako', 'katalogu', 'openapi', 'kerko']

/** Every register of every door, in the order of the doors. */
export async function allDatasets(services: Services, doors: readonly Door[]): Promise<readonly Dataset[]> {
  const found = await Promise.all(doors.map(async (door) => (await door.datasets?.(services, doors)) ?? []))
  const names = new Set(TAKEN)
  return found.flat().filter(({ name }) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || names.has(name)) return false
    names.add(name)
    return true
  })
}

export const findDataset = async (services: Services, doors: readonly Door[], name: string): Promise<Dataset | null> =>
  (await allDatasets(services, doors)).find((one) => one.name === name) ?? null
