import type { ListedBody, Member } from '#platform/institutions/body-queries.ts'
import type { InstitutionView } from '../public-view.ts'
import { publicUrls } from '../urls.ts'

/** An institution as data, after Popolo's Organization: names with their days, bodies with their posts and members. */
export const institutionAsData = (view: InstitutionView, members: readonly Member[], url: string) => {
  const { institution: one, names, successions, addresses, bodies } = view
  const linkTo = (kind: 'successor' | 'predecessor') =>
    successions
      .filter((other) => other.kind === kind)
      .map(({ slug, name, since }) => ({ url: url + publicUrls.institution(slug), name, since }))
  return {
    id: one.id,
    url: url + publicUrls.institution(one.slug),
    name: one.name,
    classification: one.kind,
    jurisdiction: one.jurisdiction,
    standing: one.standing,
    currency: one.currency,
    demonstration: one.demonstration,
    names: names.map(({ lang, name, validFrom, source }) => ({
      lang,
      name,
      start_date: validFrom <= '1900-01-01' ? null : validFrom,
      source,
    })),
    dissolution_date: one.closedOn,
    dissolution_reason: one.closedReason,
    successors: linkTo('successor'),
    predecessors: linkTo('predecessor'),
    identifiers: one.registration ? [{ identifier: one.registration }] : [],
    links: one.website ? [{ url: one.website }] : [],
    contact_details: addresses.map(({ role, email, telephone, postal }) => ({ role, email, telephone, postal })),
    bodies: bodies.map((body) => bodyAsData(body, members, url + publicUrls.body(one.slug, body.id))),
  }
}

const bodyAsData = (body: ListedBody, members: readonly Member[], url: string) => ({
  id: body.id,
  url,
  name: body.name,
  name_en: body.nameEn,
  name_sr: body.nameSr,
  classification: body.kind,
  parent_id: body.parentId,
  founding_date: body.foundedOn,
  dissolution_date: body.endedOn,
  founding_order: {
    issuer: body.orderIssuer,
    number: body.orderNumber,
    date: body.orderDate,
    subject: body.orderSubject,
  },
  memberships: members
    .filter((member) => member.bodyId === body.id)
    .map((member) => ({
      person: member.name,
      organization: member.organisation,
      post: member.post,
      role: member.role,
      start_date: member.fromOn,
      end_date: member.toOn,
    })),
})
