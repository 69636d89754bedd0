import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { listAgenda, listMeetingEvents } from '../convening/meeting-queries.ts'
import { councilUrls } from '../urls.ts'
import { callOf, type Call } from './call-texts.ts'
import { listPaperLetters, type Invitation, type LastLetter } from './invitation-queries.ts'
import type { InvitationsView } from './invitations-view.ts'
import { textsIn } from './texts.ts'
import { invitedUrls } from './urls.ts'

type LinkOf = (invitation: Invitation) => { token: string }

/** The newest letter of paper of each, one a sheet, and before them the sheet with their addresses. Null: there is none. */
export async function viewLetters(
  { db, settings }: Services,
  lang: Lang,
  view: InvitationsView,
  linkOf: LinkOf,
): Promise<FormDocument | null> {
  const { meeting } = view
  const letters = await listPaperLetters(db, meeting.id)
  const called = [...view.members, ...view.guests].filter(({ id }) => letters.some((one) => one.invitationId === id))
  if (called.length === 0) return null
  const [items, events] = await Promise.all([listAgenda(db, meeting.id), listMeetingEvents(db, meeting.id)])
  const t = textsIn(lang).paper
  const blocks = called.flatMap((one): FormBlock[] => {
    const letter = letters.find(({ invitationId }) => invitationId === one.id)
    const from = letter?.what === 'changes' ? letter.from : Number.MAX_SAFE_INTEGER
    const call = callOf({ meeting, items, events }, { member: one.personId !== null, lang: one.lang, from })
    const page = settings.url + inLanguage(one.lang, invitedUrls.page(linkOf(one).token))
    return letterBlocks(one, call, { page, what: letter?.what ?? 'call' })
  })
  return {
    lang,
    wordsLang: lang,
    form: t.form,
    title: `${t.title}: ${view.name}`,
    institution: view.institution.name,
    lead: [view.when, meeting.place, t.lead(called.length)].filter(Boolean).join(', '),
    kept: t.kept,
    address: settings.url + inLanguage(lang, councilUrls.meeting(meeting.slug)),
    page: t.page,
    blocks: [...addressSheet(lang, called), ...blocks],
  }
}

const addressSheet = (lang: Lang, called: readonly Invitation[]): FormBlock[] => {
  const t = textsIn(lang).paper
  return [
    { kind: 'heading', level: 2, id: 'adresat', words: t.addresses },
    {
      kind: 'table',
      caption: t.addresses,
      head: [t.name, t.address, t.signature],
      rows: called.map(({ name, post, postal }) => [
        [name, ...(post ? [post] : [])],
        (postal ?? t.noAddress).split('\n'),
        [''],
      ]),
    },
  ]
}

function letterBlocks(
  { id, name, post, postal, lang }: Invitation,
  call: Call,
  { page, what }: { page: string; what: LastLetter['what'] },
): FormBlock[] {
  const { paper: t, letters } = textsIn(lang)
  const facts = [
    { label: letters.when, value: call.when },
    ...(call.place === '' ? [] : [{ label: letters.place, value: call.place }]),
    ...(call.online === null ? [] : [{ label: letters.online, value: call.online }]),
  ]
  return [
    { kind: 'heading', level: 2, id: `letra-${id}`, words: call.meeting, newPage: true },
    { kind: 'paragraph', words: [name, post, postal].filter(Boolean).join('\n') },
    { kind: 'paragraph', words: letters.greeting(name) },
    { kind: 'paragraph', words: letters.leads[what](call.meeting) },
    ...(call.state ? [{ kind: 'paragraph' as const, words: call.state }] : []),
    ...(call.changes.length > 0 ? [{ kind: 'list' as const, items: call.changes }] : []),
    { kind: 'facts', rows: facts },
    { kind: 'heading', level: 3, id: `rendi-${id}`, words: t.agenda },
    { kind: 'paragraph', words: call.items.map(({ title }, at) => `${at + 1}. ${title}`).join('\n') },
    { kind: 'facts', rows: [{ label: t.link, value: page }] },
    { kind: 'paragraph', words: letters.yours, quiet: true },
    { kind: 'paragraph', words: letters.closing },
  ]
}
