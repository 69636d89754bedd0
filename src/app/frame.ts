import type { Role, StaffMember, Visitor } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { Menu, MenuEntry } from '#platform/http/page-context.ts'
import { doors } from './doors.ts'
import { mailReaders } from './office/mail/mail-readers.ts'
import { officeUrls } from './office/urls.ts'
import { en } from './texts.en.ts'
import { sq, type AppTexts } from './texts.sq.ts'

/** The order of the menus by the names of the doors: the day's work, then what is looked up, then the running of the house. */
const OFFICE_ORDER = [
  'intake',
  'letters',
  'consultations',
  'council',
  'council-acts',
  'meetings',
  'tasks',
  'deadlines',
  'documents',
  'open-data',
  'imports',
  'mail',
  'takedowns',
  'history',
]
const PUBLIC_ORDER = [
  'consultations',
  'council',
  'council-acts',
  'meetings',
  'following',
  'intake',
  'clocks',
  'institutions',
  'exports',
]

/** The menus that the frame of every page shows to this visitor, joined from the doors of the modules. */
export function menuFor(visitor: Visitor | null, demo: boolean): Menu {
  return {
    public: inOrder(PUBLIC_ORDER).flatMap((door) => door.menu?.public ?? []),
    office: visitor?.kind === 'staff' && visitor.level === 2 ? officeMenu(visitor, demo) : [],
  }
}

function officeMenu(staff: StaffMember, demo: boolean): MenuEntry[] {
  const readers = mailReaders(demo)
  const holdsOne = (roles: readonly Role[]) => staff.roles.some((grant) => roles.includes(grant.role))
  return [
    { href: officeUrls.first(), label: labelOf('waits') },
    ...inOrder(OFFICE_ORDER).flatMap((door) => (door.menu?.office ?? []).filter((entry) => holdsOne(entry.roles))),
    ...(holdsOne(readers) ? [{ href: officeUrls.mail(), label: labelOf('mail') }] : []),
  ]
}

/** What is not named comes last, as it stands. */
function inOrder(names: readonly string[]): Door[] {
  const placeOf = ({ name }: Door): number => (names.includes(name) ? names.indexOf(name) : names.length)
  return doors.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const labelOf = (key: keyof AppTexts['menu']): MenuEntry['label'] => ({ sq: sq.menu[key], en: en.menu[key] })
