import { randomUUID } from 'node:crypto'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** The directory, an institution with all that is set of it, its bodies, topics and places. */
export const institutionPages: RoomPages = async ({ db }, { administrator, operator }) => {
  const [row] = await db<{ id: string; version: number }[]>`
    select id, version from platform.institutions where slug = 'bregas'`
  const at = `/zyra/institucionet/${row?.id ?? ''}`
  const idOf = async (query: Promise<readonly { id: string }[]>) => (await query)[0]?.id ?? ''
  const body = await idOf(db`
    select id from platform.bodies where institution_id = ${row?.id ?? ''} and kind = 'commission' limit 1`)
  const topic = await idOf(db`select id from platform.topics where institution_id = ${row?.id ?? ''} limit 1`)
  const place = await idOf(db`
    select id from platform.places where institution_id = ${row?.id ?? ''} and level = 'village' limit 1`)
  const closure = {
    'nga-day': '28',
    'nga-month': '11',
    'nga-year': '2026',
    pse: 'Dita e qytetit',
    dergesa: randomUUID(),
  }
  await expectMoved(administrator.post(`${at}/pushimet`, closure))
  const agency = { emri: 'Agjencia e Mbyllur', adresa: 'e-mbyllur', shteti: 'AL', lloji: 'agency', qendrimi: 'member' }
  const made = await expectMoved(
    operator.post('/zyra/institucionet/i-ri', { ...agency, monedha: 'ALL', dergesa: randomUUID() }),
  )
  const closing = {
    'dita-day': '1',
    'dita-month': '1',
    'dita-year': '2026',
    arsyeja: 'VKM nr. 1',
    pasuesi: 'Bashkia Bregas',
  }
  const [agencyRow] = await db<
    { version: number }[]
  >`select version from platform.institutions where slug = 'e-mbyllur'`
  await expectMoved(
    operator.post(`${made.split('?')[0] ?? ''}/mbyllja`, { ...closing, versioni: String(agencyRow?.version ?? 0) }),
  )
  const forms = ['ndryshimi', 'emri', 'stema', 'adresat', 'pushimet', 'rregullimet', 'organet/i-ri', 'fushat', 'vendet']
  return {
    anonymous: [
      { path: '/institucionet' },
      { path: '/institucionet?q=zz' },
      { path: '/institucionet?mbyllur=po' },
      { path: '/i/e-mbyllur/' },
      { path: '/i/shoqata-bregu-i-paster/' },
      { path: `/i/bregas/organet/${body}` },
    ],
    administrator: [
      { path: '/zyra/institucionet' },
      { path: at },
      ...forms.map((name) => ({ path: `${at}/${name}` })),
      { path: `${at}/organet/${body}` },
      { path: `${at}/organet/${body}/ndryshimi` },
      { path: `${at}/fushat/${topic}` },
      { path: `${at}/vendet/${place}` },
      {
        path: `${at}/emri`,
        fields: { emri: 'Bashkia', 'vlen-nga-day': '1', 'vlen-nga-month': '1', 'vlen-nga-year': '2027', versioni: '0' },
        status: 409,
      },
      { path: `${at}/adresat`, fields: { 'posta-press': 'askush' }, status: 422 },
      { path: `${at}/organet/${body}/anetaret`, fields: { roli: 'member' }, status: 422 },
      { path: `${at}/fushat`, fields: { fusha: 'Arsimi' }, status: 422 },
      { path: `${at}/vendet`, fields: { 'vendi-emri': '' }, status: 422 },
    ],
    auditor: [{ path: '/zyra/institucionet' }, { path: at }, { path: `${at}/fushat` }, { path: `${at}/vendet` }],
    operator: [
      { path: '/zyra/institucionet' },
      { path: '/zyra/institucionet/i-ri' },
      { path: made.split('?')[0] ?? '' },
      { path: `${at}/mbyllja` },
      { path: '/zyra/institucionet/i-ri', fields: { emri: '', ngjyra: '#ffff00' }, status: 422 },
      { path: `${at}/mbyllja`, fields: { arsyeja: '' }, status: 422 },
    ],
  }
}
