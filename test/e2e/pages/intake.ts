import { randomUUID } from 'node:crypto'
import { intakeUrls } from '#app/office/intake/urls.ts'
import { writeUrls } from '#app/public/intake/urls.ts'
import { newestLetterTo, pathIn } from '../../mailbox.ts'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const LONG = 'Fjala e gjatë e shkrimit. '.repeat(40)

/** The inbox, the counter, cases in every state, and the public form and look-up. */
export const intakePages: RoomPages = async (program, { anonymous, clerk, administrator }) => {
  const { db } = program
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const enter = async (lenda: string, more: Record<string, string> = {}) => {
    const fields = { dergesa: randomUUID(), institucioni: institution?.id ?? '', emri: 'Hatixhe Shembull', lenda }
    const to = await expectMoved(clerk.post(intakeUrls.counter(), { ...fields, fjalet: LONG, ...more }))
    return to.split('/').at(-2) ?? ''
  }
  const versionOf = async (id: string) =>
    String((await db<{ version: number }[]>`select version from platform.cases where id = ${id}`)[0]?.version)
  const deed = async (path: (id: string) => string, id: string, fields: Record<string, string>) =>
    expectMoved(administrator.post(path(id), { versioni: await versionOf(id), ...fields }))
  const [fresh, twin, split, closed] = [
    await enter('Kanali i lagjes'),
    await enter('Kanali i lagjes', { 'adresa-postare': 'Rruga 1', protokolli: 'E2E-1' }),
    await enter('Dy gjëra'),
    await enter('E mbyllur'),
  ]
  await deed(intakeUrls.split, split, { rreshta: '2', 'titulli-1': 'Uji', 'fjalet-1': LONG, 'titulli-2': 'Rruga' })
  const [point] = await db<{ id: string }[]>`
    select id from platform.case_points where case_id = ${split} order by ordinal limit 1`
  const answered = { versioni: '1', [`pergjigjja-${point?.id}`]: 'Uji vjen nesër.' }
  await expectMoved(administrator.post(intakeUrls.answer(split, point?.id ?? ''), answered))
  const [long, still] = [await enter('Shtyllat e dritave'), await enter('Muri i varrezave')]
  const informed = { lloji: 'information', 'arsyeja-afatit': 'Kërkon kopje dokumentesh.' }
  await deed(intakeUrls.clock, long, informed)
  await deed(intakeUrls.extend, long, { arsye: 'lista', 'zgjatja-arsyeja': 'many', 'zgjatja-njoftimi': 'Me shkresë.' })
  await deed(intakeUrls.pause, still, { pezullimi: 'Pritet prova e kërkuar.' })
  await deed(intakeUrls.close, closed, { mbyllja: 'U përgjigj me shkresë.' })
  const codes = await db<{ id: string; code: string; n: number; year: number }[]>`
    select id, code, register_number as n, register_year as year from platform.cases where id = any(${[fresh, split]})`
  const lookups = codes.map(({ code, n, year }) => ({ path: `${writeUrls.lookup()}?numri=${n}/${year}&kodi=${code}` }))
  const letter = { emri: 'Lirije Shembull', lenda: 'Tregu', shkrimi: LONG }
  const adresa = `${randomUUID().slice(0, 8)}@posta.example`
  await expectMoved(anonymous.post(writeUrls.form('bregas'), { dergesa: randomUUID(), ...letter, adresa }))
  const own = pathIn(await newestLetterTo(db, adresa), '/shkrimi/')
  const mail = async (institutionId: string | null, kind: string, raw: Buffer | null) => {
    const id = randomUUID()
    await db`
      insert into platform.incoming_mails (id, institution_id, mailbox, uid_validity, uid, message_id, content_digest, kind,
        from_email, to_addresses, about, size, received_at, taken_at, raw)
      values (${id}, ${institutionId}, ${id}, 1, 1, ${id}, ${'0'.repeat(64)}, ${kind}, 'arta@posta.example',
        '{dikush@tjeter.example}', 'Jashtë zyre', 100, now(), now(), ${raw})`
    return id
  }
  const unsorted = await mail(null, 'letter', Buffer.from('Subject: x\r\n\r\ny'))
  await mail(institution?.id ?? null, 'auto-reply', Buffer.from('Subject: x\r\n\r\ny'))
  await mail(institution?.id ?? null, 'bounce', null)
  const wrong = { versioni: '0', mbyllja: 'Nuk vlen më.' }
  return {
    anonymous: [
      { path: writeUrls.choose() },
      { path: writeUrls.form('bregas') },
      { path: writeUrls.form('bregas'), fields: { dergesa: 'x', adresa: 'jo' }, status: 422 },
      { path: writeUrls.sent('bregas') },
      { path: own },
      { path: writeUrls.lookup() },
      { path: `${writeUrls.lookup()}?numri=&kodi=x`, status: 422 },
      { path: `${writeUrls.lookup()}?numri=1/2026&kodi=AAAA-AAAA`, status: 404 },
      ...lookups,
    ],
    clerk: [
      ...['', '?gjendja=te-gjitha', '?vonese=po', '?q=asgje+e+tille', '?dita-day=99', '?pa-protokoll=po'].map(
        (query) => ({
          path: intakeUrls.inbox() + query,
        }),
      ),
      { path: intakeUrls.counter() },
      { path: intakeUrls.counter(), fields: { emri: '' }, status: 422 },
      { path: intakeUrls.setAside() },
      ...[fresh, twin, split, closed].map((id) => ({ path: intakeUrls.one(id) })),
      { path: intakeUrls.receipt(twin) },
      { path: intakeUrls.split(split) },
      { path: `${intakeUrls.split(fresh)}?sipas=paragrafeve` },
      { path: intakeUrls.split(fresh), fields: { rreshta: '1' }, status: 422 },
      { path: intakeUrls.correct(twin) },
      { path: intakeUrls.correct(twin), fields: { lenda: '' }, status: 422 },
      { path: intakeUrls.papers(twin) },
      { path: intakeUrls.papers(twin), fields: { dergesa: 'x' }, status: 422 },
      { path: intakeUrls.assign(fresh), fields: { kujt: '', 'afati-day': '99' }, status: 422 },
      { path: intakeUrls.duplicate(fresh), fields: { origjinali: 'nuk' }, status: 422 },
      { path: intakeUrls.transfer(fresh), fields: { kalimi: '' }, status: 422 },
      { path: intakeUrls.discard(fresh), fields: { menjanimi: '' }, status: 422 },
      { path: intakeUrls.clock(fresh), fields: { lloji: 'day', 'dita-day': '99' }, status: 422 },
      { path: intakeUrls.one(NOBODY), status: 404 },
    ],
    administrator: [
      { path: intakeUrls.extend(fresh), fields: { 'zgjatja-dite': 'x' }, status: 422 },
      { path: intakeUrls.pause(fresh), fields: { pezullimi: '' }, status: 422 },
      { path: intakeUrls.one(long) },
      { path: intakeUrls.one(still) },
      { path: intakeUrls.receipt(long) },
      { path: intakeUrls.one(split) },
      { path: intakeUrls.close(fresh), fields: wrong, status: 409 },
    ],
    auditor: [{ path: intakeUrls.inbox() }, { path: intakeUrls.one(split) }],
    operator: [
      { path: intakeUrls.unsorted() },
      { path: intakeUrls.giveTo(unsorted), fields: { institucioni: '' }, status: 422 },
    ],
  }
}
