import { randomUUID } from 'node:crypto'
import { institutionOfficeUrls as urls } from '#app/office/institutions/urls.ts'
import { foundInstitution } from '#platform/institutions/found-institution.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { findInstitutionRecord } from '#platform/institutions/institution-record-queries.ts'
import { foundBody } from '#platform/institutions/change-body.ts'
import { seatMember } from '#platform/institutions/change-members.ts'
import { PNG } from '#platform/files/testing.ts'
import { addPlace } from '#platform/places/change-place.ts'
import { addTopic } from '#platform/topics/change-topic.ts'
import { installation, page, record, type MatrixWorld, type Request, type Rows, type Slug } from './row.ts'
import { entered } from '../ledger.ts'
import { institutionRecords } from '#platform/institutions/institution-records.ts'

let made = 0

/** Institutions, their bodies, topics and places. */
export function institutionRows({ db, services }: MatrixWorld): Rows {
  const idOf = async (slug: Slug): Promise<string> => (await findInstitution(db, 'sq', slug))?.id ?? ''
  const versionOf = async (id: string) => String((await findInstitutionRecord(db, 'sq', id))?.version ?? 0)
  const at =
    (path: (id: string) => string) =>
    async (slug: Slug): Promise<Request> => ({ path: path(await idOf(slug)) })
  const form = (path: (id: string) => string, fields: (slug: Slug) => Record<string, string>) => async (slug: Slug) => {
    const id = await idOf(slug)
    return { path: path(id), fields: { ...fields(slug), versioni: await versionOf(id) } }
  }
  const aBody = async (slug: Slug) => {
    const id = await idOf(slug)
    const body = randomUUID()
    await foundBody(services, 'program', id, body, { ...A_BODY, name: `Komisioni ${++made}` })
    return { id, body }
  }
  const ofBody =
    (path: (id: string, body: string) => string, fields?: Record<string, string>) => async (slug: Slug) => {
      const { id, body } = await aBody(slug)
      return { path: path(id, body), ...(fields ? { fields } : {}) }
    }
  const aTopic = async (slug: Slug) => {
    const [id, topic] = [await idOf(slug), randomUUID()]
    await addTopic(services, 'program', id, topic, { parentId: null, nameSq: `Fusha e provës ${++made}`, nameEn: null })
    return { id, topic }
  }
  const aPlace = async (slug: Slug) => {
    const [id, place] = [await idOf(slug), randomUUID()]
    const parentId = await ownPlace(db, id)
    await addPlace(services, 'program', id, place, { ...A_PLACE, nameSq: `Fshati ${++made}`, parentId })
    return { id, place, parentId }
  }
  return {
    'GET /zyra/institucionet': page('institutions.read', urls.list()),
    'GET /zyra/institucionet/i-ri': installation('institutions.found', () => ({ path: urls.found() })),
    'POST /zyra/institucionet/i-ri': installation('institutions.found', () => ({
      path: urls.found(),
      fields: { ...A_NEW_ONE, adresa: `e-re-${++made}`, dergesa: randomUUID() },
    })),
    'GET /zyra/institucionet/:id': record('institutions.read', at(urls.one)),
    'GET /zyra/institucionet/:id/ndryshimi': record('institutions.write', at(urls.facts)),
    'POST /zyra/institucionet/:id/ndryshimi': record(
      'institutions.write',
      form(urls.facts, (slug) => ({
        lloji: 'municipality',
        qendrimi: 'member',
        monedha: slug === 'prova' ? 'ALL' : 'EUR',
        faqja: `https://prova${++made}.example`,
      })),
    ),
    'GET /zyra/institucionet/:id/emri': record('institutions.write', at(urls.names)),
    'POST /zyra/institucionet/:id/emri': record(
      'institutions.write',
      form(urls.names, () => ({
        emri: `Emri ${++made}`,
        'vlen-nga-day': '1',
        'vlen-nga-month': '1',
        'vlen-nga-year': '2099',
      })),
    ),
    'GET /zyra/institucionet/:id/mbyllja': installation('institutions.found', () => at(urls.closing)('prova')),
    'POST /zyra/institucionet/:id/mbyllja': installation('institutions.found', async () => {
      const founded = await foundInstitution(services, 'program', { ...A_FORM, slug: `per-mbyllje-${++made}` })
      if (founded.kind !== 'founded') throw new Error('not founded')
      const fields = { 'dita-day': '1', 'dita-month': '1', 'dita-year': '2026', arsyeja: 'Vendim i provës' }
      return { path: urls.closing(founded.id), fields: { ...fields, versioni: await versionOf(founded.id) } }
    }),
    'GET /zyra/institucionet/:id/stema': record('institutions.write', at(urls.emblem)),
    'POST /zyra/institucionet/:id/stema': record('institutions.write', async (slug) => ({
      path: urls.emblem(await idOf(slug)),
      fields: { stema: new File([PNG], 'stema.png') },
    })),
    'GET /zyra/institucionet/:id/adresat': record('institutions.write', at(urls.addresses)),
    'POST /zyra/institucionet/:id/adresat': record(
      'institutions.write',
      form(urls.addresses, () => ({ 'posta-press': `media${++made}@prova.example` })),
    ),
    'GET /zyra/institucionet/:id/pushimet': record('institutions.write', at(urls.closures)),
    'POST /zyra/institucionet/:id/pushimet': record(
      'institutions.write',
      form(urls.closures, () => ({
        'nga-day': '1',
        'nga-month': '6',
        'nga-year': '2027',
        pse: 'Festa',
        dergesa: randomUUID(),
      })),
    ),
    'POST /zyra/institucionet/:id/pushimet/:closure/heqja': record('institutions.write', async (slug) => ({
      path: urls.removeClosure(await idOf(slug), randomUUID()),
    })),
    'GET /zyra/institucionet/:id/rregullimet': record('institutions.write', at(urls.settings)),
    'POST /zyra/institucionet/:id/rregullimet': record(
      'institutions.write',
      form(urls.settings, () => ({ 'duty-digest-hour': String(++made % 24), 'duty-digest': 'po' })),
    ),
    'GET /zyra/institucionet/:id/organet/i-ri': record('bodies.write', at(urls.foundBody)),
    'POST /zyra/institucionet/:id/organet/i-ri': record('bodies.write', async (slug) => ({
      path: urls.foundBody(await idOf(slug)),
      fields: { organi: `Grupi ${++made}`, lloji: 'working-group', dergesa: randomUUID() },
    })),
    'GET /zyra/institucionet/:id/organet/:body': record('institutions.read', ofBody(urls.body)),
    'GET /zyra/institucionet/:id/organet/:body/ndryshimi': record('bodies.write', ofBody(urls.changeBody)),
    'POST /zyra/institucionet/:id/organet/:body/ndryshimi': record(
      'bodies.write',
      ofBody(urls.changeBody, { organi: 'Komisioni i ri', lloji: 'commission', versioni: '1' }),
    ),
    'POST /zyra/institucionet/:id/organet/:body/mbarimi': record(
      'bodies.write',
      ofBody(urls.endBody, { 'dita-day': '1', 'dita-month': '2', 'dita-year': '2026', arsyeja: 'Puna mbaroi' }),
    ),
    'POST /zyra/institucionet/:id/organet/:body/anetaret': record('bodies.write', async (slug) => {
      const { id, body } = await aBody(slug)
      return {
        path: urls.members(id, body),
        fields: { 'emri-personit': 'Liri Prove', roli: 'member', dergesa: randomUUID() },
      }
    }),
    'POST /zyra/institucionet/:id/organet/:body/largimi': record('bodies.write', async (slug) => {
      const { id, body } = await aBody(slug)
      const member = randomUUID()
      await seatMember(services, 'program', body, member, A_SEAT)
      const day = { 'largohet-day': '1', 'largohet-month': '2', 'largohet-year': '2026' }
      return { path: urls.leaving(id, body), fields: { anetari: member, ...day } }
    }),
    'GET /zyra/institucionet/:id/fushat': record('institutions.read', at(urls.topics)),
    'POST /zyra/institucionet/:id/fushat': record(
      'topics.write',
      form(urls.topics, () => ({ fusha: `Fusha ${++made}`, dergesa: randomUUID() })),
    ),
    'GET /zyra/institucionet/:id/fushat/:topic': record('topics.write', async (slug) => {
      const { id, topic } = await aTopic(slug)
      return { path: urls.topic(id, topic) }
    }),
    'POST /zyra/institucionet/:id/fushat/:topic': record('topics.write', async (slug) => {
      const { id, topic } = await aTopic(slug)
      return { path: urls.topic(id, topic), fields: { fusha: `Fusha ${++made}`, versioni: '1' } }
    }),
    'POST /zyra/institucionet/:id/fushat/:topic/heqja': record('topics.write', async (slug) => {
      const { id, topic } = await aTopic(slug)
      return { path: urls.retireTopic(id, topic) }
    }),
    'GET /zyra/institucionet/:id/vendet': record('institutions.read', at(urls.places)),
    'POST /zyra/institucionet/:id/vendet': record('places.write', async (slug) => {
      const id = await idOf(slug)
      const fields = { 'vendi-emri': `Lagjja ${++made}`, 'vendi-lloji': 'quarter', 'vendi-ne': await ownPlace(db, id) }
      return { path: urls.places(id), fields: { ...fields, dergesa: randomUUID() } }
    }),
    'GET /zyra/institucionet/:id/vendet/:place': record('places.write', async (slug) => {
      const { id, place } = await aPlace(slug)
      return { path: urls.place(id, place) }
    }),
    'POST /zyra/institucionet/:id/vendet/:place': record('places.write', async (slug) => {
      const { id, place, parentId } = await aPlace(slug)
      const fields = { 'vendi-emri': `Fshati ${++made}`, 'vendi-lloji': 'village', 'vendi-ne': parentId, versioni: '1' }
      return { path: urls.place(id, place), fields }
    }),
    'POST /zyra/institucionet/:id/vendet/:place/heqja': record('places.write', async (slug) => {
      const { id, place } = await aPlace(slug)
      return { path: urls.retirePlace(id, place) }
    }),
  }
}

const A_BODY = {
  kind: 'commission',
  nameEn: null,
  nameSr: null,
  parentId: null,
  foundedOn: null,
  orderIssuer: null,
  orderNumber: null,
  orderDate: null,
  orderSubject: null,
} as const
const A_SEAT = {
  personId: null,
  name: 'Liri Prove',
  organisationId: null,
  organisation: null,
  post: null,
  role: 'member',
  fromOn: null,
  toOn: null,
} as const
const A_PLACE = { level: 'village', nameEn: null, nameSr: null, code: null } as const
const A_FORM = {
  jurisdiction: 'AL',
  kind: 'agency',
  standing: 'member',
  names: { sq: 'Agjencia e Provës' },
  placeId: null,
  website: null,
  registration: null,
  source: null,
  accent: null,
  frontDesk: null,
} as const
const A_NEW_ONE = { emri: 'Shoqata e Provës', shteti: 'AL', lloji: 'ngo', qendrimi: 'listed', monedha: 'ALL' }

/** The test institutions stand for the capitals. */
async function ownPlace(db: MatrixWorld['db'], institutionId: string): Promise<string> {
  const [row] = await entered(
    db,
    institutionRecords,
    (tx) => tx<{ id: string; placeId: string }[]>`
      update platform.institutions as institution
      set place_id = coalesce(place_id, (select place.id from platform.places as place
        where place.key = case institution.jurisdiction when 'AL' then 'al-tirane' else 'xk-prishtine' end))
      where id = ${institutionId} returning id, place_id`,
  )
  return row?.placeId ?? ''
}
