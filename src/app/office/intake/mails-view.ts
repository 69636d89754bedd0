import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { listSetAside, listUnsorted, type WaitingMail } from '#platform/intake/incoming-mail-queries.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'

const PAGE = 50

export type UnsortedView = { mails: WaitingMail[]; institutions: InstitutionSummary[] }

export async function viewUnsorted({ db }: Services, lang: Lang): Promise<UnsortedView> {
  const [mails, institutions] = await Promise.all([listUnsorted(db, PAGE), listInstitutions(db, lang)])
  return { mails, institutions }
}

export type SetAsideView = { mails: WaitingMail[]; before: string; older: string | null }

export async function viewSetAside({ db }: Services, official: Official, before: string): Promise<SetAsideView> {
  const institutions = institutionsWhere(official, may['cases.enter'])
  const listed = await listSetAside(db, { institutions, before: readListKey(before), limit: PAGE + 1 })
  const mails = listed.slice(0, PAGE)
  const last = mails.at(-1)
  const older = listed.length > PAGE && last ? writeListKey({ at: last.takenAt, id: last.id }) : null
  return { mails, before, older }
}
