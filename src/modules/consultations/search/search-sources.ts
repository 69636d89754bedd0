import type { Queryable } from '#platform/db/database.ts'
import { together } from '#platform/db/together.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import { filePieces, recordLangOf } from '#platform/search/file-pieces-rules.ts'
import { piecesOf } from '#platform/search/index/index-row-rules.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { wordsOfNodes } from '#platform/texts/node-rules.ts'
import { articlesOf, divisionName, isDivision, treeOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { consultationUrls } from '../urls.ts'
import {
  listCommentsOf,
  listFoundComments,
  listFoundConsultations,
  listFoundDocuments,
  listPublicCommentIds,
  listPublicConsultationIds,
  type FoundComment,
  type FoundConsultation,
  type FoundDocument,
} from './search-queries.ts'
import { commentStates, searchStates, searchTexts } from './search-texts.ts'

const COMMENT_KIND = 'consultations.comment'

/** A consultation, and each article of the newest published text by itself. */
const consultations: SearchSource = {
  subjectKind: CONSULTATION_KIND,
  kinds: {
    consultation: searchTexts.consultation,
    article: searchTexts.article,
    'text-part': searchTexts.textPart,
    document: searchTexts.document,
  },
  states: searchStates,
  async find(db, ids, now) {
    const found = await listFoundConsultations(db, ids)
    const [files, ...articles] = await together([
      listFoundDocuments(db, ids),
      ...found.map((one) => articleDocuments(db, one, now)),
    ])
    return found.flatMap((one, place) => [
      documentOf(one, now),
      ...(articles[place] ?? []),
      ...files.filter((file) => file.consultationId === one.id).flatMap((file) => fileDocuments(one, file, now)),
    ])
  },
  idsAfter: listPublicConsultationIds,
  alsoChanged: async (db, ids) => (await listCommentsOf(db, ids)).map((id) => refOf(COMMENT_KIND, id)),
}

const comments: SearchSource = {
  subjectKind: COMMENT_KIND,
  kinds: { comment: searchTexts.comment },
  states: commentStates,
  find: async (db, ids) => (await listFoundComments(db, ids)).map(commentDocument),
  idsAfter: listPublicCommentIds,
}

export const consultationSearch: readonly SearchSource[] = [consultations, comments]

const headOf = (one: FoundConsultation, now: Date) => {
  const subject = refOf(CONSULTATION_KIND, one.id)
  return {
    subject,
    matter: subject,
    institutionId: one.institutionId,
    publishedAt: one.publishedAt,
    changedAt: one.changedAt,
    day: one.day,
    topics: one.topics,
    places: one.places,
    ...phaseOf(one, now),
  }
}

function documentOf(one: FoundConsultation, now: Date): SearchDocument {
  const numbers = one.registerNumber === null ? [] : [`${one.registerNumber}/${one.registerYear}`]
  return {
    ...headOf(one, now),
    part: '',
    translated: one.titleEn === null ? null : { lang: 'en', title: one.titleEn, body: one.summaryEn ?? '' },
    kind: 'consultation',
    lang: one.lang,
    title: one.title,
    heading: null,
    body: [one.body, ...one.partners].join('\n'),
    numbers,
    href: consultationUrls.one(one.slug),
  }
}

/** Each article by itself; and what stands outside all articles, with the chapter or annex that it stands in. */
async function articleDocuments(db: Queryable, one: FoundConsultation, now: Date): Promise<SearchDocument[]> {
  if (one.textVersionId === null) return []
  const tree = treeOf(await listNodes(db, one.textVersionId))
  const articles = articlesOf(tree).map((article): Passage => ({
    part: article.nodeId,
    heading: headingOf(named(article, one), article.heading),
    body: wordsOfNodes([article, ...beneath(article)]),
    href: consultationUrls.article(one.slug, article.nodeId),
    kind: 'article',
  }))
  return [...articles, ...besideArticles(one, tree, null)].flatMap(({ part, body, ...passage }) =>
    piecesOf(body).map((piece, at) => ({
      ...headOf(one, now),
      // What closes is the consultation.
      dueOn: null,
      changesAt: null,
      ...passage,
      part: at === 0 ? part : `${part}.${at + 1}`,
      lang: one.textLang ?? one.lang,
      title: one.title,
      borrowedTitle: true,
      body: piece,
      numbers: [],
    })),
  )
}

type Passage = Pick<SearchDocument, 'part' | 'heading' | 'body' | 'href' | 'kind'>

const headingOf = (...words: (string | null)[]): string | null => words.filter(Boolean).join(' · ') || null

function besideArticles(one: FoundConsultation, nodes: readonly ShownNode[], within: ShownNode | null): Passage[] {
  const loose = nodes.filter((node) => node.kind !== 'article' && !isDivision(node))
  const deeper = nodes.filter(isDivision).flatMap((node) => besideArticles(one, node.children, node))
  const body = [within?.body ?? '', ...loose.flatMap((node) => [node, ...beneath(node)]).map(saidBy)].filter(Boolean)
  const part = within?.nodeId ?? loose[0]?.nodeId
  if (body.length === 0 || part === undefined) return deeper
  const heading = within && (divisionName(within) || null)
  const href = within ? consultationUrls.division(one.slug, within.nodeId) : consultationUrls.one(one.slug)
  return [{ part, heading, body: body.join('\n'), href, kind: 'text-part' }, ...deeper]
}

const saidBy = ({ label, heading, body }: ShownNode): string => [label, heading, body].filter(Boolean).join(' ')

const ARTICLE = { sq: 'Neni', en: 'Article', sr: 'Član' } as const

const named = ({ label }: ShownNode, { lang, textLang }: FoundConsultation): string | null =>
  label && `${ARTICLE[textLang ?? lang]} ${label}`

/** A file stands with its consultation, and is found under its own title and words. */
const fileDocuments = (one: FoundConsultation, file: FoundDocument, now: Date): SearchDocument[] =>
  filePieces(file).map(({ part, heading, body }) => ({
    ...headOf(one, now),
    dueOn: null,
    changesAt: null,
    part,
    heading,
    body,
    kind: 'document',
    lang: recordLangOf(file.lang),
    title: file.title ?? file.fileName,
    changedAt: file.addedAt,
    numbers: [],
    href: documentUrls.one(file.documentId),
  }))

const beneath = (node: ShownNode): ShownNode[] => node.children.flatMap((child) => [child, ...beneath(child)])

/** The window as it stands now, and when it will stand otherwise. */
function phaseOf(one: FoundConsultation, now: Date): Pick<SearchDocument, 'state' | 'dueOn' | 'changesAt'> {
  if (one.cancelled) return { state: 'cancelled', dueOn: null, changesAt: null }
  if (one.history || one.closesAt === null || one.closesAt <= now)
    return { state: 'closed', dueOn: one.history ? null : one.closesOn, changesAt: null }
  if (one.opensAt > now) return { state: 'announced', dueOn: one.closesOn, changesAt: one.opensAt }
  return { state: 'open', dueOn: one.closesOn, changesAt: one.closesAt }
}

function commentDocument(one: FoundComment): SearchDocument {
  return {
    subject: refOf(COMMENT_KIND, one.id),
    part: '',
    matter: refOf(CONSULTATION_KIND, one.consultationId),
    kind: 'comment',
    institutionId: one.institutionId,
    lang: one.lang,
    title: one.consultationTitle,
    borrowedTitle: true,
    heading: one.articleLabel === null ? one.code : `${one.code} · ${ARTICLE[one.lang]} ${one.articleLabel}`,
    body: one.body,
    numbers: [one.code],
    href: consultationUrls.comment(one.consultationSlug, one.code),
    publishedAt: one.publishedAt,
    changedAt: one.changedAt,
    day: one.day,
    state: 'published',
    topics: one.topics,
    places: one.places,
    dueOn: null,
  }
}
