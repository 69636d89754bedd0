import type { Door } from '#platform/door.ts'
import type { Dataset } from '#platform/export/dataset.ts'
import { viewDataset } from '#platform/export/view-dataset.ts'
import { MISSED_COLUMNS, registerTexts } from './open-data-texts.ts'

/** The clocks that stand on the public board, and no others: a window that has run its time is nobody's failing. */
export function missedRegister(doors: readonly Door[]): Dataset {
  const known = made.get(doors) ?? makeRegister(doors)
  made.set(doors, known)
  return known
}

/** The doors never change while the program runs. */
const made = new WeakMap<readonly Door[], Dataset>()

function makeRegister(doors: readonly Door[]): Dataset {
  const slots = doors.flatMap(({ deadlines = {} }) =>
    Object.entries(deadlines).flatMap(([slot, { publicBoard }]) => (publicBoard ? [slot] : [])),
  )
  return viewDataset({
    ...registerTexts,
    name: 'afatet-e-kaluara',
    themes: ['GOVE', 'JUST'],
    licence: 'CC0-1.0',
    institutionId: null,
    columns: MISSED_COLUMNS,
    primaryKey: ['id'],
    filters: ['institution', 'country', 'slot'],
    frequency: 'DAILY',
    countries: ['AL', 'XK'],
    view: 'platform.open_missed_deadlines',
    day: 'due_on',
    among: { column: 'slot', values: slots },
    kinds: ['platform.deadline'],
  })
}
