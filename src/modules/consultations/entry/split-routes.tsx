import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { COMMENT_LIMITS } from '../comments/comment-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { readSplitForm } from './entry-form.ts'
import { entered, refusalOf, type Room } from './entry-routes.tsx'
import { ENTRY_LIMITS } from './entry-rules.ts'
import { viewDraftOf, viewEntry, type EntryView } from './entry-view.ts'
import { changeSplit, discardSplit, enterSplit, type ChangeSplitOutcome } from './split-letter.ts'
import { SplitPage } from './split-page.tsx'
import type { SplitDraft } from './split-draft-queries.ts'
import { wordsOfPiece, type SplitDeed } from './split-rules.ts'

/** A letter that is being cut: looked at, cut otherwise, entered, discarded. */
export function splitRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  const enter = may['comments.enter']
  const path = officeUrls.splitDraft(':id', ':draft')
  officeRoute(app, 'GET', path, enter, async (c, official) => splitPage(c, room, await draftFor(c, room, official)))

  officeRoute(app, 'POST', path, enter, async (c, official) => {
    const found = await draftFor(c, room, official)
    const form = await readForm(c)
    const order = {
      consultationId: found.view.consultation.id,
      draftId: found.draft.id,
      fromVersion: Number(textField(form, 'versioni')) || 0,
      deeds: deedsIn(form, found.draft),
    }
    const outcome = await changeSplit(services, official, order)
    if (outcome.kind === 'changed-meanwhile') {
      const errors = { pikat: textsIn(c.get('lang')).entry.split.changed }
      return splitPage(c, room, await draftFor(c, room, official), errors, 409)
    }
    ended(outcome)
    if (textField(form, 'veprimi') === 'regjistro') return enterAll(c, room, official)
    return redirect(c, `${officeUrls.splitDraft(order.consultationId, order.draftId)}?u=ruajti#pikat`)
  })

  officeRoute(app, 'POST', officeUrls.discardSplit(':id', ':draft'), enter, async (c, official) => {
    const { view, draft } = await draftFor(c, room, official)
    ended(await discardSplit(services, official, { consultationId: view.consultation.id, draftId: draft.id }))
    return redirect(c, `${officeUrls.entries(view.consultation.id)}?u=hodhi`)
  })
}

function ended(outcome: Exclude<ChangeSplitOutcome, { kind: 'changed-meanwhile' }>): void {
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind === 'no-such-draft') throw notFound()
}

type Found = { view: EntryView; draft: SplitDraft }

async function draftFor(c: WebContext, { services, doors }: Room, official: Official): Promise<Found> {
  const id = c.req.param('id') ?? ''
  const draftId = c.req.param('draft') ?? ''
  const draft = isUuid(draftId) ? await viewDraftOf(services, id, draftId) : null
  if (!draft) throw notFound()
  const sourceRef = draft.fields.burimi || null
  const view = await viewEntry(services, doors, c.get('lang'), official, { id, sourceRef })
  if (!view) throw notFound()
  return { view, draft }
}

/** The articles chosen for the pieces as the page showed them, then what the button says. */
function deedsIn(form: FormData, { pieces }: SplitDraft): SplitDeed[] {
  const articles = pieces.flatMap((piece, index): SplitDeed[] => {
    if (!form.has(`neni-${index}`) || piece.aside) return []
    const chosen = textField(form, `neni-${index}`)
    return [{ kind: 'article', piece: index, node: isUuid(chosen) ? chosen : null }]
  })
  const [what, where] = textField(form, 'veprimi').split(':')
  const at = Number(where)
  switch (what) {
    case 'ndaj':
      return [...articles, { kind: 'split', at }]
    case 'bashko':
      return [...articles, { kind: 'join', piece: at }]
    case 'anash':
    case 'kthe':
      return [...articles, { kind: 'aside', piece: at, aside: what === 'anash' }]
    default:
      return articles
  }
}

async function enterAll(c: WebContext, room: Room, official: Official): Promise<Response> {
  const found = await draftFor(c, room, official)
  const { view, draft } = found
  const t = textsIn(c.get('lang')).entry
  const points = draft.pieces.filter(({ aside }) => !aside)
  const tooLong = points.findIndex((piece) => lengthOf(wordsOfPiece(draft.words, piece)) > COMMENT_LIMITS.body)
  const words =
    points.length === 0
      ? t.split.noPoints
      : points.length > ENTRY_LIMITS.points
        ? t.split.tooMany(ENTRY_LIMITS.points)
        : tooLong >= 0
          ? t.split.longPoint(tooLong + 1)
          : null
  if (words !== null) return splitPage(c, room, found, { pikat: words }, 422)
  const read = readSplitForm({ ...draft.fields, letra: draft.words }, t, view.today, 0)
  if (!read.ok) return splitPage(c, room, found, { pikat: t.errors.form }, 422)
  const facts = { ...read.value.facts, sourceRef: view.source?.ref ?? null }
  const outcome = await enterSplit(room.services, official, draft, { facts, sender: read.value.sender })
  const refused = refusalOf(c, outcome)
  if (refused || outcome.kind !== 'entered') {
    const said = Object.values(refused?.errors ?? {})[0] ?? t.errors.form
    return splitPage(c, room, found, { pikat: said }, refused?.status ?? 422)
  }
  return entered(c, room, official, view, outcome)
}

function splitPage(
  c: WebContext,
  { services }: Room,
  { view, draft }: Found,
  errors: FieldErrors = {},
  status = 200,
): Promise<Response> {
  const done = doneWords({ ruajti: textsIn(c.get('lang')).entry.split.saved }, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, draft, errors, status: status === 200 ? done : null }
  return Promise.resolve(html(c, <SplitPage {...props} />, { status }))
}
