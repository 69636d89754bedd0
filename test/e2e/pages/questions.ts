import { consultationUrls, officeUrls } from '#modules/consultations/urls.ts'
import type { RoomPages } from './page.ts'

const FORM = { komenti: '', 'ne-emer': 'vete', emri: '', organizata: '', 'emri-publik': 'jo' }

/** Questions in the form of a comment, what came of them, a proposed wording, and where they are written. */
export const questionPages: RoomPages = async ({ db }) => {
  const [place] = await db<{ id: string; slug: string; article: string; long: string; code: string }[]>`
    select consultation.id, consultation.slug, comment.node_id as article, comment.code,
           (select node.node_id from platform.text_nodes as node where node.version_id = comment.text_version_id
              and node.kind = 'article' order by (select sum(length(child.body)) from platform.text_nodes as child
              where child.version_id = node.version_id and child.parent_id = node.node_id) desc nulls last limit 1) as long
    from consultations.questionnaires as questionnaire
    join consultations.consultations as consultation on consultation.id = questionnaire.consultation_id
    join platform.institutions as institution on institution.id = consultation.institution_id
    join consultations.comments as comment on comment.consultation_id = consultation.id
    join consultations.comment_versions as version on version.comment_id = comment.id and version.n = comment.version
    where institution.slug = 'bregas' and version.suggestion is not null limit 1`
  if (!place) throw new Error('the demonstration has a consultation that asks, and a proposed wording')
  const { id, slug, article, long, code } = place
  const asked = await db<{ id: string; kind: string }[]>`
    select id, kind from consultations.questions where consultation_id = ${id} order by ordinal`
  const of = (kind: string) => asked.find((one) => one.kind === kind)?.id ?? ''
  const form = consultationUrls.commentForm(slug)
  const results = consultationUrls.questions(slug)
  const wrong = { ...FORM, dergesa: crypto.randomUUID(), [`p-${of('scale')}`]: '9', [`p-${of('order')}-1`]: '7' }
  const one = officeUrls.question(id, of('one'))
  const written = {
    lloji: 'several',
    versioni: '1',
    dergesa: crypto.randomUUID(),
    pyetja: 'Po',
    alternativat: 'një',
    paku: '9',
  }
  return {
    anonymous: [
      { path: form },
      { path: `${form}?neni=${article}` },
      { path: `${form}?neni=${long}` },
      { path: consultationUrls.comments(slug), fields: { ...wrong, adresa: '' }, status: 422 },
      { path: results },
      { path: `${results}?grupi=dergues:citizen` },
      { path: consultationUrls.answersInWords(slug, of('text')) },
      { path: consultationUrls.comment(slug, code) },
    ],
    citizen: [{ path: form }, { path: consultationUrls.comments(slug), fields: wrong, status: 422 }],
    official: [
      { path: officeUrls.questions(id) },
      { path: officeUrls.questionPreview(id) },
      { path: `${officeUrls.newQuestion(id)}?lloji=several` },
      { path: `${officeUrls.newQuestion(id)}?lloji=scale` },
      { path: officeUrls.newQuestion(id), fields: written, status: 422 },
      { path: one },
      { path: one, fields: { ...written, versioni: '1' }, status: 422 },
      { path: officeUrls.withdrawQuestion(id, of('one')), fields: { 'arsyeja-terheqjes': '' }, status: 422 },
    ],
    auditor: [{ path: officeUrls.questions(id) }, { path: officeUrls.questionPreview(id) }],
  }
}
