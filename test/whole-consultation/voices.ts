import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { CommentDraft } from '#modules/consultations/comments/comment-rules.ts'
import { withdrawComment } from '#modules/consultations/comments/withdraw-comment.ts'
import { givenDelivery } from '#modules/consultations/entry/testing.ts'
import { placeWaiting } from '#modules/consultations/groups/place-in-groups.ts'
import { groupsOf } from '#modules/consultations/groups/group-testing.ts'
import { settleGroup } from '#modules/consultations/groups/settle-group.ts'
import { moderateComment } from '#modules/consultations/moderation/moderate-comment.ts'
import { answerTo } from '#modules/consultations/questions/question-testing.ts'
import { articleOf, givenComment, officialWith, someAddress } from '#modules/consultations/testing.ts'
import { senderUrls } from '#modules/consultations/urls.ts'
import { chooseByItself } from '#platform/imports/choose-import.ts'
import { findTarget } from '#platform/imports/find-target.ts'
import { findImport } from '#platform/imports/import-queries.ts'
import { reckonImport } from '#platform/imports/reckon-import.ts'
import { stageImport } from '#platform/imports/stage-import.ts'
import { takeImport } from '#platform/imports/take-import.ts'
import { everyDoor } from '../doors.ts'
import { lettersTo } from '../mailbox.ts'
import { at, work, type Member, type Voice, type World } from './world.ts'

/** In no byte that everybody can read. */
export const HIDDEN = 'Zamira Fshehurova'
export const POINTS = 40

const NAMES = ['Arben', 'Drita', 'Genc', 'Teuta', 'Ilir', 'Mira', 'Besnik', 'Vera', 'Luan', 'Sanie', 'Petrit', 'Nora']
const PLACES = ['Lugina', 'Kodra', 'Zall', 'Bregu', 'Ura']
const letterOf = (n: number): string =>
  `Unë, ${NAMES[n % 12]} Prove, banor i fshatit ${PLACES[n % 5]}, kërkoj që tregu i fshatit të hapet edhe të dielën. ` +
  `Familjet tona punojnë gjatë javës dhe nuk kanë kohë të blejnë fruta e perime nga prodhuesit. ` +
  `Kërkoj gjithashtu që tarifa e vendit të mbetet 200 lekë në ditë.`

/** Said through the site, and confirmed. */
async function say(world: World, lot: string, changes: Partial<CommentDraft>, late = false): Promise<Voice> {
  const given = await givenComment(world.web.services, world.consultation, changes)
  const organisation = changes.organisation ?? null
  const voice: Voice = {
    lot,
    late,
    organisation,
    id: given.id,
    code: given.code,
    token: given.token,
    email: given.email,
    channel: 'web',
    sender: changes.senderKind ?? 'citizen',
    decision: null,
    answerId: null,
    state: given.state === 'waiting' ? 'waiting' : 'published',
  }
  world.voices.push(voice)
  return voice
}

const times = async (count: number, deed: (n: number) => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < count; n += 1) await deed(n)
}

/** What came through the site while the window was open: 180. */
export async function saidOnTheSite(world: World): Promise<void> {
  const { consultation, questions } = world
  const second = articleOf(consultation, '2')
  const on = (label: string) => ({ about: 'article', nodeId: articleOf(consultation, label).nodeId }) as const
  at(world, '09-04')
  await times(60, (n) => say(world, 'letter', { body: letterOf(n), authorName: `${NAMES[n % 12]} Prove` }))
  at(world, '09-06')
  await times(10, (n) =>
    say(world, 'wording', {
      body: `Ta thoni qartë ditën e dytë (${n}).`,
      anchor: { about: 'article', nodeId: second.nodeId },
      suggestion: `Tregu hapet të martën dhe të shtunën, javën ${n}.`,
    }),
  )
  const quote = 'Tregu hapet të martën'
  const start = second.words.indexOf(quote)
  const suffix = second.words.slice(start + quote.length, start + quote.length + 12)
  const passage = { about: 'passage', nodeId: second.nodeId, quote, prefix: '', suffix } as const
  await times(5, (n) => say(world, 'passage', { body: `Pse vetëm një ditë? Arsyeja ${n}.`, anchor: passage }))
  await times(8, (n) => {
    const who = {
      onBehalf: 'organisation',
      organisation: `Shoqata e Provës ${n}`,
      senderKind: 'civil-society',
    } as const
    return say(world, 'organisation', { ...who, body: `Shoqata jonë kërkon ujë e hije në shesh, pika ${n}.` })
  })
  at(world, '09-08')
  await times(12, (n) => {
    const answers = [
      answerTo(questions.one, { chosen: [(n % 3) + 1] }),
      answerTo(questions.scale, { scale: (n % 5) + 1 }),
    ]
    return say(world, 'questions', { body: n < 2 ? '' : `Përgjigjet e mia, dhe një fjalë për rrugën ${n}.`, answers })
  })
  await say(world, 'hidden', { body: 'Të ketë ndriçim natën.', authorName: HIDDEN, namePublic: false })
  await times(68, (n) =>
    say(world, 'plain', { body: `Mendimi ${n} për pastrimin dhe rendin.`, anchor: on(n % 2 ? '3' : '1') }),
  )
  await authorOfThree(world)
  await looked(world)
}

async function authorOfThree(world: World): Promise<void> {
  const email = someAddress()
  await times(3, (n) => {
    world.web.services.clock.passMinutes(5)
    return say(world, 'three', { body: `Nga i njëjti njeri, herën ${n}.`, email })
  })
}

/** Some are held, one of two that waited is released, some are withdrawn. */
async function looked(world: World): Promise<void> {
  const { services } = world.web
  at(world, '09-10')
  const moderator = await officialWith(services, ['moderator', world.slug])
  await times(2, async (n) => {
    const voice = await say(world, 'waiting', { body: `Më telefononi në 069 20 30 40${n}.` })
    expect(voice.state).toBe('waiting')
    if (n === 0) return
    expect(await moderateComment(services, moderator, voice.id, 1, { move: 'release' })).toEqual({ kind: 'done' })
    voice.state = 'published'
  })
  await times(5, async (n) => {
    const voice = await say(world, 'held', { body: `Fjalë fyese për nëpunësin, ${n}.`, authorName: HIDDEN })
    const hold = { move: 'hold', ground: 'insult', note: null } as const
    expect(await moderateComment(services, moderator, voice.id, 1, hold)).toEqual({ kind: 'done' })
    voice.state = 'held'
  })
  await times(6, async (n) => {
    const voice = await say(world, 'withdrawn', { body: `Këtë do ta tërheq, ${n}.` })
    expect(await withdrawComment(services, { token: voice.token ?? '' })).toEqual({ kind: 'changed' })
    voice.state = 'withdrawn'
  })
}

type Delivered = Parameters<typeof givenDelivery>[2]
type About = Pick<Voice, 'channel' | 'sender'> & Partial<Pick<Voice, 'late' | 'email' | 'organisation'>>

/** Entered by hand at the counter of the institution. */
async function enter(world: World, lot: string, about: About, changes: Delivered & object): Promise<string> {
  const { facts, sender, ...rest } = changes
  const { id } = await givenDelivery(
    world.web.services,
    world.slug,
    {
      ...rest,
      facts: { channel: about.channel === 'web' ? 'counter' : about.channel, ...facts },
      sender: { senderKind: about.sender, email: about.email ?? null, ...sender },
    },
    world.consultation,
  )
  await remember(world, id, lot, () => about)
  return id
}

async function remember(world: World, delivery: string, lot: string, of: (n: number) => About): Promise<void> {
  const rows = await world.db<{ id: string; code: string }[]>`
    select id, code from consultations.comments where delivery_id = ${delivery} order by delivery_point`
  const blank = { late: false, email: null, organisation: null, token: null, decision: null, answerId: null } as const
  for (const [n, row] of rows.entries()) world.voices.push({ ...blank, ...row, ...of(n), lot, state: 'published' })
}

/** Letters, e-mails, the counter, the telephone, the hearing, a joint submission and a table of the register: 118 with the late ones. */
export async function cameOtherwise(world: World): Promise<void> {
  at(world, '09-25')
  await times(15, (n) =>
    enter(world, 'email', { channel: 'email', sender: 'business', email: someAddress() }, one(`Biznesi ${n}`)),
  )
  await times(3, (n) => paper(world, 'post', { channel: 'post', sender: 'citizen' }, `Letra ${n}`))
  await times(12, (n) => paper(world, 'counter', { channel: 'counter', sender: 'citizen' }, `Sporteli ${n}`))
  await times(7, (n) => {
    const organisation = n < 2 ? `Klubi i Provës ${n}` : null
    return paper(
      world,
      'phone',
      { channel: 'phone', sender: organisation ? null : 'citizen', organisation },
      `Telefoni ${n}`,
    )
  })
  await times(7, (n) => paper(world, 'meeting', { channel: 'meeting', sender: 'citizen' }, `Takimi ${n}`))
  const points = Array.from({ length: POINTS }, (_, n) => one(`Pika e ${n + 1} e letrës`).points).flat()
  const split = { channel: 'post', sender: 'academia', email: someAddress() } as const
  await enter(world, 'split', split, { kind: 'split', points })
  await spokeTogether(world)
  await cameInTable(world)
}

const one = (words: string): { points: { body: string; anchor: { about: 'whole' } }[] } => ({
  points: [{ body: `${words}: të mendohet edhe për të moshuarit.`, anchor: { about: 'whole' } }],
})

/** From somebody without e-mail: the answer is printed. */
async function paper(world: World, lot: string, about: About, words: string): Promise<void> {
  const { organisation = null } = about
  const sender = organisation
    ? ({ onBehalf: 'organisation', organisation, authorName: null } as const)
    : { authorName: HIDDEN }
  await enter(world, lot, about, { ...one(words), sender })
  world.papers += 1
}

/** Five organisations; one of them says afterwards that it was not in its name. */
async function spokeTogether(world: World): Promise<void> {
  world.members = Array.from({ length: 5 }, (_, n): Member => {
    return { organisation: `Forumi i Provës ${n}`, email: n < 3 ? someAddress() : null, stands: n > 0 }
  })
  const members = world.members.map(({ organisation, email }) => ({ organisation, email, role: null, person: null }))
  const joint = { groupName: 'Forumi i Provës', thematicGroupId: null, members }
  const sender = { onBehalf: 'organisation', organisation: 'Forumi i Provës', authorName: null } as const
  await enter(
    world,
    'joint',
    { channel: 'counter', sender: 'group' },
    { ...one('Forumi'), kind: 'joint', joint, sender },
  )
  const [letter] = await lettersTo(world.db, world.members[0]?.email ?? '')
  const token = /\/dergesa\/anetare\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
  expect((await world.web.post(senderUrls.notMine(token), {})).status).toBe(303)
  world.papers += world.members.filter(({ email, stands }) => stands && email === null).length
}

/** Thirty rows: a third with e-mail, three of organisations, one of which has spoken on the site too, in small letters. */
async function cameInTable(world: World): Promise<void> {
  const rows = Array.from({ length: 30 }, (_, n) => {
    const organisation = n < 3 ? (n === 0 ? 'SHOQATA E PROVËS 0' : `Ndërmarrja ${n}`) : null
    return { n, organisation, email: n % 3 === 0 ? someAddress() : null }
  })
  const lines = rows.map(
    ({ n, organisation, email }) =>
      ['regjistri', organisation ? 'biznes' : 'qytetar', organisation ? '' : HIDDEN, organisation ?? ''].join(',') +
      `,Nga tabela ${n}: të shtohen kosha.,2026-09-20,2026-09-21,${email ?? ''},jo`,
  )
  const head = 'Mënyra,Lloji,Emri,Organizata,Komenti,U tha më,Arriti më,E-posta,Emri publik'
  const id = await imported(world, [head, ...lines].join('\n'))
  await remember(world, id, 'table', (n) => {
    const { organisation = null, email = null } = rows[n] ?? {}
    return { channel: 'register', sender: organisation ? 'business' : 'citizen', organisation, email }
  })
}

async function imported({ web: { services }, consultation }: World, words: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-tabela-'))
  try {
    const [path, institutionId] = [join(folder, 'tabela.csv'), consultation.institution.id]
    writeFileSync(path, words)
    const target = await findTarget(everyDoor, services, `consultations.comments.${consultation.id}`, institutionId)
    if (!target) throw new Error('no table of comments')
    const digest = createHash('sha256').update(words).digest('hex')
    const file = { path, name: 'tabela.csv', digest, size: Buffer.byteLength(words) }
    const order = { institutionId, target: target.name, submissionId: randomUUID(), file, by: 'command-line' } as const
    const staged = await stageImport(services, order)
    const found = staged.kind === 'staged' ? await findImport(services.db, staged.id) : null
    if (!found) throw new Error(JSON.stringify(staged))
    await chooseByItself(services, target, found, { sheet: null, head: null })
    await reckonImport(services, target, found.id)
    const taken = await takeImport(services, target, { id: found.id, by: 'command-line', version: null })
    expect(taken).toMatchObject({ kind: 'taken', outcome: { added: 30, refused: 0 } })
    return found.id
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The window closes by the clock; two forms were open, and letters and a call came after it. */
export async function cameLate(world: World): Promise<void> {
  at(world, '10-06', '06:00')
  await times(2, (n) => say(world, 'late-site', { body: `Faqja ishte e hapur kur u mbyll, ${n}.` }, true))
  at(world, '10-09')
  await times(2, (n) => paper(world, 'late', { channel: 'post', sender: 'citizen', late: true }, `Letra e vonuar ${n}`))
  await paper(world, 'late', { channel: 'phone', sender: 'citizen', late: true }, 'Telefoni i vonuar')
  await work(world)
}

/** The letter of sixty, found by the worker and confirmed by the coordinator. */
export async function grouped(world: World): Promise<void> {
  const { services } = world.web
  at(world, '10-10')
  await placeWaiting(services)
  const sample = new Set(world.voices.filter(({ lot }) => lot === 'letter').map(({ id }) => id))
  const group = (await groupsOf(services, world.consultation.id)).find((found) => sample.has(found.sample))
  if (!group) throw new Error('no group of letters')
  const official = await officialWith(services, ['consultation-coordinator', world.slug])
  const confirm = { do: 'confirm', ids: null, seenAt: services.clock.now() } as const
  expect(await settleGroup(services, official, group.id, group.version, confirm)).toMatchObject({ kind: 'done' })
  const members = await world.db<{ commentId: string }[]>`
    select comment_id from consultations.comment_group_members where group_id = ${group.id} and state = 'confirmed'`
  expect(new Set(members.map(({ commentId }) => commentId))).toEqual(sample)
  world.groupId = group.id
}
