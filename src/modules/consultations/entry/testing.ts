import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { CLEAN_WORDS, givenConsultation, officialWith, type GivenConsultation } from '../testing.ts'
import { enterDelivery } from './enter-delivery.ts'
import type { DeliveryOrder, EnterOutcome } from './enter-points.ts'
import { startGroup } from './write-group.ts'
import { startSplit } from './split-letter.ts'

/** Help for tests: what came in by other ways than the site. Only tests import this. */

type Changes = Partial<Omit<DeliveryOrder, 'facts' | 'sender'>> & {
  facts?: Partial<DeliveryOrder['facts']>
  sender?: Partial<DeliveryOrder['sender']>
  /** Days from today. */
  said?: number
}

/** At the counter today, from somebody without a name and without e-mail. */
export function aDelivery({ clock }: Services, changes: Changes = {}): DeliveryOrder {
  const { facts, sender, said = 0, ...rest } = changes
  const today = civilDateIn('Europe/Tirane', clock.now())
  return {
    formId: randomUUID(),
    kind: 'single',
    points: [{ body: CLEAN_WORDS, anchor: { about: 'whole' } }],
    files: [],
    ...rest,
    facts: {
      channel: 'counter',
      title: '',
      happenedOn: addDays(today, said),
      receivedOn: today,
      registeredPost: false,
      protocolNumber: null,
      protocolDate: null,
      outsideNumber: null,
      told: 'sheet',
      sourceRef: null,
      evenIfTaken: false,
      ...facts,
    },
    sender: {
      onBehalf: 'person',
      authorName: 'Arta Shembull',
      organisation: null,
      senderKind: 'citizen',
      namePublic: false,
      email: null,
      lang: 'sq',
      ...sender,
    },
  }
}

export const clerkOf = (services: Services, slug: string): Promise<Official> =>
  officialWith(services, ['consultation-coordinator', slug])

type Entered = Extract<EnterOutcome, { kind: 'entered' }> & { consultation: GivenConsultation }

export async function givenDelivery(
  services: Services,
  slug: string,
  changes: Changes = {},
  consultation?: GivenConsultation,
): Promise<Entered> {
  const into = consultation ?? (await givenConsultation(services, { institution: slug }))
  const order = aDelivery(services, changes)
  const outcome = await enterDelivery(services, await clerkOf(services, slug), into.id, order)
  if (outcome.kind !== 'entered') throw new Error(`test delivery: ${JSON.stringify(outcome)}`)
  return { ...outcome, consultation: into }
}

export const LETTER = '1. Neni 2: të hapet edhe të dielën.\n2. Neni 3: tarifa të ulet.\n3. Të ketë më shumë vende.'

export const JOINT = {
  groupName: 'Forumi i Fshatit',
  thematicGroupId: null,
  members: [
    { organisation: 'Shoqata e Tregtarëve', role: 'kryetare', email: 'tregtaret@shoqata.example', person: null },
    { organisation: 'Shoqata e Prodhuesve', role: null, email: null, person: null },
  ],
}

/** The fields of the form of one comment, as a browser sends them. */
export const anEntryForm = ({ clock }: Services, changes: Record<string, string> = {}): Record<string, string> => {
  const [year = '', month = '', day = ''] = civilDateIn('Europe/Tirane', clock.now()).split('-')
  return {
    dergesa: randomUUID(),
    menyra: 'counter',
    komenti: CLEAN_WORDS,
    folesi: 'vete',
    emri: 'Arta Shembull',
    'emri-publik': 'jo',
    adresa: '',
    gjuha: 'sq',
    'thene-day': day,
    'thene-month': month,
    'thene-year': year,
    'marre-day': day,
    'marre-month': month,
    'marre-year': year,
    ...changes,
  }
}

/** A letter on its way to be cut. */
export async function givenSplit(
  services: Services,
  slug: string,
): Promise<{ id: string; consultation: GivenConsultation }> {
  const consultation = await givenConsultation(services, { institution: slug })
  const { komenti: _, dergesa: formId = '', ...fields } = anEntryForm(services, { menyra: 'post' })
  const articles = consultation.articles.map(({ nodeId, label }) => ({ nodeId, label }))
  const order = {
    formId,
    fields: { ...fields, dergesa: formId },
    words: LETTER,
    asideFrom: LETTER.length,
    articles,
    files: [],
  }
  await startSplit(services, await clerkOf(services, slug), consultation.id, order)
  return { id: formId, consultation }
}

export async function givenGroup(services: Services, institutionId: string, slug: string): Promise<string> {
  const name = `Grupi ${randomUUID().slice(0, 8)}`
  const members = JOINT.members.map(({ organisation, role, email }) => ({ organisation, role, email }))
  const form = { institutionId, formId: randomUUID(), name, aims: '', members, ended: false, fromVersion: 0 }
  await startGroup(services, await clerkOf(services, slug), form)
  const [row] = await services.db<{ id: string }[]>`select id from consultations.thematic_groups where name = ${name}`
  return row?.id ?? ''
}
