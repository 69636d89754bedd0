import { placeOf, type Place } from './place.ts'
import type { Import } from './read-imports.ts'
import { BESIDE, BROWSER_MAY_USE, FLOOR_LAW, FLOORS, HOMES, ROOMS, type RoomLaw } from './tables.ts'

/** An import between two files of ours. */
export type Step = { from: string; to: string; import: Import }

/** What is wrong with an import from one file of ours to another, or null. */
export function wrongWithStep({ from, to, import: one }: Step): string | null {
  const [a, b] = [placeOf(from), placeOf(to)]
  return (
    wrongWithTests(a, b) ??
    wrongWithFloors(a, b) ??
    wrongWithModules(a, b) ??
    wrongWithSpelling(a, b, one.specifier) ??
    wrongWithRooms(a, b, one.kind)
  )
}

function wrongWithTests(a: Place, b: Place): string | null {
  if (a.test || a.beside !== null) return null
  if (b.test) return `what runs must not import ${b.path}, which is there for tests`
  return b.beside === null ? null : `the house must not import from ${b.beside}/`
}

function wrongWithFloors(a: Place, b: Place): string | null {
  if (a.beside !== null) {
    if (a.beside === 'browser' && b.floor !== null && !b.test && BROWSER_MAY_USE.test(b.path)) return null
    const open = BESIDE[a.beside] ?? []
    const where = b.floor ?? b.beside ?? ''
    return open.includes(where) ? null : `${a.beside}/ must not import from ${where}`
  }
  if (b.beside !== null) return b.beside === 'test' ? null : `a test of the house must not import from ${b.beside}/`
  if (a.floor === null || b.floor === null) return 'stands on no floor'
  return FLOORS.indexOf(b.floor) > FLOORS.indexOf(a.floor) ? `${a.floor} must not look up at ${b.floor}` : null
}

function wrongWithModules(a: Place, b: Place): string | null {
  if (b.module === null || b.test) return null
  if (a.floor === 'app' && b.room !== 'module') return `enter ${b.module} by its module.ts`
  if (a.module !== null && a.module !== b.module) return `${a.module} must not reach into ${b.module}`
  return null
}

/** The spelling shows the floor: `#platform/…` from above, `./…` at home. */
function wrongWithSpelling(a: Place, b: Place, specifier: string): string | null {
  const home = a.beside === b.beside && a.floor === b.floor && a.module === b.module
  if (specifier.startsWith('#')) return home ? 'at home, write ./ or ../' : null
  const shown = b.floor ?? (b.beside === 'test' ? 'test' : null)
  return home || shown === null ? null : `across floors, write #${shown}/`
}

function wrongWithRooms(a: Place, b: Place, kind: Import['kind']): string | null {
  if (a.test || a.floor === null) return null
  const closed = FLOOR_LAW[a.floor]?.never?.find((part) => b.path.startsWith(part))
  if (closed) return `${a.floor} must not import from ${closed}`
  if (a.room === null) return null
  const law = ROOMS[a.room]
  if (b.room !== null && (a.floor === b.floor || b.room === 'rules' || b.room === 'queries' || b.room === 'texts')) {
    if (law.uses.includes(b.room) || (kind === 'type' && law.names.includes(b.room))) return null
    const how = law.names.includes(b.room) ? ', except as a type' : ''
    return `a ${a.room} must not import a ${b.room}${how}`
  }
  return wrongWithFolder(a, b, law, kind)
}

/** What has no room sign. `only` lets types through: they say what is handed in. `never` lets nothing through. */
function wrongWithFolder(a: Place, b: Place, law: RoomLaw, kind: Import['kind']): string | null {
  if (a.floor === b.floor && a.floor === 'app') return null
  if (law.only && kind === 'value' && !law.only.some((part) => b.path.startsWith(part))) {
    return `a ${a.room} must not import ${b.path}: only ${law.only.join(', ')}`
  }
  const never = law.never?.find((part) => b.path.startsWith(part))
  return never ? `a ${a.room} must not import from ${never}` : null
}

export type Packages = { dependencies: readonly string[]; devDependencies: readonly string[] }

/** What is wrong with the use of a package, or null. */
export function wrongWithPackage(from: string, one: Import, packages: Packages): string | null {
  const a = placeOf(from)
  const name = packageOf(one.specifier)
  const runs = a.beside === null && !a.test && one.kind === 'value'
  if (!name.startsWith('node:')) {
    if (![...packages.dependencies, ...packages.devDependencies].includes(name)) return `${name} is not in package.json`
    if (runs && !packages.dependencies.includes(name)) return `${name} is there for development only`
    const homes = runs ? HOMES[name] : undefined
    if (homes && !homes.some((home) => from.startsWith(home))) return `${name} belongs to ${homes.join(', ')}`
  }
  if (a.test || a.floor === null) return null
  const who = FLOOR_LAW[a.floor]?.packages || a.room === null ? a.floor : `a ${a.room}`
  const allowed = FLOOR_LAW[a.floor]?.packages ?? (a.room && ROOMS[a.room].packages)
  if (!allowed || allowed.some((part) => one.specifier.startsWith(part))) return null
  return `${who} must not import ${name}`
}

/** `@scope/name/part` → `@scope/name` */
const packageOf = (specifier: string): string =>
  specifier.startsWith('node:') ? specifier : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
