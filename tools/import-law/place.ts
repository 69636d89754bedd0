import { FLOORS, RULES_TOO, SUFFIXED, type Floor, type Room } from './tables.ts'

/** Where a file lives. */
export type Place = {
  /** `src/…` without `src/`, everything else as it is. */
  path: string
  floor: Floor | null
  /** `browser`, `tools`, `bin`, `test` for what stands beside the house. */
  beside: string | null
  /** On the floor of modules, which one. */
  module: string | null
  room: Room | null
  /** Tests, and the helpers that exist for them, are no part of what runs. */
  test: boolean
}

export function placeOf(file: string): Place {
  const [top = '', floor, second = ''] = file.split('/')
  const known = top === 'src' ? FLOORS.find((one) => one === floor) : undefined
  const path = file.replace(/^src\//, '')
  const test = /\.test\.tsx?$|(^|[/-])(testing|query-samples)\.ts$/.test(file)
  return {
    path,
    floor: known ?? null,
    beside: top === 'src' ? null : top,
    module: known === 'modules' ? second : null,
    room: test || known === undefined ? null : roomOf(known, path),
    test,
  }
}

function roomOf(floor: Floor, path: string): Room | null {
  // `comment-page.tsx` → `comment-page`, `texts.sq.ts` → `texts.sq`
  const name = (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '')
  if (RULES_TOO.some((start) => path.startsWith(start))) return 'rules'
  if (/(^|-)texts(\.[a-z]{2})?$/.test(name)) return 'texts'
  const suffix = SUFFIXED.find((room) => name.endsWith(`-${room}`))
  if (floor === 'modules') return suffix ?? roomOfModule(name)
  // Below the modules `form`, `page` and the like are plumbing for rooms, not rooms.
  if (floor === 'app') return suffix ?? (/(^|-)urls$/.test(name) ? 'urls' : null)
  return suffix === 'rules' || suffix === 'queries' ? suffix : null
}

function roomOfModule(name: string): Room {
  if (name === 'module' || name === 'permissions') return name
  if (/(^|-)urls$/.test(name)) return 'urls'
  return 'deed'
}
