import type { Document } from '#platform/documents/document-queries.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { missingLanguages } from '#platform/documents/document-rules.ts'
import type { DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import type { AnswerToComment } from './answers/public-answer-queries.ts'
import { answerUrls } from './answers/urls.ts'
import { basisOf } from './closing/closing-rules.ts'
import { textsIn } from './texts.ts'
import { comparisonOf, type CommentPlace } from './comments/comment-place-rules.ts'
import type { OneCommentView } from './comments/comment-list-view.ts'
import { threadUrls } from '#platform/links/urls.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import type { ConsultationView } from './consultation-view.ts'
import type { TextNode } from '#platform/texts/shown-tree-rules.ts'
import { noticeUrls } from './notices/urls.ts'
import { consultationUrls } from './urls.ts'

/** A published comment as data: the same columns that its page shows, and no others. */
export const commentAsData = ({ comment, consultation: { slug }, places, answered }: OneCommentView, url: string) => ({
  url: url + consultationUrls.comment(slug, comment.code),
  code: comment.code,
  state: comment.state,
  lang: comment.lang,
  about: comment.about,
  article: comment.nodeId === null ? null : { id: comment.nodeId, label: comment.articleLabel },
  place: placeAsData(places.get(comment.id), url, slug),
  quote: comment.quote,
  words: comment.body,
  suggestion: comment.suggestion,
  answers: comment.answers,
  author: comment.authorName,
  organisation: comment.organisation,
  channel: comment.channel,
  senderKind: comment.senderKind,
  happenedOn: comment.happenedOn,
  receivedOn: comment.receivedOn,
  late: comment.late,
  members: comment.members,
  version: comment.version,
  sentAt: comment.sentAt,
  publishedAt: comment.publishedAt,
  correctedAt: comment.correctedAt,
  answer: answerOfComment(answered[0], url, slug),
  held:
    comment.heldGround === null
      ? null
      : { ground: comment.heldGround, words: textsIn('sq').grounds[comment.heldGround], at: comment.heldAt },
  takenDown:
    comment.takenDownGround === null
      ? null
      : {
          ground: comment.takenDownGround,
          words: takedownTextsIn('sq').grounds[comment.takenDownGround],
          at: comment.takenDownAt,
        },
})

/** What the institution says to it; null: nothing that anybody may read yet. */
const answerOfComment = (answer: AnswerToComment | undefined, url: string, slug: string) =>
  answer
    ? {
        url: url + answerUrls.one(slug, answer.code),
        code: answer.code,
        version: answer.version,
        decision: answer.decision,
        ground: answer.ground,
        reason: answer.reason,
        lang: answer.lang,
        proposedRole: answer.proposedRole,
        decidedRole: answer.decidedRole,
        publishedAt: answer.publishedAt,
        changedAt: answer.changedAt,
        correction: answer.correction,
        number: answer.number,
      }
    : null

/** On which version it was made and where it stands in the newest one; null: on the newest itself, or on the whole. */
const placeAsData = (place: CommentPlace | undefined, url: string, slug: string) =>
  place
    ? {
        madeOnVersion: place.madeIn,
        version: place.newest,
        standing: place.standing,
        article: place.nodeId === null ? null : { id: place.nodeId, label: place.label },
        comparison: url + comparisonOf(consultationUrls.one(slug), place),
      }
    : null

const versionAsData = (c: ConsultationView['consultation'], url: string) =>
  c.textVersion === null
    ? null
    : {
        n: c.textVersion,
        publishedAt: c.textPublishedAt,
        url: url + versionUrls.one(consultationUrls.one(c.slug), c.textVersion),
        versions: url + versionUrls.list(consultationUrls.one(c.slug)),
      }

const documentAsData = (document: Document, url: string, slug: string) => ({
  url: url + consultationUrls.document(slug, document.id),
  title: document.title,
  mediaType: document.mediaType,
  size: document.size,
  sha256: document.digest,
  lang: document.lang,
  version: document.version,
  languages: document.languages,
  missing: missingLanguages(document),
  page: url + documentUrls.one(document.id),
})

/** The closing day with all by which it can be checked: the rule, the law, and every day on the way. */
const deadlineAsData = ({ deadline, explanation }: DeadlineView) => ({
  state: deadline.state,
  basis: deadline.basis,
  rule: deadline.ruleId,
  ruleVersion: deadline.ruleVersion,
  law: explanation.law,
  lawName: explanation.lawName,
  sources: explanation.sources,
  confidence: explanation.confidence,
  n: deadline.n,
  unit: deadline.unit,
  startedOn: deadline.startedOn,
  chosenOn: deadline.chosenOn,
  workBy: deadline.workBy,
  dueOn: deadline.dueOn,
  dueAt: deadline.dueAt,
  estimated: deadline.estimated,
  explanation: { sentences: explanation.sentences, counted: explanation.counted, skipped: explanation.skipped },
})

const linksOf = ({ repetitions }: ConsultationView, side: 'repeats' | 'repeated-by', url: string) =>
  repetitions.flatMap((one) =>
    one.side === side && one.slug ? [{ url: url + consultationUrls.one(one.slug), title: one.title }] : [],
  )

const stagesOf = ({ notice }: ConsultationView, side: 'grew-out-of' | 'grew-into', url: string) =>
  notice.stages.flatMap((one) =>
    one.side === side && one.slug ? [{ url: url + consultationUrls.one(one.slug), title: one.title }] : [],
  )

/** Before or on the draft, why and to what end, and who leads together. */
const noticeAsData = (view: ConsultationView, url: string) => ({
  stage: view.consultation.stage,
  grewOutOf: stagesOf(view, 'grew-out-of', url),
  grewInto: stagesOf(view, 'grew-into', url),
  ...view.notice.said,
  coLeaders: view.notice.coLeaders.map(({ name, partnerSlug, contactRole, readsComments }) => ({
    name,
    slug: partnerSlug,
    contactRole,
    readsComments,
  })),
  notice: view.consultation.history ? null : url + noticeUrls.page(view.consultation.slug),
})

/** What belongs to the same matter; the whole thread with its links is at its own address. */
const threadAsData = ({ thread, consultation }: ConsultationView, url: string) => ({
  url: url + threadUrls.data(`consultations.consultation:${consultation.id}`),
  records: thread.records.map(({ subject, step, on, words, of }) => ({
    ref: subject.ref,
    step,
    on,
    title: subject.title,
    url: url + (subject.publicHref ?? ''),
    neighbour: of?.ref ?? null,
    words,
  })),
})

const nodeAsData = (node: TextNode, counts: ConsultationView['counts']) => ({
  id: node.nodeId,
  parent: node.parentId,
  kind: node.kind,
  label: node.label,
  heading: node.heading,
  words: node.body,
  comments: node.kind === 'article' ? (counts.get(node.nodeId) ?? 0) : undefined,
})

const commentCountsAsData = ({ consultation, total, counts, lost }: ConsultationView, url: string) => ({
  published: total,
  onWhole: counts.get(null) ?? 0,
  onArticlesGone: lost.count,
  url: url + consultationUrls.comments(consultation.slug),
})

/** A published consultation as data, with its text; comments are counted by article and read at their own addresses. */
export const consultationAsData = (view: ConsultationView, nodes: readonly TextNode[], url: string) => {
  const { consultation: c, institution, counts } = view
  return {
    url: url + consultationUrls.one(c.slug),
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    number: c.registerNumber === null ? null : `${c.registerNumber}/${c.registerYear}`,
    lang: c.lang,
    title: c.title,
    summary: c.summary,
    actKind: c.actKind,
    legalBasis: c.legalBasis,
    basis: basisOf(c),
    topics: view.topics.map(({ id, name }) => ({ id, name })),
    places: view.places.map(({ id, name }) => ({ id, name })),
    phase: view.phase,
    opensOn: c.opensOn,
    closesOn: c.closesOn,
    deadline: view.deadline && deadlineAsData(view.deadline),
    ...noticeAsData(view, url),
    repeats: linksOf(view, 'repeats', url),
    repeatedBy: linksOf(view, 'repeated-by', url),
    thread: threadAsData(view, url),
    zone: c.zone,
    history: c.history,
    contactEmail: c.contactEmail,
    officialPosting: { url: c.officialPostingUrl, on: c.officialPostedOn },
    version: c.version,
    publishedAt: c.publishedAt,
    changedAt: c.changedAt,
    cancelled: c.cancelledAt === null ? null : { at: c.cancelledAt, reason: c.cancelReason },
    events: view.events,
    activities: view.activities,
    documents: view.documents.map((document) => documentAsData(document, url, c.slug)),
    textVersion: versionAsData(c, url),
    comments: commentCountsAsData(view, url),
    text: nodes.map((node) => nodeAsData(node, counts)),
  }
}
