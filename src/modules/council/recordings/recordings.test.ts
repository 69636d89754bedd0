import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenBody, givenMeeting } from '../convening/testing.ts'
import { recordingSearch } from './recording-search-view.ts'
import { chaptersVtt, clockOf, momentIn, secondsOf, watchAt } from './recording-rules.ts'
import { readSubtitles } from './subtitle-rules.ts'
import { officeRecordingUrls as officeUrls, recordingUrls as urls } from './urls.ts'

const at = (time: string) => new Date(`2026-11-21T${time}Z`)

describe('a moment of a meeting in its recording', () => {
  const recording = { startsAt: at('09:00:00'), seconds: 7200, closedPartsCut: false }
  it('is as far from its beginning as it was on the clock of the hall', () => {
    expect(momentIn(recording, at('09:12:30'), [])).toBe(750)
  })
  it('is none before the beginning, after the end, or where nobody knows when it begins', () => {
    expect(momentIn(recording, at('08:59:59'), [])).toBeNull()
    expect(momentIn(recording, at('11:00:00'), [])).toBeNull()
    expect(momentIn({ ...recording, startsAt: null }, at('09:12:30'), [])).toBeNull()
  })
  it('comes earlier by what was cut out before it, and only then', () => {
    const closed = [{ from: at('09:05:00'), to: at('09:10:00') }]
    expect(momentIn({ ...recording, closedPartsCut: true }, at('09:12:30'), closed)).toBe(450)
    expect(momentIn(recording, at('09:12:30'), closed)).toBe(750)
  })
  it('is written and read as players show it', () => {
    expect([secondsOf('1:02:03'), secondsOf('62:03'), secondsOf('45'), secondsOf('1:2:3'), secondsOf('1:75')]).toEqual([
      3723,
      3723,
      45,
      null,
      null,
    ])
    expect(clockOf(3723)).toBe('1:02:03')
  })
  it('is asked for in the way the place of the recording knows', () => {
    expect(watchAt('https://www.youtube.com/watch?v=abc', 90)).toBe('https://www.youtube.com/watch?v=abc&t=90s')
    expect(watchAt('https://video.example/1.mp4', 90)).toBe('https://video.example/1.mp4#t=90')
  })
  it('becomes a chapter that ends where the next begins', () => {
    const chapters = [
      { kind: 'item' as const, id: 'a', title: 'Buxheti <2027>', seconds: 0 },
      { kind: 'vote' as const, id: 'v', title: 'A miratohet?', seconds: 30 },
      { kind: 'item' as const, id: 'b', title: 'Të ndryshme', seconds: 90 },
    ]
    expect(chaptersVtt(chapters, 120)).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:01:30.000\nBuxheti &lt;2027&gt;\n\n00:01:30.000 --> 00:02:00.000\nTë ndryshme\n',
    )
  })
})

describe('a file of subtitles', () => {
  it('is read as WebVTT and as SubRip, by its times and words', () => {
    const vtt =
      'WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.500 align:start\n<v Kryetari>Mirë se erdhët &amp; faleminderit\n'
    const srt = '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nMirë se\r\nerdhët\r\n\r\n'
    expect(readSubtitles(vtt)).toEqual({
      kind: 'read',
      cues: [{ fromMs: 1000, toMs: 2500, words: 'Mirë se erdhët & faleminderit' }],
    })
    expect(readSubtitles(srt)).toMatchObject({ cues: [{ fromMs: 1000, toMs: 2500, words: 'Mirë se\nerdhët' }] })
  })
  it('is refused with the line that cannot be read', () => {
    expect(readSubtitles('WEBVTT\n\n00:01 --> 00:02\nx')).toMatchObject({ refusal: 'bad-time', line: 3 })
    expect(readSubtitles('WEBVTT\n\n00:05.000 --> 00:02.000\nx')).toMatchObject({ refusal: 'backwards', line: 3 })
    expect(readSubtitles('Asgjë këtu')).toMatchObject({ refusal: 'no-cues' })
    expect(readSubtitles(' \n')).toMatchObject({ refusal: 'empty' })
  })
})

describe('the recording of a meeting', async () => {
  const db = await testDatabase()
  const web = testWeb(db)
  const { services } = web
  const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
  const body = await givenBody(services)
  const links = async (meetingId: string) => db<{ id: string; version: number }[]>`
    select id, version from council.recordings where meeting_id = ${meetingId} and removed_at is null order by created_at`
  const fields = (more: Record<string, string> = {}) => ({
    dergesa: randomUUID(),
    lloji: 'video',
    adresa: 'https://video.example/mbledhja.mp4',
    emri: '',
    'dita-day': '21',
    'dita-month': '11',
    'dita-year': '2026',
    ora: '10:00',
    gjatesia: '2:00:00',
    ...more,
  })

  it('is seen by the office alone until it is published; the form that arrives twice makes one', async () => {
    const meeting = await givenMeeting(services, { bodyId: body.id })
    const form = fields()
    for (let press = 0; press < 2; press += 1)
      expect((await web.post(officeUrls.list(meeting.id), form, { cookie })).status).toBe(303)
    const [one, ...more] = await links(meeting.id)
    expect(more).toEqual([])
    expect((await web.get(urls.ofMeeting(meeting.slug))).status).toBe(404)
    const order = { versioni: String(one?.version) }
    expect((await web.post(officeUrls.publish(meeting.id, one?.id ?? ''), order, { cookie })).status).toBe(303)
    expect(await (await web.get(urls.ofMeeting(meeting.slug))).text()).toContain('https://video.example/mbledhja.mp4')
    expect(await (await web.get(urls.library())).text()).toContain(urls.ofMeeting(meeting.slug))
    const [again] = await links(meeting.id)
    const remove = { versioni: String(again?.version) }
    expect((await web.post(officeUrls.remove(meeting.id, one?.id ?? ''), remove, { cookie })).status).toBe(303)
    expect((await web.get(urls.ofMeeting(meeting.slug))).status).toBe(404)
  })

  it('with mistakes comes back with everything typed', async () => {
    const meeting = await givenMeeting(services, { bodyId: body.id })
    const wrong = fields({ adresa: 'javascript:alert(1)', ora: '25:00', gjatesia: 'dy orë' })
    const answer = await web.post(officeUrls.list(meeting.id), wrong, { cookie })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of ['javascript:alert(1)', '25:00', 'dy orë']) expect(page).toContain(words)
    expect(await links(meeting.id)).toEqual([])
  })

  it('of a meeting with closed parts is not published until they are cut out', async () => {
    const secret = {
      closed: true,
      publicTitle: 'Çështje personeli',
      closedReason: 'Të dhëna personale',
      title: 'Lirimi i Filanit',
    }
    const meeting = await givenMeeting(services, { bodyId: body.id, items: [{}, secret] })
    await web.post(officeUrls.list(meeting.id), fields(), { cookie })
    const [one] = await links(meeting.id)
    const publish = async () => {
      const [now] = await links(meeting.id)
      return web.post(officeUrls.publish(meeting.id, one?.id ?? ''), { versioni: String(now?.version) }, { cookie })
    }
    expect((await publish()).status).toBe(409)
    expect((await web.get(urls.ofMeeting(meeting.slug))).status).toBe(404)
    const cut = Object.fromEntries(
      Object.entries(fields({ prere: 'po' })).map(([name, value]) => [`${name}.${one?.id}`, value]),
    )
    const change = { ...cut, versioni: String(one?.version) }
    expect((await web.post(officeUrls.one(meeting.id, one?.id ?? ''), change, { cookie })).status).toBe(303)
    expect((await publish()).status).toBe(303)
    expect((await web.get(urls.ofMeeting(meeting.slug))).status).toBe(200)
  })

  it('takes subtitles, shows and gives them out, and is found by them', async () => {
    const meeting = await givenMeeting(services, { bodyId: body.id })
    await web.post(officeUrls.list(meeting.id), fields(), { cookie })
    const [one] = await links(meeting.id)
    const id = one?.id ?? ''
    const file = new File(['WEBVTT\n\n00:00:05.000 --> 00:00:07.000\nKanali i Rrëzës\n'], 'titrat.vtt')
    const form = {
      versioni: String(one?.version),
      [`titrat.${id}`]: file,
      [`gjuha.${id}`]: 'sq',
      [`kush.${id}`]: 'machine',
    }
    expect((await web.post(officeUrls.subtitles(meeting.id, id), form, { cookie })).status).toBe(303)
    expect(await recordingSearch.find(db, [id], services.clock.now())).toEqual([])
    const [now] = await links(meeting.id)
    await web.post(officeUrls.publish(meeting.id, id), { versioni: String(now?.version) }, { cookie })
    const page = await (await web.get(urls.ofMeeting(meeting.slug))).text()
    expect(page).toContain('Kanali i Rrëzës')
    expect(page).toContain('#t=5')
    expect(await (await web.get(urls.subtitles(meeting.slug, id, 'sq'))).text()).toContain(
      '00:00:05.000 --> 00:00:07.000',
    )
    const [found] = await recordingSearch.find(db, [id], services.clock.now())
    expect(found?.body).toContain('Kanali i Rrëzës')
  })
})
