import { randomUUID } from 'node:crypto'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { listAmendments } from '#modules/council-acts/making/making-queries.ts'
import { givenAdoptedAct, standing } from '#modules/council-acts/making/testing.ts'
import { makingUrls as urls } from '#modules/council-acts/making/urls.ts'
import { actOfficeUrls as office } from '#modules/council-acts/urls.ts'
import { givenAdoptedVote } from '#modules/council/sitting/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts.write'
const DECIDE = 'acts.decide'
const SETTINGS = 'acts-settings.write'

type Until = 'draft' | 'read' | 'laid' | 'confirmed' | 'numbered'
const AMENDED = { amendments: [{ article: 'Neni 2', words: 'Tarifa bëhet 150 lekë.' }] }

/** From the vote to the number. */
export function actsMakingRows({ services, db }: MatrixWorld): Rows {
  const act = (institution: Slug, until: Until = 'draft', more: object = {}) =>
    givenAdoptedAct(services, null, { institution, until, ...more })
  /** A deed on an act as it stands, with what its form carries. */
  const deed = (right: string, path: (id: string) => string, until: Until, fields: Record<string, string | File>) =>
    record(right, async (slug) => {
      const { id, version } = await act(slug, until)
      return { path: path(id), fields: { versioni: String(version), ...fields } }
    })
  const opens = (right: string, path: (id: string) => string) =>
    record(right, async (slug) => ({ path: path((await act(slug)).id) }))
  const institutionOf = async (slug: Slug): Promise<string> => {
    const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
    return row?.id ?? ''
  }
  return {
    [`GET ${office.list()}`]: page(READ, office.list()),
    [`GET ${office.adopted()}`]: page(READ, office.adopted()),
    [`POST ${office.adopted()}`]: record(WRITE, async (institution) => {
      const { voteId } = await givenAdoptedVote(services, { institution })
      const fields = { votimi: voteId, dergesa: randomUUID(), [`natyra-${voteId}`]: 'normative' }
      return { path: office.adopted(), fields }
    }),
    [`GET ${urls.create()}`]: page(WRITE, urls.create()),
    [`POST ${urls.create()}`]: record(WRITE, async (slug) => ({
      path: urls.create(),
      fields: { ...FACTS, dergesa: randomUUID(), institucioni: await institutionOf(slug) },
    })),
    [`GET ${office.act(':id')}`]: opens(READ, office.act),
    [`GET ${urls.change(':id')}`]: opens(WRITE, urls.change),
    [`POST ${urls.change(':id')}`]: deed(WRITE, urls.change, 'draft', FACTS),
    [`POST ${urls.number(':id')}`]: deed(DECIDE, urls.number, 'confirmed', { arsyeja: 'Radha u ruajt' }),
    [`POST ${urls.voidNumber(':id')}`]: deed(DECIDE, urls.voidNumber, 'numbered', {
      'arsyeja-anulimit': 'U dha gabim',
    }),
    [`POST ${urls.documents(':id')}`]: deed(WRITE, urls.documents, 'draft', {
      'titulli-dok': 'Relacioni',
      dokumenti: new File(['Relacioni i aktit'], 'relacioni.txt', { type: 'text/plain' }),
    }),
    [`GET ${office.amendments(':id')}`]: opens(READ, office.amendments),
    [`POST ${office.amendments(':id')}`]: deed(WRITE, office.amendments, 'laid', { 'shto-fjalet': 'Shtohet një nen.' }),
    [`POST ${urls.takeText(':id')}`]: record(WRITE, async (slug) => {
      const consultation = await givenConsultation(services, { institution: slug })
      const { id, version } = await act(slug, 'draft', { aboutRef: `consultations.consultation:${consultation.id}` })
      return { path: urls.takeText(id), fields: { burimi: 'konsultimi', versioni: String(version) } }
    }),
    [`POST ${urls.layText(':id')}`]: record(WRITE, async (slug) => {
      const { id } = await act(slug, 'read')
      return { path: urls.layText(id), fields: { versioni: String((await standing(services, id)).version) } }
    }),
    [`POST ${urls.confirm(':id')}`]: deed(DECIDE, urls.confirm, 'laid', {}),
    [`POST ${urls.reopen(':id')}`]: deed(DECIDE, urls.reopen, 'confirmed', { 'arsyeja-rihapjes': 'U harrua një nen' }),
    [`POST ${urls.amendment(':id', ':amendment')}`]: record(WRITE, async (slug) => {
      const { id, version } = await act(slug, 'laid', AMENDED)
      const key = (await listAmendments(db, id))[0]?.id ?? ''
      const fields = { versioni: String(version), [`si-${key}`]: 'no-words', [`shenimi-${key}`]: 'Nuk prek tekstin' }
      return { path: urls.amendment(id, key), fields }
    }),
    [`GET ${office.settings()}`]: page(SETTINGS, office.settings()),
    [`POST ${office.settings()}`]: record(SETTINGS, async (slug) => {
      const institucioni = await institutionOf(slug)
      const [row] = await db<{ version: number }[]>`
        select version from council_acts.settings where institution_id = ${institucioni}`
      const fields = { institucioni, versioni: String(row?.version ?? 0), numerimi: 'one', sekretari: 'po' }
      return { path: office.settings(), fields }
    }),
  }
}

const FACTS = {
  titulli: 'Për emrin e sheshit',
  lloji: 'decision',
  natyra: 'normative',
  'miratimi-day': '20',
  'miratimi-month': '11',
  'miratimi-year': '2026',
}
