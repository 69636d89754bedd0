import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { countStanding, findByToken, type Registration } from '#platform/registrations/registration-queries.ts'
import type { RegistrationHolder, ShownGathering } from '#platform/registrations/registration-holder.ts'
import { textsIn } from '#platform/registrations/registration-texts.ts'
import type { Services } from '#platform/services.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'

export type RegisterView = {
  gathering: ShownGathering
  holder: RegistrationHolder
  slug: string
  institution: InstitutionSummary
  /** Every seat is taken: who asks now waits. */
  full: boolean
  retention: { what: string; howLong: string }
}

/** The form by which anybody asks to come; null: there is nothing of the kind. */
export async function viewRegister(
  services: Services,
  holder: RegistrationHolder,
  lang: Lang,
  slug: string,
): Promise<RegisterView | null> {
  const { db } = services
  const id = await holder.findAt(db, slug)
  const gathering = id === null ? null : await holder.show(services, lang, id)
  const institution = gathering && (await findInstitutionById(db, lang, gathering.institutionId))
  if (!gathering || !institution) return null
  const { confirmed } = await countStanding(db, refOf(holder.kind, gathering.id))
  const full = gathering.capacity !== null && confirmed >= gathering.capacity
  const retention = { what: holder.what[lang], howLong: textsIn(lang).retention.howLong }
  return { gathering, holder, slug, institution, full, retention }
}

export type OwnRegistrationView = {
  own: Registration
  gathering: ShownGathering
  institution: InstitutionSummary
  formHref: string
}

/** By the private link; null for a link that opens nothing. */
export async function viewOwnRegistration(
  services: Services,
  holders: readonly RegistrationHolder[],
  lang: Lang,
  token: string,
): Promise<OwnRegistrationView | null> {
  const { db } = services
  const own = await findByToken(db, digestOfToken(token))
  const ref = own && readRef(own.subject)
  const holder = ref && holders.find(({ kind }) => kind === ref.kind)
  const gathering = holder ? await holder.show(services, lang, ref.id) : null
  const institution = gathering && (await findInstitutionById(db, lang, gathering.institutionId))
  if (!own || !holder || !gathering || !institution) return null
  return { own, gathering, institution, formHref: holder.urls.form(gathering.slug) }
}
