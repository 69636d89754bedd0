/** In the address of a list: only comments on articles that the newest version no longer holds. */
export const LOST = 'jashte'

/** Every address of the module, without language prefix. Canonical addresses last for ever. */
export const consultationUrls = {
  list: () => '/konsultime',
  one: (slug: string) => `/konsultime/${slug}`,
  data: (slug: string) => `/konsultime/${slug}.json`,
  division: (slug: string, nodeId: string) => `/konsultime/${slug}/kreu/${nodeId}`,
  article: (slug: string, nodeId: string) => `/konsultime/${slug}/neni/${nodeId}`,
  document: (slug: string, documentId: string) => `/konsultime/${slug}/dokumente/${documentId}`,
  comments: (slug: string) => `/konsultime/${slug}/komente`,
  lostComments: (slug: string) => `/konsultime/${slug}/komente?nenet=${LOST}`,
  comment: (slug: string, code: string) => `/konsultime/${slug}/komente/${code}`,
  commentData: (slug: string, code: string) => `/konsultime/${slug}/komente/${code}.json`,
  commentForm: (slug: string) => `/konsultime/${slug}/komento`,
  commentSent: (slug: string) => `/konsultime/${slug}/komento/derguar`,
}

/** One's own comment: by the private link's token, or, signed in, by its id. */
export const ownCommentUrls = {
  mine: () => '/komentet-e-mia',
  one: (key: string) => `/komenti/${key}`,
  confirmation: (key: string) => `/komenti/${key}/konfirmimi`,
  correction: (key: string) => `/komenti/${key}/ndryshimi`,
  withdrawal: (key: string) => `/komenti/${key}/terheqja`,
  receipt: (key: string, version: number, kind: string) => `/komenti/${key}/vertetimi/${version}.${kind}`,
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
  comments: () => '/zyra/komente',
  comment: (id: string) => `/zyra/komente/${id}`,
  commentDocument: (id: string, documentId: string) => `/zyra/komente/${id}/dokumente/${documentId}`,
  hold: (id: string) => `/zyra/komente/${id}/mbajtja`,
  release: (id: string) => `/zyra/komente/${id}/lirimi`,
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
}

/** What a consultation is called in the European addresses of texts. */
export const ELI_TYPE = 'projekt'
