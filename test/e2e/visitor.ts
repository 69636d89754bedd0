import { randomUUID } from 'node:crypto'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { newestLetterTo, codeIn, pathIn } from '../mailbox.ts'
import type { Program } from './program.ts'

export type Fields = Record<string, string | File>

/** Somebody at the site without a browser: to bring things into a state before the browser looks at it. */
export type Visitor = {
  get(path: string): Promise<Response>
  post(path: string, fields: Fields): Promise<Response>
  /** The session, for a browser that goes on as this person. */
  cookies(): { name: string; value: string; url: string }[]
}

export function visitorAt(program: Pick<Program, 'url'>): Visitor {
  const { url } = program
  const jar = new Map<string, string>()
  const send = async (path: string, request: RequestInit): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + path, { redirect: 'manual', ...request, headers: { origin: url, cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return response
  }
  return {
    get: (path) => send(path, {}),
    post: (path, fields) => send(path, { method: 'POST', body: formOf(fields) }),
    cookies: () => [...jar].map(([name, value]) => ({ name, value, url })),
  }
}

function formOf(fields: Fields): FormData | URLSearchParams {
  const entries = Object.entries(fields)
  if (!entries.some(([, value]) => value instanceof File)) return new URLSearchParams(entries as [string, string][])
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

export async function demonstrationPerson(program: Program, name: string): Promise<Visitor> {
  const visitor = visitorAt(program)
  const [account] = await program.db<{ id: string }[]>`select id from platform.accounts where name = ${name}`
  await expectMoved(visitor.post('/hyr/demonstrim', { llogaria: account?.id ?? '' }))
  return visitor
}

export async function citizen(program: Program, email: string): Promise<Visitor> {
  const visitor = visitorAt(program)
  await expectMoved(visitor.post('/hyr', { email }))
  await expectMoved(visitor.post('/hyr/kodi', { kodi: codeIn(await newestLetterTo(program.db, email)) }))
  return visitor
}

/** Every deed that is done answers with a redirect; gives where to. */
export async function expectMoved(answer: Promise<Response>): Promise<string> {
  const { status, url, headers } = await answer
  if (status !== 303) throw new Error(`${url} answered ${status}`)
  return new URL(headers.get('location') ?? '/', url).pathname
}

export const commentFields = (email: string, words: string): Fields => ({
  dergesa: randomUUID(),
  komenti: words,
  'ne-emer': 'vete',
  emri: 'Ana Shembull',
  'emri-publik': 'po',
  adresa: email,
})

/** The consultation, and the language in which the letters come. */
export type Where = { slug: string; lang?: Lang }

/** A comment that is sent and not yet confirmed; gives the address of its private link. */
export async function sentComment(
  program: Program,
  { slug, lang = 'sq' }: Where,
  words: string,
  more: Fields = {},
): Promise<{ own: string; email: string }> {
  const email = `${randomUUID().slice(0, 8)}@shembull.example`
  const fields = { ...commentFields(email, words), ...more }
  await expectMoved(visitorAt(program).post(inLanguage(lang, `/konsultime/${slug}/komente`), fields))
  return { own: pathIn(await newestLetterTo(program.db, email), '/komenti/'), email }
}

export type Confirmed = { own: string; email: string; code: string; id: string }

export async function confirmedByLetter(
  program: Program,
  where: Where,
  words: string,
  more: Fields = {},
): Promise<Confirmed> {
  const { own, email } = await sentComment(program, where, words, more)
  await expectMoved(visitorAt(program).post(`${own}/konfirmimi`, {}))
  const [row] = await program.db<{ code: string; id: string }[]>`
    select comment.code, comment.id from consultations.comments as comment
    join consultations.comment_versions as version on version.comment_id = comment.id
    where version.body = ${words} order by comment.sent_at desc limit 1`
  return { own, email, code: row?.code ?? '', id: row?.id ?? '' }
}

/** The open consultation of a demonstration municipality. */
export async function openSlug({ db }: Program, town: string): Promise<string> {
  const [row] = await db<{ slug: string }[]>`
    select slug from consultations.consultations where slug like ${`${town}-%`} order by register_number limit 1`
  return row?.slug ?? ''
}
