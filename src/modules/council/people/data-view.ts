import { documentUrls } from '#platform/documents/urls.ts'
import { councilUrls } from '../urls.ts'
import type { PublicCouncillorView } from './public-people-view.ts'
import { peopleUrls as urls } from './urls.ts'

/** A member as data: what the page shows, and nothing else. */
export const councillorAsData = (view: PublicCouncillorView, url: string) => {
  const { councillor: c, institution } = view
  return {
    id: c.id,
    url: url + urls.one(c.slug),
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    name: c.name,
    givenName: c.givenName,
    familyName: c.familyName,
    gender: c.gender,
    profession: c.profession,
    biography: c.biography,
    contacts: c.contacts,
    photograph:
      c.photoId === null ? null : { url: url + documentUrls.file(c.photoId), alt: c.photoAlt, credit: c.photoCredit },
    ...seatsAsData(view, url),
    ...recordAsData(view, url),
    version: c.version,
    publishedAt: c.publishedAt,
    changedAt: c.changedAt,
  }
}

const seatsAsData = (view: PublicCouncillorView, url: string) => ({
  mandates: view.mandates.map(({ id, term, body, party, listName, area, fromOn, toOn, endKind, endNote, ...seat }) => ({
    id,
    term,
    body,
    party,
    list: listName,
    area,
    from: fromOn,
    to: toOn,
    end: endKind,
    endNote,
    replacedBy: seat.replacementSlug && url + urls.one(seat.replacementSlug),
    inPlaceOf: seat.predecessorSlug && url + urls.one(seat.predecessorSlug),
  })),
  bodies: view.bodies.map(({ bodyId, body, role, fromOn, toOn }) => ({
    url: url + urls.body(bodyId),
    body,
    role,
    from: fromOn,
    to: toOn,
  })),
})

const recordAsData = (view: PublicCouncillorView, url: string) => ({
  attendance: view.presence.map(({ body, present, excused, absent }) => ({ body, present, excused, absent })),
  votes: view.votes.map(({ voteId, meetingSlug, takenAt, question, result, choice }) => ({
    url: url + councilUrls.vote(meetingSlug, voteId),
    at: takenAt,
    question,
    choice,
    result,
  })),
  payments: view.payments.map(({ fromOn, toOn, kind, amount, currency, note }) => ({
    from: fromOn,
    to: toOn,
    kind,
    amount,
    currency,
    note,
  })),
})
