import { randomUUID } from 'node:crypto'
import { newestLetterTo, pathIn } from '../../mailbox.ts'
import type { Program } from '../program.ts'
import { expectMoved } from '../visitor.ts'
import type { Page, RoomPages } from './page.ts'

const LIST = '/zyra/njerezit'

/** The people of Bregas in every state that has a page of its own. */
export const peoplePages: RoomPages = async (program, { administrator }) => {
  const { db } = program
  const [place] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const email = `e-ftuar.${randomUUID().slice(0, 6)}@bregas.example`
  const form = {
    dergesa: randomUUID(),
    institucioni: place?.id ?? '',
    emri: 'Mira Shembull',
    email,
    detyra: 'Arkiviste',
  }
  const invited = await expectMoved(administrator.post(`${LIST}/ftese-e-re`, { ...form, roli: 'legal-drafter' }))
  const clerk = await idOf(program, 'Shpresa Demo')
  const [role] = await db<{ id: string }[]>`select id from platform.roles where account_id = ${clerk}`
  const link = pathIn(await newestLetterTo(db, email), '/ftesa/')
  const person = `${LIST}/${clerk}`
  const forms: Page[] = [
    { path: `${LIST}/ftese-e-re` },
    { path: `${LIST}/ftese-e-re`, status: 422, fields: { ...form, emri: '', email: 'x' } },
    { path: `${LIST}/propozime` },
    { path: invited },
    { path: person },
    { path: `${person}/ndryshimi` },
    { path: `${person}/ndryshimi`, status: 422, fields: { emri: '', detyra: '', email: '' } },
    { path: `${person}/roli` },
    { path: `${person}/roli`, status: 422, fields: { institucioni: place?.id ?? '', roli: '' } },
    { path: `${person}/roli/${role?.id ?? ''}/mbarimi` },
    { path: `${person}/mungesa` },
    { path: `${person}/mungesa`, status: 422, fields: { institucioni: place?.id ?? '' } },
    { path: `${person}/mbyllja` },
  ]
  return {
    anonymous: [
      { path: link },
      { path: '/ftesa/askush', status: 404 },
      { path: '/llogaria/adresa/askush', status: 404 },
    ],
    citizen: [{ path: '/llogaria/kush-i-pa' }],
    official: [{ path: '/llogaria/mungesa' }],
    administrator: [{ path: LIST }, ...forms, { path: '/zyra/siguria' }],
    auditor: [{ path: '/zyra/qasjet' }, { path: '/zyra/siguria' }, { path: person }],
    operator: [{ path: LIST }, { path: `${LIST}?gjendja=ended&q=askush` }, { path: '/zyra/te-drejtat?roli=clerk' }],
  }
}

async function idOf({ db }: Program, name: string): Promise<string> {
  const [account] = await db<{ id: string }[]>`select id from platform.accounts where name = ${name}`
  return account?.id ?? ''
}
