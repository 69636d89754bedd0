import { LOST } from './comments/comment-filter-rules.ts'

/** Every address of the module, without language prefix. Canonical addresses last for ever. */
export const consultationUrls = {
  list: () => '/konsultime',
  one: (slug: string) => `/konsultime/${slug}`,
  data: (slug: string) => `/konsultime/${slug}.json`,
  picture: (slug: string) => `/konsultime/${slug}/pamja.png`,
  division: (slug: string, nodeId: string) => `/konsultime/${slug}/kreu/${nodeId}`,
  article: (slug: string, nodeId: string) => `/konsultime/${slug}/neni/${nodeId}`,
  document: (slug: string, documentId: string) => `/konsultime/${slug}/dokumente/${documentId}`,
  comments: (slug: string) => `/konsultime/${slug}/komente`,
  lostComments: (slug: string) => `/konsultime/${slug}/komente?nenet=${LOST}`,
  comment: (slug: string, code: string) => `/konsultime/${slug}/komente/${code}`,
  commentData: (slug: string, code: string) => `/konsultime/${slug}/komente/${code}.json`,
  groups: (slug: string) => `/konsultime/${slug}/grupet`,
  group: (slug: string, code: string) => `/konsultime/${slug}/grupet/${code}`,
  groupData: (slug: string, code: string) => `/konsultime/${slug}/grupet/${code}.json`,
  foldedComments: (slug: string) => `/konsultime/${slug}/komente?grupe=po`,
  howGrouped: () => '/konsultime/si-grupohen',
  commentForm: (slug: string) => `/konsultime/${slug}/komento`,
  /** What the institution asks, and what came of it. */
  questions: (slug: string) => `/konsultime/${slug}/pyetje`,
  questionData: (slug: string) => `/konsultime/${slug}/pyetje.json`,
  answersInWords: (slug: string, questionId: string) => `/konsultime/${slug}/pyetje/${questionId}`,
  /** What became of what was said: every comment with its answer, and the report. */
  matrix: (slug: string) => `/konsultime/${slug}/pergjigjet`,
  matrixFile: (slug: string, format: string) => `/konsultime/${slug}/pergjigjet.${format}`,
  report: (slug: string) => `/konsultime/${slug}/raporti`,
  reportVersion: (slug: string, n: number | string) => `/konsultime/${slug}/raporti/versioni/${n}`,
  reportFile: (slug: string, n: number | string, format: string) =>
    `/konsultime/${slug}/raporti/versioni/${n}.${format}`,
  commentSent: (slug: string) => `/konsultime/${slug}/komento/derguar`,
}

/** One's own comment: by the private link's token, or, signed in, by its id. */
export const ownCommentUrls = {
  mine: () => '/komentet-e-mia',
  one: (key: string) => `/komenti/${key}`,
  confirmation: (key: string) => `/komenti/${key}/konfirmimi`,
  correction: (key: string) => `/komenti/${key}/ndryshimi`,
  objection: (key: string) => `/komenti/${key}/grupi`,
  withdrawal: (key: string) => `/komenti/${key}/terheqja`,
  receipt: (key: string, version: number, kind: string) => `/komenti/${key}/vertetimi/${version}.${kind}`,
}

/** What came in at once from one sender: their own page, and that of a member of a joint submission. */
export const senderUrls = {
  delivery: (token: string) => `/dergesa/${token}`,
  member: (token: string) => `/dergesa/anetare/${token}`,
  notMine: (token: string) => `/dergesa/anetare/${token}/terheqja`,
}

/** Plans: under the consultation that they belong to, and by themselves, where every version stays. */
export const planUrls = {
  ofConsultation: (slug: string) => `/konsultime/${slug}/plani`,
  ofConsultationData: (slug: string) => `/konsultime/${slug}/plani.json`,
  one: (id: string) => `/konsultime/plane/${id}`,
  data: (id: string) => `/konsultime/plane/${id}.json`,
  version: (id: string, n: number | string) => `/konsultime/plane/${id}/versioni/${n}`,
  file: (id: string, n: number | string, format: string) => `/konsultime/plane/${id}/versioni/${n}.${format}`,
}

export const officePlanUrls = {
  list: () => '/zyra/plane',
  create: () => '/zyra/plane/i-ri',
  one: (id: string) => `/zyra/plane/${id}`,
  section: (id: string, section: number | string) => `/zyra/plane/${id}/pjesa/${section}`,
  publish: (id: string) => `/zyra/plane/${id}/publikimi`,
  link: (id: string) => `/zyra/plane/${id}/lidhja`,
  measure: (id: string) => `/zyra/plane/${id}/masa`,
  ofConsultation: (consultationId: string) => `/zyra/konsultime/${consultationId}/plani`,
}

/** Where everybody reads the ledger and checks a receipt. */
export const ledgerUrls = {
  entry: (index: number) => `/ditari/${index}`,
  check: () => '/verifiko/vertetim',
}

export const officeUrls = {
  consultations: () => '/zyra/konsultime',
  newConsultation: () => '/zyra/konsultime/e-re',
  consultation: (id: string) => `/zyra/konsultime/${id}`,
  edit: (id: string) => `/zyra/konsultime/${id}/ndryshimi`,
  text: (id: string) => `/zyra/konsultime/${id}/teksti`,
  doubt: (id: string, doubtId: string) => `/zyra/konsultime/${id}/teksti/dyshimet/${doubtId}`,
  doubts: (id: string) => `/zyra/konsultime/${id}/teksti/dyshimet`,
  documents: (id: string) => `/zyra/konsultime/${id}/dokumente`,
  document: (id: string, documentId: string) => `/zyra/konsultime/${id}/dokumente/${documentId}`,
  removeDocument: (id: string, documentId: string) => `/zyra/konsultime/${id}/dokumente/${documentId}/heqja`,
  publication: (id: string) => `/zyra/konsultime/${id}/publikimi`,
  cancellation: (id: string) => `/zyra/konsultime/${id}/anulimi`,
  extension: (id: string) => `/zyra/konsultime/${id}/zgjatja`,
  repetition: (id: string) => `/zyra/konsultime/${id}/perseritja`,
  conclusion: (id: string) => `/zyra/konsultime/${id}/perfundimi`,
  reopening: (id: string) => `/zyra/konsultime/${id}/rihapja`,
  reportParts: (id: string) => `/zyra/konsultime/${id}/raporti`,
  reportPreview: (id: string) => `/zyra/konsultime/${id}/raporti/pamja`,
  renewReport: (id: string) => `/zyra/konsultime/${id}/raporti/versioni`,
  questions: (id: string) => `/zyra/konsultime/${id}/pyetje`,
  newQuestion: (id: string) => `/zyra/konsultime/${id}/pyetje/e-re`,
  questionPreview: (id: string) => `/zyra/konsultime/${id}/pyetje/pamja`,
  questionResults: (id: string) => `/zyra/konsultime/${id}/pyetje/rezultatet`,
  question: (id: string, questionId: string) => `/zyra/konsultime/${id}/pyetje/${questionId}`,
  questionPlace: (id: string, questionId: string) => `/zyra/konsultime/${id}/pyetje/${questionId}/vendi`,
  withdrawQuestion: (id: string, questionId: string) => `/zyra/konsultime/${id}/pyetje/${questionId}/heqja`,
  entries: (id: string) => `/zyra/konsultime/${id}/hyrjet`,
  newEntry: (id: string) => `/zyra/konsultime/${id}/hyrjet/e-re`,
  newSplit: (id: string) => `/zyra/konsultime/${id}/hyrjet/leter`,
  splitDraft: (id: string, draftId: string) => `/zyra/konsultime/${id}/hyrjet/leter/${draftId}`,
  discardSplit: (id: string, draftId: string) => `/zyra/konsultime/${id}/hyrjet/leter/${draftId}/heqja`,
  newJoint: (id: string) => `/zyra/konsultime/${id}/hyrjet/i-perbashket`,
  delivery: (id: string, deliveryId: string) => `/zyra/konsultime/${id}/hyrjet/${deliveryId}`,
  deliveryReceipt: (id: string, deliveryId: string) => `/zyra/konsultime/${id}/hyrjet/${deliveryId}/vertetimi`,
  correctDelivery: (id: string, deliveryId: string) => `/zyra/konsultime/${id}/hyrjet/${deliveryId}/ndryshimi`,
  deliveryDocument: (id: string, deliveryId: string, documentId: string) =>
    `/zyra/konsultime/${id}/hyrjet/${deliveryId}/dokumente/${documentId}`,
  thematicGroups: () => '/zyra/grupet-tematike',
  newThematicGroup: () => '/zyra/grupet-tematike/i-ri',
  thematicGroup: (id: string) => `/zyra/grupet-tematike/${id}`,
  groups: (id: string) => `/zyra/konsultime/${id}/grupet`,
  group: (id: string, groupId: string) => `/zyra/konsultime/${id}/grupet/${groupId}`,
  settleGroup: (id: string, groupId: string, deed: string) => `/zyra/konsultime/${id}/grupet/${groupId}/${deed}`,
  undoGroupDeed: (id: string) => `/zyra/konsultime/${id}/grupet/zhberja`,
  comments: () => '/zyra/komente',
  comment: (id: string) => `/zyra/komente/${id}`,
  commentDocument: (id: string, documentId: string) => `/zyra/komente/${id}/dokumente/${documentId}`,
  commentsFile: (kind: 'csv' | 'xlsx') => `/zyra/komente/lista.${kind}`,
  commentViews: () => '/zyra/komente/pamjet',
  commentView: (id: string) => `/zyra/komente/pamjet/${id}`,
  bulk: () => '/zyra/komente/veprimi',
  bulkDeeds: () => '/zyra/komente/veprimet',
  bulkDeed: (id: string) => `/zyra/komente/veprimet/${id}`,
  undoBulk: (id: string) => `/zyra/komente/veprimet/${id}/zhberja`,
  assignComment: (id: string) => `/zyra/komente/${id}/caktimi`,
  labelComment: (id: string) => `/zyra/komente/${id}/etiketat`,
  redaction: (id: string) => `/zyra/komente/${id}/mbulimi`,
  labels: (id: string) => `/zyra/konsultime/${id}/etiketat`,
  hold: (id: string) => `/zyra/komente/${id}/mbajtja`,
  release: (id: string) => `/zyra/komente/${id}/lirimi`,
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
}

/** What a consultation is called in the European addresses of texts. */
export const ELI_TYPE = 'projekt'
