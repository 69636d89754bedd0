import type { Visitor } from '../visitor.ts'
import { WHOLE } from '../../whole.ts'
import type { Page, Viewer } from './page.ts'

/** Who sees most of a page: the deeds on it are for whoever works with it. The first of them looks at it for all. */
const STRONGEST_FIRST: readonly Viewer[] = ['official', 'administrator', 'clerk', 'operator', 'auditor', 'citizen']

type Seen = { who: Visitor; pages: Page[] }

/**
 * The pages that somebody looks at for themselves: signed out all that are there for everybody, and signed in those that
 * nobody who sees more of them looks at. `npm run proof -- every-page` looks at all of them as each.
 */
export function lookedAtBy(all: Record<Viewer, Seen>, viewer: Viewer): Seen {
  const own = all[viewer]
  if (WHOLE || viewer === 'anonymous') return own
  const before = STRONGEST_FIRST.slice(0, STRONGEST_FIRST.indexOf(viewer)).flatMap((one) => all[one].pages)
  const seen = new Set(before.map(nameOf))
  return { who: own.who, pages: own.pages.filter((page) => !seen.has(nameOf(page))) }
}

const nameOf = ({ path, fields, status = 200 }: Page): string =>
  `${status} ${path} ${fields ? Object.keys(fields).toSorted().join() : 'GET'}`
