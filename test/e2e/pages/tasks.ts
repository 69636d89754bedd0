import { randomUUID } from 'node:crypto'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

const TODAY = { 'dita-day': '1', 'dita-month': '1', 'dita-year': '2026' }

/** Tasks and notes, letters that wait for a decision, papers that leave the house, the state of the installation. */
export const taskPages: RoomPages = async ({ db }, { clerk, administrator }) => {
  const [bregas] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const institucioni = bregas?.id ?? ''
  const give = async (titulli: string) => {
    const fields = {
      institucioni,
      titulli,
      kujt: 'rol:clerk',
      dergesa: randomUUID(),
      'afati-day': '1',
      'afati-month': '1',
      'afati-year': '2026',
    }
    return (await expectMoved(administrator.post('/zyra/puna/e-re', fields))).split(/[/?]/)[3] ?? ''
  }
  const [task, done] = [await give('Regjistroni shkresën'), await give('Skanoni shkresën')]
  await expectMoved(clerk.post(`/zyra/puna/${done}/kryerja`, { versioni: '1' }))
  const about = `tasks.task:${task}`
  const note = { subjekti: about, dergesa: randomUUID(), shenimi: '@Shpresa Demo, shihni faqen e dytë.' }
  await expectMoved(administrator.post('/zyra/puna/shenime', note))

  const dispatch = async (kur: string) => {
    const person = { emri: 'Ana Shembull', adresa: 'Rruga e Shembullit 12\nBregas' }
    const fields = { ...person, ...TODAY, kur, menyra: 'post', dergesa: randomUUID(), subjekti: await aSubject() }
    return (await expectMoved(clerk.post('/zyra/posta/leter/e-re', fields))).split(/[/?]/)[4] ?? ''
  }
  // Any paper will do that this clerk may know of.
  const aSubject = async () => {
    const [letter] = await db<{ id: string }[]>`
      insert into platform.dispatches (institution_id, subject, title, way, state, created_at, handed_on)
      values (${institucioni}, ${`institutions.institution:${institucioni}`}, 'Njoftim', 'hand', 'handed-on', now(), current_date)
      returning id`
    return `dispatch.dispatch:${letter?.id ?? ''}`
  }
  const [waiting, sent] = [await dispatch('shtyp'), await dispatch('dale')]
  const subject = encodeURIComponent(await aSubject())
  const letter = await db<{ id: string }[]>`
    insert into platform.mail_messages (institution_id, message_id, kind, recipient, lang, subject, body, state, created_at)
    values (${institucioni}, ${`<${randomUUID()}@prova.example>`}, 'service', 'ana@shembull.example', 'sq', 'Letër', 'Fjalë',
            'failed', now())
    returning id`
  const failed = letter[0]?.id ?? ''
  return {
    clerk: [
      { path: '/zyra' },
      { path: `/zyra?pune=kryer&detyra=${done}` },
      { path: '/zyra/puna/e-re' },
      {
        path: '/zyra/puna/e-re',
        status: 422,
        fields: { institucioni, dergesa: randomUUID(), 'afati-day': '31', 'afati-month': '2', 'afati-year': '2026' },
      },
      { path: `/zyra/puna/${task}` },
      { path: `/zyra/puna/${done}?pune=kryer&detyra=${done}` },
      { path: `/zyra/puna/${task}/anulimi`, status: 422, fields: { versioni: '1' } },
      { path: `/zyra/puna/${task}/caktimi`, status: 422, fields: { versioni: '1' } },
      { path: `/zyra/puna/${task}/marrja`, status: 409, fields: { versioni: '7' } },
      { path: `/zyra/puna/rekordi?rekordi=${encodeURIComponent(about)}` },
      { path: '/zyra/puna/shenime', status: 422, fields: { subjekti: about, dergesa: randomUUID(), shenimi: '' } },
      { path: '/zyra/puna/letra' },
      { path: '/zyra/posta/leter' },
      { path: '/zyra/posta/leter?gjendja=returned' },
      { path: `/zyra/posta/leter/${waiting}` },
      { path: `/zyra/posta/leter/${sent}` },
      { path: `/zyra/posta/leter/${sent}/ndreqja` },
      { path: `/zyra/posta/leter/${sent}/kthimi`, status: 422, fields: { versioni: '1' } },
      { path: `/zyra/posta/leter/${waiting}/fleta` },
      { path: `/zyra/posta/leter/e-re?subjekti=${subject}` },
      { path: '/zyra/posta/per-shtyp' },
      { path: '/zyra/posta/per-shtyp/dorezimi', status: 422, fields: {} },
      { path: `/zyra/posta/per-shtyp/shtypi?id=${waiting}` },
      { path: '/zyra/posta/per-shtyp/shtypi' },
    ],
    administrator: [
      { path: '/zyra/puna' },
      { path: '/zyra/puna?gjendja=done' },
      { path: `/zyra/puna/${task}` },
      { path: '/zyra/posta/fjalet' },
      {
        path: '/zyra/posta/fjalet',
        status: 422,
        fields: { institucioni, gjuha: 'sq', versioni: '0', 'krye-sq': 'a'.repeat(501) },
      },
      { path: `/zyra/posta/${failed}` },
      { path: `/zyra/posta/${failed}/mbyllja`, status: 422, fields: {} },
      { path: `/zyra/posta/${failed}/ne-leter`, status: 422, fields: { dergesa: randomUUID() } },
    ],
    auditor: [{ path: '/zyra/puna' }, { path: `/zyra/puna/${task}` }, { path: `/zyra/posta/leter/${sent}` }],
    operator: [{ path: '/zyra/gjendja' }],
  }
}
