import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { givenInstitution, officialWith } from '../testing.ts'
import { emptySections, parseSection, type NumberedSection, type SectionContents } from './content-rules.ts'
import { findPlan, listSections } from './plan-queries.ts'
import { lockOf } from './plan-rules.ts'
import { publishPlan } from './publish-plan.ts'
import { saveSection } from './save-section.ts'
import { startPlan } from './start-plan.ts'

/** Help for tests: plans, valid unless a test says otherwise. Only tests import this. */

export const TITLE = 'Strategjia e pyjeve 2027–2035'

/** Two audiences: the public, and those who work in the forests, with three activities planned for them. */
export const SMALL_SCOPE: SectionContents[1] = {
  ...emptySections(TITLE, 'strategy')[1],
  titleEn: 'Forest strategy 2027–2035',
  periods: [{ what: 'strategjia', from: 2027, to: 2035 }],
  audiences: [
    {
      name: 'Publiku',
      type: 1,
      categories: [],
      otherCategories: [],
      methods: ['e-consultation'],
      otherMethods: ['ekspozitë në shesh'],
      methodsNote: 'Botimi në faqen e ministrisë',
      channels: ['social-networks', 'website'],
      otherChannels: ['radioja e qytetit'],
      channelsNote: null,
      planned: [],
    },
    {
      name: 'Grupet e interesit',
      type: 2,
      categories: ['local-government', 'civil-society'],
      otherCategories: ['pronarët e pyjeve'],
      methods: ['working-group', 'round-table'],
      otherMethods: [],
      methodsNote: null,
      channels: ['email'],
      otherChannels: [],
      channelsNote: null,
      planned: [
        { kind: 'group-meeting', count: 2, words: null },
        { kind: 'workshop', count: 1, words: 'tryeza në Pukë' },
      ],
    },
  ],
  coordinator: { role: 'koordinatori i konsultimit', address: 'konsultime@prova.example' },
}

export type GivenPlan = { id: string; coordinator: Official }

/** A draft of the institution; `published` makes it its first version. */
export async function givenPlan(
  services: Services,
  { institution = 'prova', scope = {}, published = false, measure = null as string | null } = {},
): Promise<GivenPlan> {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution])
  const { id: institutionId } = await givenInstitution(services, institution)
  const order = { institutionId, title: TITLE, actKind: 'strategy', copyFrom: null, consultationId: null } as const
  const started = await startPlan(services, coordinator, { ...order, id: randomUUID() })
  if (started.kind !== 'started') throw new Error(`test plan: ${started.kind}`)
  const { id } = started
  await given(services, coordinator, id, { section: 1, content: { ...SMALL_SCOPE, ...scope } })
  if (measure !== null) {
    const { process, ...rest } = await sectionOf(services, id, 5)
    const onTime = { answer: false, measure }
    await given(services, coordinator, id, {
      section: 5,
      content: { ...rest, process: { ...process, 'on-time': onTime } },
    })
  }
  if (published) await givenVersion(services, coordinator, id)
  return { id, coordinator }
}

/** The section as its draft says it now. */
export async function sectionOf<N extends 1 | 2 | 3 | 4 | 5>(
  { db }: Services,
  id: string,
  section: N,
): Promise<SectionContents[N]> {
  const row = (await listSections(db, id)).find((one) => one.section === section)
  return parseSection(section, row?.content)
}

/** Saves over whatever stands. */
export async function given(services: Services, official: Official, id: string, part: NumberedSection): Promise<void> {
  const row = (await listSections(services.db, id)).find(({ section }) => section === part.section)
  const saved = await saveSection(services, official, { ...part, id, fromVersion: row?.version ?? 0 })
  if (saved.kind !== 'saved') throw new Error(`test section: ${saved.kind}`)
}

export async function givenVersion(
  services: Services,
  official: Official,
  id: string,
  reason = 'Ndryshoi plani i punës.',
) {
  const lock = lockOf(await listSections(services.db, id))
  const outcome = await publishPlan(services, official, { id, lock, reason })
  if (outcome.kind !== 'published') throw new Error(`test version: ${outcome.kind}`)
  return outcome.version
}

export const planRow = ({ db }: Services, id: string) => findPlan(db, 'sq', id)
