import type { BodyFacts, BodyRecord } from '#platform/institutions/body-queries.ts'
import { BODY_KINDS, BODY_LIMITS, MEMBER_ROLES } from '#platform/institutions/body-rules.ts'
import type { Seat } from '#platform/institutions/change-members.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Typed } from '#platform/http/form.ts'
import type { PlaceFacts } from '#platform/places/place-queries.ts'
import { OWN_LEVELS, PLACE_NAME_LENGTH } from '#platform/places/place-rules.ts'
import type { TopicFacts } from '#platform/topics/topic-queries.ts'
import { TOPIC_NAME_LENGTH } from '#platform/topics/topic-rules.ts'
import { dateNames, FormReader, typedDate } from './reader-form.ts'
import type { InstitutionOfficeTexts } from './texts.sq.ts'

type Read<T> = { reader: FormReader; value: T }

const BODY_NAMES = [
  'organi',
  'organi-en',
  'organi-sr',
  'lloji',
  'prindi',
  ...dateNames('krijuar', 'urdher-data'),
  'urdher-nga',
  'urdher-nr',
  'urdher-titulli',
  'versioni',
  'dergesa',
]

export function readBodyForm(form: FormData, t: InstitutionOfficeTexts): Read<BodyFacts> {
  const reader = new FormReader(form, BODY_NAMES, t)
  const parent = reader.typed.prindi ?? ''
  const value = {
    name: reader.words('organi', 2, BODY_LIMITS.name, t.errors.name),
    nameEn: reader.optional('organi-en', BODY_LIMITS.name, 2),
    nameSr: reader.optional('organi-sr', BODY_LIMITS.name, 2),
    kind: reader.choice('lloji', BODY_KINDS),
    parentId: isUuid(parent) ? parent : null,
    foundedOn: reader.date('krijuar'),
    orderIssuer: reader.optional('urdher-nga', BODY_LIMITS.issuer, 2),
    orderNumber: reader.optional('urdher-nr', BODY_LIMITS.number),
    orderDate: reader.date('urdher-data'),
    orderSubject: reader.optional('urdher-titulli', BODY_LIMITS.subject, 3),
  }
  return { reader, value }
}

export const typedOfBody = (body: BodyRecord): Typed => ({
  organi: body.name,
  'organi-en': body.nameEn ?? '',
  'organi-sr': body.nameSr ?? '',
  lloji: body.kind,
  prindi: body.parentId ?? '',
  ...typedDate('krijuar', body.foundedOn),
  ...typedDate('urdher-data', body.orderDate),
  'urdher-nga': body.orderIssuer ?? '',
  'urdher-nr': body.orderNumber ?? '',
  'urdher-titulli': body.orderSubject ?? '',
  versioni: String(body.version),
})

const SEAT_NAMES = [
  'personi',
  'emri-personit',
  'posti',
  'organizata',
  'roli',
  ...dateNames('fillon', 'mbaron'),
  'dergesa',
]

/** `organisation` as it was written; whether the directory knows it is for the route to ask. */
export function readSeatForm(form: FormData, t: InstitutionOfficeTexts): Read<Seat> {
  const reader = new FormReader(form, SEAT_NAMES, t)
  const person = reader.typed.personi ?? ''
  const personId = isUuid(person) ? person : null
  const name = personId ? null : reader.optional('emri-personit', BODY_LIMITS.person, 2)
  const organisation = reader.optional('organizata', BODY_LIMITS.post, 2)
  const post = reader.optional('posti', BODY_LIMITS.post, 2)
  const role = reader.choice('roli', MEMBER_ROLES)
  const [fromOn, toOn] = [reader.date('fillon'), reader.date('mbaron')]
  if (fromOn && toOn && toOn < fromOn) reader.refuse('mbaron', t.body.refusals['ends-before-it-began'])
  if (!personId && !name && !organisation) reader.refuse('emri-personit', t.body.refusals.nobody)
  return { reader, value: { personId, name, organisationId: null, organisation, post, role, fromOn, toOn } }
}

export function readEndForm(form: FormData, t: InstitutionOfficeTexts): Read<{ on: string; reason: string }> {
  const reader = new FormReader(form, [...dateNames('dita'), 'arsyeja'], t)
  const on = reader.date('dita', true) ?? ''
  return { reader, value: { on, reason: reader.words('arsyeja', 5, BODY_LIMITS.reason, t.errors.reason) } }
}

export type Leaving = { memberId: string; on: string; reason: string | null }

export function readLeavingForm(form: FormData, t: InstitutionOfficeTexts): Read<Leaving> {
  const reader = new FormReader(form, ['anetari', ...dateNames('largohet'), 'arsyeja-largimit'], t)
  const memberId = reader.typed.anetari ?? ''
  if (!isUuid(memberId)) reader.refuse('anetari', t.errors.choose)
  const on = reader.date('largohet', true) ?? ''
  return { reader, value: { memberId, on, reason: reader.optional('arsyeja-largimit', 500, 3) } }
}

export function readTopicForm(form: FormData, t: InstitutionOfficeTexts): Read<TopicFacts> {
  const reader = new FormReader(form, ['fusha', 'fusha-en', 'fusha-siper', 'versioni', 'dergesa'], t)
  const parent = reader.typed['fusha-siper'] ?? ''
  const nameSq = reader.words('fusha', 2, TOPIC_NAME_LENGTH)
  const nameEn = reader.optional('fusha-en', TOPIC_NAME_LENGTH, 2)
  return { reader, value: { nameSq, nameEn, parentId: isUuid(parent) ? parent : null } }
}

const PLACE_NAMES = [
  'vendi-emri',
  'vendi-en',
  'vendi-sr',
  'vendi-lloji',
  'vendi-ne',
  'vendi-kodi',
  'versioni',
  'dergesa',
]

export function readPlaceForm(form: FormData, t: InstitutionOfficeTexts): Read<PlaceFacts> {
  const reader = new FormReader(form, PLACE_NAMES, t)
  const parentId = reader.typed['vendi-ne'] ?? ''
  if (!isUuid(parentId)) reader.refuse('vendi-ne', t.errors.choose)
  const value = {
    nameSq: reader.words('vendi-emri', 2, PLACE_NAME_LENGTH),
    nameEn: reader.optional('vendi-en', PLACE_NAME_LENGTH, 2),
    nameSr: reader.optional('vendi-sr', PLACE_NAME_LENGTH, 2),
    level: reader.choice('vendi-lloji', OWN_LEVELS),
    parentId,
    code: reader.optional('vendi-kodi', 40),
  }
  return { reader, value }
}
