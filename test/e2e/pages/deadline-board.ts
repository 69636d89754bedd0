import { randomUUID } from 'node:crypto'
import { boardUrls, publicBoardUrls } from '#app/office/deadlines/board/board-urls.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** The board of deadlines, single ones in each state, one's own calendar, and the public boards. */
export const deadlineBoardPages: RoomPages = async ({ db }, { clerk, administrator }) => {
  const [bregas] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const today = civilDateIn('Europe/Tirane', new Date())
  const parts = (name: string, date: string) => {
    const [year = '', month = '', day = ''] = date.split('-')
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const give = async (titulli: string) => {
    const due = parts('afati', addDays(today, 10))
    const fields = { institucioni: bregas?.id ?? '', titulli, kujt: 'rol:clerk', dergesa: randomUUID(), ...due }
    const task = (await expectMoved(administrator.post('/zyra/puna/e-re', fields))).split(/[/?]/)[3] ?? ''
    const [row] = await db<{ id: string }[]>`select id from platform.deadlines where subject = ${`tasks.task:${task}`}`
    return { task, id: row?.id ?? '' }
  }
  const [running, paused, met] = [
    await give('Mblidhni të dhënat e njësive'),
    await give('Pritet përgjigjja e prefektit'),
    await give('Shpallni njoftimin'),
  ]
  const seen = (versioni = '1') => ({ versioni, dergesa: randomUUID() })
  const extension = {
    menyra: 'dite',
    ...parts('dita', addDays(today, 20)),
    'arsyeja-zgjatja': 'Pritet një dokument nga prefektura.',
    njoftimi: 'Me letrën nr. 214.',
  }
  await expectMoved(clerk.post(boardUrls.deed(running.id, 'extend'), { ...seen(), ...extension }))
  const pause = { ...seen(), 'arsyeja-pezullimi': 'Pritet plotësimi i kërkesës.' }
  await expectMoved(clerk.post(boardUrls.deed(paused.id, 'pause'), pause))
  await expectMoved(clerk.post(`/zyra/puna/${met.task}/kryerja`, { versioni: '1' }))
  await expectMoved(administrator.post(boardUrls.feed(), { kalendari: '' }))
  const [comments] = await db<{ id: string }[]>`
    select id from platform.deadlines where slot = 'comments' and institution_id = ${bregas?.id ?? ''} and state <> 'planned' limit 1`
  const wrong = { ...seen('2'), ...extension, njoftimi: '', ...parts('dita', '2026-02-31') }
  return {
    anonymous: [{ path: publicBoardUrls.board('bregas') }, { path: publicBoardUrls.board('fushas') }],
    clerk: [
      { path: boardUrls.board() },
      { path: `${boardUrls.board()}?kur=late` },
      { path: `${boardUrls.board()}?gjendja=paused&kush=mine` },
      { path: `${boardUrls.board()}?fjale=asgje+si+kjo` },
      { path: `${boardUrls.one(running.id)}?u=zgjatur` },
      { path: boardUrls.one(paused.id) },
      { path: boardUrls.one(met.id) },
      { path: boardUrls.deed(running.id, 'extend'), status: 422, fields: wrong },
      { path: boardUrls.deed(running.id, 'pause'), status: 422, fields: { ...seen('2'), 'arsyeja-pezullimi': '' } },
      { path: boardUrls.deed(running.id, 'extend'), status: 409, fields: { ...seen('1'), ...extension } },
      { path: boardUrls.feed() },
    ],
    administrator: [
      { path: boardUrls.board() },
      ...(comments ? [{ path: boardUrls.one(comments.id) }] : []),
      { path: `${boardUrls.feed()}?u=krijuar` },
    ],
    auditor: [{ path: boardUrls.board() }, { path: boardUrls.one(running.id) }],
  }
}
