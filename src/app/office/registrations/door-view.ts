import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { RegistrationHolder, ShownGathering } from '#platform/registrations/registration-holder.ts'
import { listRegistrations, type Registration } from '#platform/registrations/registration-queries.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'

export type OfficeGathering = {
  gathering: ShownGathering
  holder: RegistrationHolder
  subject: string
  /** Those who come, then those who wait. */
  registered: readonly Registration[]
  mayWrite: boolean
}

/** Null: there is none whose names this official may read. */
export async function viewOfficeGathering(
  services: Services,
  holder: RegistrationHolder,
  lang: Lang,
  official: Official,
  id: string,
): Promise<OfficeGathering | null> {
  const gathering = isUuid(id) ? await holder.show(services, lang, id) : null
  if (!gathering || !mayIn(official, holder.readers, gathering.institutionId)) return null
  const subject = refOf(holder.kind, id)
  const registered = await listRegistrations(services.db, subject)
  return { gathering, holder, subject, registered, mayWrite: mayIn(official, holder.writers, gathering.institutionId) }
}
