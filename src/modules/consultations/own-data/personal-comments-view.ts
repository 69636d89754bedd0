import { listDocuments } from '#platform/documents/document-queries.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { PersonalRecord, PlacedRecord } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { readRef, refOf } from '#platform/subjects/subject-rules.ts'
import { listRatingsOf } from '../telling/rating-queries.ts'
import { textsIn } from '../texts.ts'
import { ownCommentUrls } from '../urls.ts'
import { findByCode, findById, listPersonalComments, type PersonalComment } from './personal-comment-queries.ts'

export async function viewPersonalComments(
  services: Services,
  lang: Lang,
  contactId: string,
): Promise<readonly PersonalRecord[]> {
  return asRecords(services, lang, await listPersonalComments(services.db, lang, contactId))
}

export async function viewCommentOfCode(services: Services, lang: Lang, code: string): Promise<PlacedRecord | null> {
  const found = await findByCode(services.db, lang, code)
  return found ? ((await asRecords(services, lang, [found]))[0] ?? null) : null
}

export async function viewCommentOfRef(services: Services, lang: Lang, ref: string): Promise<PlacedRecord | null> {
  const found = await findById(services.db, lang, readRef(ref)?.id ?? '')
  return found ? ((await asRecords(services, lang, [found]))[0] ?? null) : null
}

async function asRecords({ db }: Services, lang: Lang, comments: readonly PersonalComment[]): Promise<PlacedRecord[]> {
  const refs = comments.map(({ id }) => refOf('consultations.comment', id))
  const files = refs.length === 0 ? [] : await listDocuments(db, refs)
  const ids = comments.map(({ id }) => id)
  const ratings = ids.length === 0 ? [] : await listRatingsOf(db, ids)
  return comments.map(({ id, institutionId, contactId, slug, versions, ...comment }) => {
    const ref = refOf('consultations.comment', id)
    return {
      ref,
      institutionId,
      title: textsIn(lang).recordTitle(comment.code ?? '', comment.title),
      // Without a contact there is nobody who could be signed in.
      href: contactId === null ? null : ownCommentUrls.one(id),
      at: comment.sentAt,
      data: {
        ...comment,
        consultation: slug,
        versions,
        // What they thought of the answers.
        ratings: ratings.flatMap(({ commentId, score, words, at }) => (commentId === id ? [{ score, words, at }] : [])),
        files: files.flatMap(({ subject, fileName, size, digest }) =>
          subject === ref ? [{ fileName, size, sha256: digest }] : [],
        ),
      },
    }
  })
}
