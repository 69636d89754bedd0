import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { publicUrls } from '../../public/urls.ts'
import {
  listFoundBodies,
  listFoundInstitutions,
  listPublicBodyIds,
  listPublicInstitutionIds,
  type FoundBody,
  type FoundInstitution,
} from './institution-search-queries.ts'
import { institutionSearchStates, institutionSearchTexts } from './institution-search-texts.ts'

const INSTITUTION = 'institutions.institution'
const BODY = 'institutions.body'

const institutions: SearchSource = {
  subjectKind: INSTITUTION,
  kinds: { institution: institutionSearchTexts.institution },
  states: institutionSearchStates,
  find: async (db, ids) => (await listFoundInstitutions(db, ids)).map(institutionDocument),
  idsAfter: listPublicInstitutionIds,
}

const bodies: SearchSource = {
  subjectKind: BODY,
  kinds: { body: institutionSearchTexts.body },
  states: institutionSearchStates,
  find: async (db, ids) => (await listFoundBodies(db, ids)).map(bodyDocument),
  idsAfter: listPublicBodyIds,
}

/** Found under every name that they ever had. */
export const institutionSearch: readonly SearchSource[] = [institutions, bodies]

function institutionDocument(one: FoundInstitution): SearchDocument {
  return {
    ...headOf(INSTITUTION, one),
    kind: 'institution',
    institutionId: one.id,
    body: [one.place, ...one.otherNames].filter((words) => words !== null).join(' · '),
    href: publicUrls.institution(one.slug),
    state: one.closed ? 'ended' : 'active',
    places: one.placeId === null ? [] : [one.placeId],
  }
}

function bodyDocument(one: FoundBody): SearchDocument {
  return {
    ...headOf(BODY, one),
    kind: 'body',
    institutionId: one.institutionId,
    body: one.otherNames.join(' · '),
    href: publicUrls.body(one.slug, one.id),
    state: one.ended ? 'ended' : 'active',
    places: [],
  }
}

function headOf(kind: string, one: FoundInstitution | FoundBody) {
  const subject = refOf(kind, one.id)
  return {
    subject,
    part: '',
    matter: subject,
    lang: 'sq' as const,
    title: one.name,
    heading: null,
    numbers: [],
    publishedAt: one.since,
    changedAt: one.changedAt,
    day: one.day,
    topics: [],
    dueOn: null,
  }
}
