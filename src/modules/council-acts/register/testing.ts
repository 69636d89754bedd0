import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { givenAct } from '../testing.ts'
import { noteGap } from './note-gap.ts'

/** Help for tests: a number that is missing, with what the institution says about it. Only tests import this. */
export async function givenGapNote(services: Services, official: Official): Promise<void> {
  const year = 1949
  const { institutionId } = await givenAct(services, { year, serial: 2 })
  const outcome = await noteGap(services, official, {
    institutionId,
    year,
    series: '',
    first: 1,
    last: 1,
    words: 'Numri u la bosh gabimisht.',
    seen: 0,
  })
  if (outcome !== 'done') throw new Error(`No note of a gap was written: ${outcome}`)
}
